import { downloadLabel, ECCANG, EccangClient } from '../../../carriers/eccang';
import { carrierThat } from '../carrier';
import { PDF } from '../label-bodies';
import type { Answer, Loopback } from '../loopback';

/** By path. Any other path has a label. */
let answers: Record<string, Answer>;
let server: Loopback;

beforeEach(async () => {
  answers = {};
  server = await carrierThat(({ path }) => answers[path] ?? { body: PDF });
});

afterEach(() => jest.restoreAllMocks());

const to = (location: string, status = 302): Answer => ({
  status,
  headers: { location, 'set-cookie': 'session=1' },
  body: '',
});

function download(link = `${server.url}/1`, labelHosts = '', baseUrl = server.url) {
  return downloadLabel(
    new EccangClient(ECCANG, { baseUrl, appToken: 'secret-app-token', appKey: 'secret-app-key', labelHosts }),
    link,
  );
}

const paths = (): string[] => server.received.map(({ path }) => path);

it.each([301, 302, 303, 307, 308])('follows HTTP %i on the same host', async (status) => {
  answers = { '/1': to('/files/2.pdf?a=1&b=2#page', status) };
  expect(await download()).toMatchObject({ extension: 'pdf' });
  expect(paths()).toEqual(['/1', '/files/2.pdf?a=1&b=2']);
});

it('follows five redirects, relative ones too, with neither cookies nor credentials', async () => {
  const secondPort = server.url.replace('http:', '');
  answers = {
    '/a/1': to('2'),
    '/a/2': to(Buffer.from('../3?x=面单').toString('latin1')),
    '/3?x=%E9%9D%A2%E5%8D%95': to(`${secondPort}/4`),
    '/4': to(`http://user:word@${new URL(server.url).host}/5`),
    '/5': to('?6'),
  };
  expect(await download(`${server.url}/a/1`)).toMatchObject({ extension: 'pdf' });
  expect(paths().at(-1)).toBe('/5?6');
  for (const { headers } of server.received) {
    expect([headers.cookie, headers.authorization]).toEqual([undefined, undefined]);
  }
  expect(JSON.stringify(server.received)).not.toContain('secret');
});

it('follows a redirect to a host that the credential names', async () => {
  const { port } = new URL(server.url);
  answers = { '/1': to(`http://localhost:${port}/2`) };
  expect(await download(undefined, `cdn.example.com localhost:${port}`)).toMatchObject({ extension: 'pdf' });
  expect(server.received[1]?.headers.host).toBe(`localhost:${port}`);
});

it('takes a host with its port and no scheme in a redirect for a host', async () => {
  answers = { '/1': to(`${new URL(server.url).host}/2`) };
  expect(await download()).toMatchObject({ extension: 'pdf' });
  expect(paths()).toEqual(['/1', '/2']);
});

it('never takes a private address on the way, even a named one', async () => {
  // Through a proxy, so that a carrier on the internet can be played here.
  const proxied = { http_proxy: server.url, HTTP_PROXY: server.url, no_proxy: '', NO_PROXY: '' };
  jest.replaceProperty(process, 'env', { ...process.env, ...proxied });
  const labelHosts = 'cdn.example.com, 169.254.169.254, localhost, [::1]';
  for (const place of ['169.254.169.254', 'localhost', '[::1]', '2852039166', '127.1']) {
    server.received.length = 0;
    answers = {
      'http://tms.example.com/1': to('http://cdn.example.com/2'),
      'http://cdn.example.com/2': to(`http://${place}/latest/meta-data`),
    };
    const failed = download('http://tms.example.com/1', labelHosts, 'http://tms.example.com');
    await expect(failed).rejects.toThrow(/not an address on the public internet|nor named in Label Hosts/);
    expect(paths()).toEqual(['http://tms.example.com/1', 'http://cdn.example.com/2']);
  }
});

it.each([
  ['cdn.example.com:8443', 'https://cdn.example.com/x', 'redirects to cdn.example.com:443,'],
  ['cdn.example.com:80', 'https://cdn.example.com/x', 'redirects to cdn.example.com:443,'],
  ['cdn.example.com:8443', 'cdn.example.com/x', 'redirects to cdn.example.com:80,'],
  ['example.com', 'https://cdn.example.com/x', 'redirects to cdn.example.com,'],
])('Label Hosts %s does not allow %s', async (named, location, message) => {
  answers = { '/1': to(location) };
  await expect(download(undefined, named)).rejects.toThrow(message);
});

it.each(['localhost/labels/', 'http://localhost:{port}/', 'LOCALHOST:{port}', 'localhost:{port}?a=1'])(
  'Label Hosts may be written as %s',
  async (named) => {
    const { port } = new URL(server.url);
    answers = { '/1': to(`http://localhost:${port}/2`) };
    expect(await download(undefined, named.replace('{port}', port))).toMatchObject({ extension: 'pdf' });
  },
);

it.each([
  ['another host', 'https://cdn.example.com/x.pdf', /redirects to cdn\.example\.com, which .* Label Hosts/],
  [
    'a host of the same name but for its end',
    'http://127.0.0.1.example.com/x',
    /redirects to 127\.0\.0\.1\.example\.com/,
  ],
  ['another scheme', 'ftp://127.0.0.1/x.pdf', /redirects to what is no web address/],
  ['a file', 'file:///etc/passwd', /redirects to what is no web address/],
  ['no address', 'http://', /redirects to what is no web address/],
  ['itself', '/1', /redirects in a circle on 127\.0\.0\.1/],
])('does not follow a redirect to %s', async (_, location, message) => {
  answers = { '/1': to(location) };
  await expect(download()).rejects.toMatchObject({
    kind: 'rejected',
    message: expect.stringMatching(message),
    link: `${server.url}/1`,
  });
  expect(server.received).toHaveLength(1);
});

it('names the host and the field to add it to', async () => {
  answers = { '/1': to('https://cdn.example.com/x.pdf') };
  await expect(download()).rejects.toMatchObject({ hint: expect.stringContaining('Label Hosts in the credential') });
});

it('ends after five redirects, and when they go round', async () => {
  answers = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((step) => [`/${step}`, to(`/${step + 1}`)]));
  await expect(download()).rejects.toThrow('redirects more than 5 times');
  expect(paths()).toHaveLength(6);
  answers['/3'] = to('/2');
  await expect(download()).rejects.toThrow('redirects in a circle');
});

it('does not go on into a private network that the carrier is not in', async () => {
  answers = { '/1': to('http://192.168.0.1/x.pdf') };
  await expect(download(undefined, '192.168.0.1', server.url)).rejects.toMatchObject({ link: `${server.url}/1` });
  const far = download('http://192.168.0.1/x.pdf', '192.168.0.1', 'http://tms.example.com');
  await expect(far).rejects.toThrow('not an address on the public internet');
});

it('a redirect that names no place is the answer of the server', async () => {
  answers = { '/1': { status: 302, body: '' } };
  await expect(download()).rejects.toThrow(/could not be downloaded.*HTTP 302/);
});

it('a log-in page at the end of a redirect is one', async () => {
  answers = { '/1': to('/login'), '/login': { body: '<html><title>Log in</title></html>' } };
  await expect(download()).rejects.toMatchObject({
    message: expect.stringContaining('a web page instead of a label'),
    carrierText: 'Log in',
  });
});
