import { downloadLabel, ECCANG, EccangClient } from '../../../carriers/eccang';
import { carrierThat } from '../carrier';
import { CUT, LABELS, NO_LABELS, NOT_READY } from '../label-bodies';
import type { Answer, Loopback } from '../loopback';

const PDF = '%PDF-1.7\n%%EOF';

let server: Loopback;
let answer: Answer;

beforeEach(async () => {
  answer = { body: PDF };
  server = await carrierThat(() => answer);
});

function client(changes: { baseUrl?: string; labelHosts?: string } = {}): EccangClient {
  return new EccangClient(ECCANG, {
    baseUrl: server.url,
    appToken: 'secret-app-token',
    appKey: 'secret-app-key',
    ...changes,
  });
}

it('downloads from another port of a carrier inside a private network only where the credential names it', async () => {
  const baseUrl = 'http://127.0.0.1:9';
  const refused = downloadLabel(client({ baseUrl }), `${server.url}/PDF/1`);
  await expect(refused).rejects.toMatchObject({
    kind: 'rejected',
    message: expect.stringContaining(new URL(server.url).host),
    hint: expect.stringContaining('Label Hosts'),
  });
  expect(server.received).toHaveLength(0);
  const other = client({ baseUrl, labelHosts: new URL(server.url).host });
  expect(await downloadLabel(other, `${server.url}/PDF/1`)).toMatchObject({
    mimeType: 'application/pdf',
    extension: 'pdf',
  });
  const [request] = server.received;
  expect(JSON.stringify(request)).not.toContain('secret');
  expect(request?.headers.authorization).toBeUndefined();
});

it('reads a link without host as one of the carrier', async () => {
  expect((await downloadLabel(client(), '/PDF/2.pdf')).content.toString()).toBe(PDF);
  expect(server.received[0]?.path).toBe('/PDF/2.pdf');
});

it('refuses other hosts unless the credential names them, and keeps the link', async () => {
  const link = server.url.replace('127.0.0.1', 'localhost') + '/PDF/3.pdf';
  await expect(downloadLabel(client(), link)).rejects.toMatchObject({
    kind: 'rejected',
    link,
    hint: expect.stringContaining('Label Hosts'),
  });
  expect(server.received).toHaveLength(0);
  for (const labelHosts of ['labels.example.com, localhost', 'https://labels.example.com/ http://LOCALHOST/labels/']) {
    expect(await downloadLabel(client({ labelHosts }), link)).toMatchObject({ extension: 'pdf' });
  }
});

it.each([
  'http://192.168.16.21:10001/PDF/a.pdf',
  'http://10.0.0.1/a.pdf',
  'http://127.0.0.1/a.pdf',
  'http://169.254.169.254/a.pdf',
  'http://[::1]/a.pdf',
])('refuses %s for a carrier that is not there itself, even when it is named', async (link) => {
  const { hostname } = new URL(link);
  const far = client({ baseUrl: 'http://tms.example.com', labelHosts: hostname });
  await expect(downloadLabel(far, link)).rejects.toMatchObject({ link });
  expect(server.received).toHaveLength(0);
});

it('refuses a link with a user name or password in it', async () => {
  const link = server.url.replace('//', '//user:word@') + '/PDF/1.pdf';
  await expect(downloadLabel(client(), link)).rejects.toMatchObject({
    kind: 'rejected',
    message: expect.stringContaining('user name or password'),
  });
  expect(server.received).toHaveLength(0);
});

it.each(['file:///etc/passwd', 'ftp://127.0.0.1/a.pdf', 'javascript:alert(1)'])('refuses %s', async (link) => {
  await expect(downloadLabel(client(), link)).rejects.toMatchObject({ kind: 'rejected', link });
});

it.each<[string, Answer, RegExp]>([
  ['a web page', { body: '<html>not ready</html>' }, /web page instead of a label/],
  ['an empty file', { body: '' }, /empty file instead of a label/],
  ['not found', { status: 404, body: 'gone' }, /could not be downloaded/],
])('%s is an error of its own that keeps the link', async (_, reply, message) => {
  answer = reply;
  const link = `${server.url}/PDF/4.pdf`;
  await expect(downloadLabel(client(), link)).rejects.toMatchObject({ message: expect.stringMatching(message), link });
});

it.each([...LABELS])('takes a file from %s, whatever the header says', async (_, body, content, extension) => {
  answer = { body, headers: { 'content-type': 'text/html' } };
  const file = await downloadLabel(client(), `${server.url}/x`);
  expect({ ...file, content: file.content.toString('latin1') }).toMatchObject({ content, extension });
  expect(file.warning).toBeUndefined();
});

it.each([...CUT, ['PDF with an earlier version of it inside', Buffer.from(`%PDF-1.7\n%%EOF\n${'x'.repeat(3000)}`)]])(
  'half a %s comes with a warning',
  async (_, body) => {
    answer = { body };
    expect(await downloadLabel(client(), `${server.url}/5`)).toMatchObject({
      warning: expect.stringContaining('the end of the file is missing'),
    });
  },
);

it.each(NO_LABELS)('%s is an error with its words', async (_, body, words) => {
  answer = { body };
  const link = `${server.url}/6`;
  const failed = downloadLabel(client(), link);
  await expect(failed).rejects.toMatchObject({ kind: 'invalid-reply', message: expect.stringContaining(words), link });
  await expect(failed).rejects.not.toHaveProperty('notReady');
});

it.each<[string, Answer]>([
  ...NOT_READY.map(([name, body]): [string, Answer] => [name, { body }]),
  ['202', { status: 202, body: 'accepted' }],
  ['204', { status: 204, body: '' }],
  ['404', { status: 404, body: 'gone' }],
  ['425', { status: 425, body: '' }],
  ['words under another status', { status: 400, body: '{"message":"label not ready"}' }],
])('%s is not ready yet', async (_, reply) => {
  answer = reply;
  const link = `${server.url}/7`;
  await expect(downloadLabel(client(), link)).rejects.toMatchObject({
    notReady: true,
    kind: 'unavailable',
    message: expect.stringContaining('(not ready yet)'),
    hint: expect.stringContaining('Wait Until Ready'),
    link,
  });
});

it.each([
  [
    'text/plain; charset=GBK',
    'c3e6b5a5c9fab3c9d6d0',
    { notReady: true, message: expect.stringContaining('"面单生成中"') },
  ],
  ['application/json; charset=big5', '7b226d7367223a22b3e6b8b9227d', { message: expect.stringContaining('"單號"') }],
  ['text/plain; charset=utf-8', 'c3e6b5a5', { message: expect.stringContaining('a file of unknown type') }],
])('reads the words of an answer in its character set: %s', async (type, hex, error) => {
  answer = { body: Buffer.from(hex, 'hex'), headers: { 'content-type': type } };
  await expect(downloadLabel(client(), `${server.url}/9`)).rejects.toMatchObject(error);
});

it.each([401, 403])('HTTP %i at a link says nothing of the credential', async (status) => {
  answer = { status, body: '<Error><Message>Request has expired</Message></Error>' };
  await expect(downloadLabel(client(), `${server.url}/1`)).rejects.toMatchObject({
    kind: 'rejected',
    message: expect.stringContaining(`the link is not open to everybody (HTTP ${status})`),
    carrierText: 'Request has expired',
  });
});

it('hides secrets in the words of an answer', async () => {
  answer = { body: `no label for secret-app-token ${'x'.repeat(70)} secret-app-key` };
  await expect(downloadLabel(client(), `${server.url}/8`)).rejects.toMatchObject({
    message: expect.stringMatching(/: "no label for \[hidden\] x+ \[hidde…"$/),
  });
});

it('tells what PHP printed before a label', async () => {
  const tell = jest.fn();
  const telling = new EccangClient(ECCANG, { baseUrl: server.url, appToken: 't', appKey: 'k' }, { tell });
  answer = { body: `<br />\n<b>Notice</b>:  Undefined index: sku in <b>/a.php</b> on line <b>3</b><br />\n${PDF}` };
  expect(await downloadLabel(telling, `${server.url}/1`)).toMatchObject({ extension: 'pdf' });
  expect(tell).toHaveBeenCalledWith(expect.stringContaining('Notice: Undefined index: sku'));
});

it('takes a label with bytes behind its end for a whole one', async () => {
  answer = { body: `${PDF}\n${'\0'.repeat(1500)}` };
  expect((await downloadLabel(client(), `${server.url}/PDF/6.pdf`)).warning).toBeUndefined();
});
