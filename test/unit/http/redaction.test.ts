import { CarrierError, errorOfStatus, Transport } from '../../../carriers/http';
import { closeServers, failureOf, loopback, transport, withoutProxies } from './loopback';

let restoreProxies: () => void;
beforeAll(() => (restoreProxies = withoutProxies()));
afterAll(() => restoreProxies());
afterEach(closeServers);

const hide = (secrets: string[], text: string): string => new Transport({ carrier: 'Testpost', secrets }).redact(text);

const SECRET = `a&b<c>"d'e/f\\g h+é钥🔑=`;

describe('redact', () => {
  it.each([
    ['as it is', SECRET],
    ['escaped for XML', `a&amp;b&lt;c&gt;&quot;d&apos;e/f\\g h+é钥🔑=`],
    ['escaped for XML text only', `a&amp;b&lt;c&gt;"d'e/f\\g h+é钥🔑=`],
    ['escaped for XML by numbers', `a&#38;b&#x3C;c&#62;&#34;d&#039;e/f\\g h+&#233;&#x94a5;&#128273;=`],
    ['escaped for XML twice', `a&amp;amp;b&amp;lt;c&amp;gt;&amp;quot;d&amp;apos;e/f\\g h+é钥🔑=`],
    ['in JSON', JSON.stringify(SECRET).slice(1, -1)],
    ['in JSON of PHP', `a&b<c>\\"d'e\\/f\\\\g h+\\u00e9\\u94A5\\ud83d\\udd11=`],
    ['in JSON inside JSON', JSON.stringify(JSON.stringify(SECRET)).slice(3, -3)],
    [
      'in JSON inside XML',
      JSON.stringify(SECRET).slice(1, -1).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;'),
    ],
    ['in a URL', encodeURIComponent(SECRET)],
    ['in a URL, lower case', encodeURIComponent(SECRET).replace(/%../g, (code) => code.toLowerCase())],
    ['in a form', new URLSearchParams({ k: SECRET }).toString().slice(2)],
  ])('hides a secret %s', (_form, text) => {
    expect(hide([SECRET], `before ${text} after`)).toBe('before [hidden] after');
  });

  it.each([0, 1, 2, 3])('hides a secret in Base64, %d characters behind its beginning', (place) => {
    const told = Buffer.from(`${'x'.repeat(place)}secret-key-1>>>?`);
    for (const text of [told.toString('base64'), told.toString('base64url')]) {
      expect(hide(['secret-key-1>>>?'], text)).toContain('[hidden]');
      expect(Buffer.from(hide(['secret-key-1>>>?'], text).replace('[hidden]', ''), 'base64').length).toBeLessThan(8);
    }
  });

  it('hides a secret in hex, and escaped letter by letter', () => {
    const hex = Buffer.from('secret-key-1').toString('hex');
    const letters = Array.from('secret-key-1', (letter) => letter.charCodeAt(0).toString(16));
    expect(hide(['secret-key-1'], `${hex} ${hex.toUpperCase()}`)).toBe('[hidden] [hidden]');
    expect(hide(['secret-key-1'], `(${letters.map((each) => `\\u00${each}`).join('')})`)).toBe('([hidden])');
    expect(hide(['secret-key-1'], `(${letters.map((each) => `%${each}`).join('')})`)).toBe('([hidden])');
    expect(hide(['secret-key-1'], `(${letters.map((each) => `&amp;#x${each};`).join('')})`)).toBe('([hidden])');
  });

  it('hides a short secret where it stands as a whole word, in every form', () => {
    const base64 = Buffer.from('ab12').toString('base64');
    const texts = ['ab12', '"ab12"', '密钥ab12无效', 'a=ab12&b', '\\u0061b12', base64, '61623132'];
    expect(texts.map((text) => hide(['ab12'], text))).toEqual([
      ...['[hidden]', '"[hidden]"', '密钥[hidden]无效', 'a=[hidden]&b', '[hidden]', '[hidden]==', '[hidden]'],
    ]);
    for (const text of ['xab12', 'ab123', 'ab12_', 'éab12', `x${base64}`]) expect(hide(['ab12'], text)).toBe(text);
  });

  it('hides a short secret and a whole request in Base64', () => {
    const request = btoa(JSON.stringify({ key: 'ab12', note: 'more' }));
    expect(hide(['ab12'], `Basic ${btoa('user:ab12')}, ${request}; tracking number AB1234567890CN`)).toBe(
      'Basic [hidden], [hidden]==; tracking number AB1234567890CN',
    );
  });

  it('finds secrets with backslashes, also in a text of nothing else', () => {
    const secret = `ab${'\\'.repeat(40)}cd`;
    expect(hide([secret], `x ${JSON.stringify(JSON.stringify(secret))}`)).toBe('x "\\"[hidden]\\""');
    expect(hide([secret], '\\'.repeat(200_000))).toBe('\\'.repeat(200_000));
  });

  it('hides every occurrence of every secret, the longest first', () => {
    expect(hide(['token', 'token-long', 'other'], 'token-long token other token')).toBe(
      '[hidden] [hidden] [hidden] [hidden]',
    );
  });

  it('hides a secret that was pasted with blanks around it', () => {
    expect(hide([' pasted-token \n'], 'unknown token pasted-token.')).toBe('unknown token [hidden].');
  });

  it('leaves texts without secrets alone, and secrets too short to be one', () => {
    expect(hide(['', 'abc', 'a.cd'], 'abc aXcd 100%')).toBe('abc aXcd 100%');
    expect(hide([], 'text')).toBe('text');
  });
});

describe('replies and errors', () => {
  it('a reply is read without the long secrets, its bytes are untouched', async () => {
    const place = await loopback((response) => response.end('<k>se&amp;cret-key</k><zip>12345</zip>'));
    const { transport: carrier } = transport({}, ['se&cret-key', '1234']);
    const reply = await carrier.send({ method: 'GET', url: place.url }, { intent: 'read' });
    expect(reply.text()).toBe('<k>[hidden]</k><zip>12345</zip>');
    expect(reply.body.toString()).toBe('<k>se&amp;cret-key</k><zip>12345</zip>');
  });

  it('an error does not tell a secret, whatever it was taken from', async () => {
    const place = await loopback((response) => {
      response.writeHead(429, { 'retry-after': '999', 'content-type': 'text/plain' }).end('no more for key 12ab');
    });
    const { transport: carrier } = transport({}, ['12ab']);
    const error = await failureOf(carrier.send({ method: 'GET', url: place.url }, { intent: 'read' }));
    expect(error.carrierText).toBe('no more for key [hidden]');
  });
});

it('every text of a CarrierError is changed, and of a long one the beginning is kept', () => {
  const error = new CarrierError({
    kind: 'rejected',
    message: `a-secret ${'x'.repeat(5_000_000)}`,
    hint: 'a-secret',
    code: 'E a-secret',
    carrierText: 'a-secret',
    link: 'https://example.com/?key=a-secret',
  }).withTexts((text) => hide(['a-secret'], text));
  expect(error).toMatchObject({
    hint: '[hidden]',
    code: 'E [hidden]',
    carrierText: '[hidden]',
    link: 'https://example.com/?key=[hidden]',
  });
  expect(error.message).toMatch(/^\[hidden\] x+…$/);
  expect(error.message).toHaveLength(4000);
});

it('a CarrierError has what it was given and no more', () => {
  const error = new CarrierError({ kind: 'duplicate', message: '参考号重复', code: '1001' });
  expect(error).toBeInstanceOf(Error);
  expect(Object.fromEntries(Object.entries(error))).toEqual({ name: 'CarrierError', kind: 'duplicate', code: '1001' });
  expect(error.message).toBe('参考号重复');
});

describe('errorOfStatus', () => {
  const reply = (status: number, headers: Record<string, string> = {}, text = '') => ({
    status,
    headers,
    body: Buffer.from(text),
    text: () => text,
  });
  const read = { carrier: 'Testpost', intent: 'read' } as const;
  const write = { carrier: 'Testpost', intent: 'write' } as const;

  it.each([200, 201, 204])('%d is no error', (status) => {
    expect(errorOfStatus(reply(status), read)).toBeUndefined();
  });

  it.each([
    [300, 'invalid-reply', 'outcome-unknown'],
    [301, 'invalid-reply', 'outcome-unknown'],
    [302, 'invalid-reply', 'outcome-unknown'],
    [303, 'invalid-reply', 'outcome-unknown'],
    [307, 'invalid-reply', 'invalid-reply'],
    [308, 'invalid-reply', 'invalid-reply'],
    [400, 'rejected', 'rejected'],
    [401, 'credentials', 'credentials'],
    [403, 'credentials', 'credentials'],
    [404, 'invalid-reply', 'invalid-reply'],
    [408, 'unavailable', 'outcome-unknown'],
    [422, 'rejected', 'rejected'],
    [429, 'rate-limited', 'rate-limited'],
    [500, 'unavailable', 'outcome-unknown'],
    [503, 'unavailable', 'outcome-unknown'],
    [600, 'invalid-reply', 'outcome-unknown'],
  ])('%d is %s for a read, %s for a write', (status, forRead, forWrite) => {
    expect(errorOfStatus(reply(status), read)).toMatchObject({ kind: forRead, httpStatus: status });
    expect(errorOfStatus(reply(status), write)).toMatchObject({ kind: forWrite, httpStatus: status });
    expect(errorOfStatus(reply(status), write)?.message).toContain(`HTTP ${status}`);
  });

  it('names the host of a redirect and nothing else of it', () => {
    const location = 'https://user:pass@login.example.com/sso/path?session=abc';
    expect(errorOfStatus(reply(302, { location }), read)?.message).toBe(
      'Testpost answered HTTP 302 with a redirect to login.example.com, which is not followed.',
    );
    expect(errorOfStatus(reply(302, { location: '/login?s=abc' }), read)?.message).toBe(
      'Testpost answered HTTP 302 with a redirect, which is not followed.',
    );
  });

  it('tells how long to wait', () => {
    expect(errorOfStatus(reply(429, { 'retry-after': '300' }), write)).toMatchObject({
      retryAfterMs: 300_000,
      message: expect.stringContaining('asks to wait 300 s'),
    });
  });

  it('keeps a short plain text, nothing longer and no page', () => {
    const plain = { 'content-type': 'text/plain; charset=utf-8' };
    expect(errorOfStatus(reply(400, plain, ' Bad signature\n'), read)?.carrierText).toBe('Bad signature');
    expect(errorOfStatus(reply(400, plain, '<html>'), read)).not.toHaveProperty('carrierText');
    expect(errorOfStatus(reply(400, plain, 'x'.repeat(201)), read)).not.toHaveProperty('carrierText');
    expect(errorOfStatus(reply(400, { 'content-type': 'text/html' }, 'Bad'), read)).not.toHaveProperty('carrierText');
    expect(errorOfStatus(reply(407, plain, 'Bad user'), read)).not.toHaveProperty('carrierText');
  });
});
