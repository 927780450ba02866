import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { PROJECT_ROOT } from '../../engine';
import { FAKE_PACKAGE, fakeChain } from './fake-package';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workflow-command-'));
});
afterEach(() => rm(folder, { recursive: true }));

const label = { name: 'Label', parameters: { operation: 'label', value: '={{ $json.file }}' } };

test('results go to stdout and nothing else does, however large they are', async () => {
  const workflow = await file('workflow.json', fakeChain({ name: 'Print', parameters: { operation: 'print' } }));
  const { status, stdout, stderr } = await command(workflow);
  expect({ status, stderr }).toEqual({ status: 0, stderr: 'printed by the node\n' });
  const result: unknown = JSON.parse(stdout);
  expect(result).toMatchObject({ nodes: { Print: { outputs: [[{ json: { text: 'x'.repeat(3_000_000) } }]] } } });
});

test('reads credentials and items, writes the result and the binaries', async () => {
  const read = { name: 'Read', parameters: { operation: 'credential', authentication: 'token' } };
  const { status, stdout } = await command(
    await file('workflow.json', fakeChain(label, read)),
    ...['--credentials', await file('credentials.json', { fakeApi: { token: 'abc' } })],
    ...[
      '--input',
      await file('items.json', [
        { file: 'a.pdf', order: '1' },
        { file: 'a.pdf', order: '2' },
      ]),
    ],
    ...['--output', join(folder, 'out/result.json'), '--binary-dir', join(folder, 'labels')],
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(JSON.parse(await readFile(join(folder, 'out/result.json'), 'utf8'))).toMatchObject({
    status: 'success',
    nodes: { Read: { outputs: [[{ json: { token: 'abc' } }, { json: { token: 'abc' } }]] } },
  });
  expect((await readdir(join(folder, 'labels'))).sort()).toEqual(['Label-0-1-a.pdf', 'a.pdf']);
  expect(await readFile(join(folder, 'labels/Label-0-1-a.pdf'), 'utf8')).toBe('label of 2');
});

test('a failed workflow: result all the same, exit status 1', async () => {
  const workflow = fakeChain({ name: 'Check', parameters: { operation: 'refuse', value: 'bad' } });
  const { status, stdout, stderr } = await command(await file('workflow.json', workflow));
  expect({ status, stderr }).toEqual({ status: 1, stderr: 'The workflow failed: Refused: bad\n' });
  expect(JSON.parse(stdout)).toMatchObject({ status: 'error', error: { message: 'Refused: bad' } });
});

test('Ctrl-C cancels the workflow and still tells how far it came', async () => {
  const steps = [
    { name: 'Wait', parameters: { operation: 'wait' } },
    { name: 'Echo', parameters: {} },
  ];
  const running = start(await file('workflow.json', fakeChain(...steps)));
  running.child.stderr?.once('data', () => running.child.kill('SIGINT'));
  const { status, stdout } = await running.ended;
  expect(status).toBe(1);
  const result: unknown = JSON.parse(stdout);
  expect(result).toMatchObject({ status: 'error', nodes: { Start: { outputs: [[{ json: {} }]] } } });
  expect(result).not.toHaveProperty('nodes.Echo');
});

describe('what cannot be run is told in one line', () => {
  test.each<[string, number, string, (workflow: string) => Promise<string[]>]>([
    ['no file named', 2, 'give one workflow file', async () => []],
    ['an unknown option', 2, "Unknown option '--inputs'", async (workflow) => [workflow, '--inputs', 'x']],
    ['a missing file', 1, 'no such file', async () => [join(folder, 'none.json')]],
    ['broken JSON', 1, 'is not valid JSON', async (workflow) => [workflow, '--credentials', await broken()]],
    [
      'credentials of the wrong form',
      1,
      '"fakeApi.token" is not',
      async (workflow) => [workflow, '--credentials', await nested()],
    ],
    ['a missing credential', 1, 'Node "Call" needs the credential "fakeApi"', async (workflow) => [workflow]],
  ])('%s', async (_case, expectedStatus, message, words) => {
    const workflow = await file(
      'workflow.json',
      fakeChain({ name: 'Call', parameters: { operation: 'credential', authentication: 'token' } }),
    );
    const { status, stdout, stderr } = await command(...(await words(workflow)));
    expect({ status, stdout, lines: stderr.split('\n').length }).toEqual({
      status: expectedStatus,
      stdout: '',
      lines: 2,
    });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('s3cret');
  });

  const broken = () => file('broken.json', '{ "fakeApi": { "token": s3cret } }');
  const nested = () => file('nested.json', { fakeApi: { token: ['s3cret'] } });
});

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

interface Ended {
  status: number;
  stdout: string;
  stderr: string;
}

function command(...words: string[]): Promise<Ended> {
  return start(...words).ended;
}

/** Runs the command as a user would, outside of jest: without NODE_ENV=test n8n-core loads nodes as it does in n8n. */
function start(...words: string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const env = { ...process.env };
  delete env['NODE_ENV'];
  // The loader of the command tsx, without the second process that it starts.
  const program = ['--import', 'tsx', join(PROJECT_ROOT, 'scripts/workflow.ts')];
  const child = spawn(process.execPath, [...program, ...words, '--package', FAKE_PACKAGE], { env, cwd: PROJECT_ROOT });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(
    ([stdout, stderr, [status]]) => ({ status: Number(status), stdout, stderr }),
  );
  return { child, ended };
}
