/** Processes that talk by messages. They end with this one: each ends when its channel is closed. */
import { fork, type ChildProcess } from 'node:child_process';

export class Companion {
  private readonly child: ChildProcess;
  private words = '';
  private readonly ended: Promise<never>;

  constructor(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    this.child = fork(program, [...args], {
      env: { ...withoutProxies(), ...env },
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.child.stderr?.on('data', (chunk: Buffer) => (this.words = `${this.words}${chunk.toString()}`.slice(-2000)));
    this.ended = new Promise((_, reject) => {
      this.child.once('error', reject);
      this.child.once('close', (code) =>
        reject(new Error(`${program} ended (${code ?? 'by a signal'}): ${this.words}`)),
      );
    });
    this.ended.catch(() => undefined);
  }

  send(message: object | string): void {
    this.child.send(message);
  }

  /** The next message, which comes after what was sent before. */
  async hear(): Promise<unknown> {
    return Promise.race([new Promise((resolve) => this.child.once('message', resolve)), this.ended]);
  }

  async ask(message: object | string): Promise<unknown> {
    const answer = this.hear();
    this.send(message);
    return answer;
  }

  end(): void {
    this.child.kill();
  }
}

/** The machine's own proxies lead nowhere here. */
function withoutProxies(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/_proxy$/i.test(name)));
}
