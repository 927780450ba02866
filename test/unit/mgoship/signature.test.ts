import { spawn } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { signatureSearch } from '../../../scripts/mgoship-search';

const ROOT = resolve(__dirname, '../../..');
const EXAMPLES = resolve(ROOT, 'test/payloads/mgoship');

/** Invented, as are the rules below: Mgoship's own rule and any secret of its samples are not known. */
const SECRET = 'invented-secret-42';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mgoship-signature-'));
});
afterEach(() => rm(folder, { recursive: true }));

const japanese = { region: '大阪府', address: 'A/B', name: { b: '2', a: '1' } };
const sha1 = (message: string): string => createHash('sha1').update(message).digest('hex').toUpperCase();
const phpJson = (json: string): string =>
  json.replaceAll('/', '\\/').replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);

const OF_AN_OPERATION = 'stock.get_stock_log.sample.json';

/**
 * A body as a manual would show it. One that is called `<module>.<action>.….json` is tried with rules that sign these, too,
 * which are most of the fifty thousand.
 */
async function sample(params: object, sign: string, name = 'sample.json'): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, JSON.stringify({ appid: 'M10001', params, sign, version: '1.0' }));
  return file;
}

async function command(...options: string[]): Promise<{ status: unknown; stdout: string; stderr: string }> {
  return signatureSearch(options);
}

/** The same as a program of its own, which takes a second to start. */
async function program(...options: string[]): Promise<{ status: unknown; stdout: string; stderr: string }> {
  const script = [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'scripts/mgoship-signature.ts')];
  const tool = spawn(process.execPath, [...script, ...options]);
  const [stdout, stderr, [status]] = await Promise.all([text(tool.stdout), text(tool.stderr), once(tool, 'close')]);
  return { status, stdout, stderr };
}

const sorted = JSON.stringify({ address: 'A/B', name: { a: '1', b: '2' }, region: '大阪府' });
const plain = JSON.stringify(japanese);

it.each([
  ['parts one after the other', sha1(`M10001${plain}${SECRET}`), '{appId}{params}{secret}', 'sha1', 'upper'],
  [
    'sorted keys, separators',
    sha1(`${SECRET}&M10001&1.0&${sorted}`),
    '{secret}&{appId}&{version}&{paramsSorted}',
    'sha1',
    'upper',
  ],
  ['full stops between the parts', sha1(`M10001.${plain}.${SECRET}`), '{appId}.{params}.{secret}', 'sha1', 'upper'],
  [
    'the operation in it',
    sha1(`stock|get_stock_log|${plain}|${SECRET}`),
    '{module}|{action}|{params}|{secret}',
    'sha1',
    'upper',
  ],
  [
    'the secret at both ends',
    sha1(`${SECRET}${phpJson(plain)}${SECRET}`),
    '{secret}{paramsEscaped}{secret}',
    'sha1',
    'upper',
  ],
  [
    'a query with a key',
    sha1(`appid=M10001&params=${phpJson(sorted)}&version=1.0&key=${SECRET}`),
    'appid={appId}&params={paramsSortedEscaped}&version={version}&key={secret}',
    'sha1',
    'upper',
  ],
  [
    'HMAC-SHA1 in lower case',
    createHmac('sha1', SECRET).update(`M10001,${plain}`).digest('hex'),
    '{appId},{params}',
    'hmacSha1',
    'lower',
  ],
  [
    'MD5',
    createHash('md5').update(`${plain}${SECRET}`).digest('hex').toUpperCase(),
    '{params}{secret}',
    'md5',
    'upper',
  ],
  ['SHA-256', createHash('sha256').update(`${SECRET}:${plain}`).digest('hex'), '{secret}:{params}', 'sha256', 'lower'],
])('finds %s', async (_, sign, template, algorithm, letterCase) => {
  const name = template.includes('{action}') ? OF_AN_OPERATION : undefined;
  const found = await command('--sample', await sample(japanese, sign, name), '--secret', SECRET);
  expect(found).toEqual({
    status: 0,
    stderr: '',
    stdout: `1 rule reproduces the sign of the sample:\nSignature Template: ${template}   Signature Algorithm: ${algorithm}   Signature Case: ${letterCase}\n`,
  });
});

it('says so when a sample cannot tell rules apart, and takes a second one that can', async () => {
  const sign = (params: object): string => sha1(`M10001${JSON.stringify(params)}${SECRET}`);
  const first = await sample({ page: '1' }, sign({ page: '1' }), 'first.json');
  const second = await sample(japanese, sign(japanese), 'second.json');
  const one = await command('--sample', first, '--secret', SECRET);
  expect(one.stdout).toContain('4 rules reproduce');
  expect(one.stdout).toContain('Give a second --sample');
  const both = await command('--sample', first, '--sample', second, '--secret', SECRET);
  expect(both.stdout).toContain('1 rule reproduces the signs of all 2 samples');
  expect(both.stdout).toContain('Signature Template: {appId}{params}{secret} ');
});

it.each([
  ['another secret', sha1(`M10001${plain}another`)],
  ['a rule that is no convention', sha1(`sandbox-only|${SECRET}|stock/get_stock_log|M10001|1.0|${sorted}|${SECRET}`)],
])('says none for %s, without the secret', async (_, sign) => {
  const file = await sample(japanese, sign, OF_AN_OPERATION);
  const { status, stdout } = await command('--sample', file, '--secret', SECRET);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^none\nNone of the \d+ common conventions tried reproduces the sign of the sample\./);
  expect(stdout).not.toContain(SECRET);
});

it('says none for a documented sample: its secret is not known', async () => {
  const file = join(EXAMPLES, 'base.cal_ship_fee.request.json');
  expect(await command('--sample', file, '--secret', SECRET)).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/^none\n/),
  });
});

it("tries the user's own template", async () => {
  const file = await sample(japanese, sha1(`${SECRET}#${sorted}#M10001`));
  const own = (template: string) => command('--sample', file, '--secret', SECRET, '--template', template);
  expect(await own('{secret}#{paramsSorted}#{appId}')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('1 rule reproduces'),
  });
  expect(await own('{secret}#{params}#{appId}')).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/^none\nThis template/),
  });
  expect(await own('{secret}{nonce}')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('unknown placeholder {nonce}'),
  });
});

it('answers as a program too, with its status', async () => {
  const right = ['--sample', await sample(japanese, sha1(`M10001${plain}${SECRET}`)), '--secret', SECRET];
  expect(await program(...right)).toEqual(await command(...right));
  expect(await program('--secret', SECRET)).toEqual(await command('--secret', SECRET));
});

it('says what is wrong with a call or a sample', async () => {
  expect(await command('--secret', SECRET)).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage:') });
  expect(await command('--sample', join(folder, 'none.json'), '--secret', SECRET)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('cannot be read'),
  });
  const unsigned = await sample(japanese, '');
  expect(await command('--sample', unsigned, '--secret', SECRET)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('hexadecimal sign'),
  });
});
