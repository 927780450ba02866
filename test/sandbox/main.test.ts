import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startSandbox } from '../../sandbox/server';
import { created, ordersOf } from './eccang/wire';
import { asObject } from './wire';

const root = join(__dirname, '..', '..');

function runSandbox(...parameters: string[]) {
  return spawn(process.execPath, [require.resolve('tsx/cli'), join(root, 'sandbox', 'main.ts'), ...parameters], {
    cwd: root,
  });
}

it.each(['SIGINT', 'SIGTERM'] as const)(
  'runs in the foreground, prints its addresses first, ends on %s',
  async (signal) => {
    const child = runSandbox('--port', '0');
    const [line] = await once(createInterface(child.stdout), 'line');
    const { url, carriers } = asObject(JSON.parse(String(line)));
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(carriers).toMatchObject({
      eccang: `${String(url)}/eccang/default/svc/web-service`,
      huahan: `${String(url)}/huahan/default/svc/web-service`,
    });
    expect((await fetch(`${String(url)}/_control/state`)).status).toBe(200);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  },
);

it('a port in use is told on stderr with exit status 1', async () => {
  const taken = await startSandbox();
  const child = runSandbox('--port', String(taken.port));
  const [message] = await once(createInterface(child.stderr), 'line');
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(message).toContain(`Port ${taken.port} on 127.0.0.1 is in use`);
  await taken.close();
});

it('a port that is none is told on stderr with exit status 1', async () => {
  const child = runSandbox('--port', 'many');
  const [message] = await once(createInterface(child.stderr), 'line');
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(message).toContain('Usage');
});

it('two sandboxes share no orders', async () => {
  const [one, two] = await Promise.all([startSandbox(), startSandbox()]);
  await created(one, 'eccang', 'ONE-1');
  expect(await ordersOf(one, 'eccang')).toHaveLength(1);
  expect(await ordersOf(two, 'eccang')).toEqual([]);
  await Promise.all([one.close(), two.close()]);
  await expect(fetch(one.url)).rejects.toThrow();
});
