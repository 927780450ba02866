import { chain, runWorkflow, stopEngine, type Credentials, type Step, type WorkflowRun } from '../../engine';
import { control, credentialsFor, type SandboxAddress } from '../../sandbox/control-client';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { watchHosts } from '../hosts';

export interface SandboxOfTests {
  /** Known from the first test on. */
  sandbox: SandboxAddress;
  /** One step after the other, with the sandbox's credentials. */
  run: (items: readonly object[], ...steps: Step[]) => Promise<WorkflowRun>;
}

/**
 * One sandbox for all tests of a file: emptied before each, closed after the last, and the engine stopped with it. A test
 * that calls any other host than loopback fails.
 */
export function useSandbox(): SandboxOfTests {
  const hosts = watchHosts();
  let started: Sandbox | undefined;
  const sandbox = {
    get url(): string {
      if (!started) throw new Error('The sandbox is started before the first test.');
      return started.url;
    },
  };
  beforeAll(async () => {
    started = await startSandbox();
  });
  beforeEach(() => control(sandbox, 'reset'));
  afterEach(() => {
    expect([...hosts].filter((host) => host !== '127.0.0.1')).toEqual([]);
  });
  afterAll(async () => {
    await started?.close();
    await stopEngine();
  });
  return { sandbox, run: (items, ...steps) => runWith(credentialsFor(sandbox), items, ...steps) };
}

export function runWith(credentials: Credentials, items: readonly object[], ...steps: Step[]): Promise<WorkflowRun> {
  return runWorkflow({ workflow: chain(...steps), credentials, items });
}

/** Asks again until it is so. A test that waits in vain ends by jest's limit. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
}
