import { ECCANG, EccangClient, invoiceLinkOf, labelLinks } from '../../../carriers/eccang';

const client = new EccangClient(ECCANG, {
  baseUrl: 'https://tms.example.com',
  appToken: 'secret-app-token',
  appKey: 'secret-app-key',
  labelHosts: 'labels, Files.example.com',
});

const A = 'http://files.example.com/a.pdf';
const B = 'http://files.example.com/b.pdf';

it.each<[string, unknown, string[]]>([
  ['&amp;', 'http://h.example.com/p?a=1&amp;b=2&amp;amp;c=3', ['http://h.example.com/p?a=1&b=2&c=3']],
  ['&#38; and &#x2F;', 'http://h.example.com&#x2F;p?a=1&#38;b=2', ['http://h.example.com/p?a=1&b=2']],
  ['an entity that is a parameter', 'http://h.example.com/p?a=1&lt=2', ['http://h.example.com/p?a=1&lt=2']],
  ['blanks, quotes and marks', ` \ufeff"${A}"\r\n`, [A]],
  ['escaped slashes', String.raw`http:\/\/files.example.com\/a.pdf`, [A]],
  ['a host without scheme', 'files.example.com/a.pdf', ['https://files.example.com/a.pdf']],
  ['a host that is not known, without scheme', 'cdn.example.org/x', ['https://cdn.example.org/x']],
  ['a host with its port', 'files.example.com:8080/a.pdf', ['https://files.example.com:8080/a.pdf']],
  ['an address without scheme', '192.0.2.7/a.pdf', ['https://192.0.2.7/a.pdf']],
  ['a host that Label Hosts names', 'labels/a.pdf', ['https://labels/a.pdf']],
  ['two slashes', '//files.example.com/a.pdf', ['https://files.example.com/a.pdf']],
  ['a path', '/files/a.pdf', ['https://tms.example.com/files/a.pdf']],
  ['a path without slash', 'files/a.pdf', ['https://tms.example.com/files/a.pdf']],
  ['a file', 'a.pdf', ['https://tms.example.com/a.pdf']],
  ['a script', 'index.php/label/1', ['https://tms.example.com/index.php/label/1']],
  ['a script with a query', 'print.php?id=1', ['https://tms.example.com/print.php?id=1']],
  ['a folder with a number', '2024.01/a.pdf', ['https://tms.example.com/2024.01/a.pdf']],
  ['percent code around it', encodeURIComponent(`${A}?a=1&b=2`), [`${A}?a=1&b=2`]],
  [
    'percent code in it',
    `${A}?u=${encodeURIComponent(`${B}?a=1&b=2`)}`,
    [`${A}?u=${encodeURIComponent(`${B}?a=1&b=2`)}`],
  ],
  ['an escape of JSON', String.raw`${A}?a=1\u0026b=2`, [`${A}?a=1&b=2`]],
  ['a tag around it', `<a href="${A}" target=_blank>label</a>`, [A]],
  ['three blanks in it', 'http://h.example.com/my   label.pdf', ['http://h.example.com/my   label.pdf']],
  ['its name before it', `下载地址：${A}`, [A]],
  ['its name and a blank before it', `URL: ${A}`, [A]],
  ['a sentence before it', `标签已生成，请点击下载: ${A}`, [A]],
  ['a name before each', `Label 1: ${A}, Label url 2 :"${B}"`, [A, B]],
  ['a name before a tag', `面单：<a href="${A}">pdf</a>`, [A]],
  ['a name and a blank line between', `${A}\n\n发票：${B}`, [A, B]],
  [
    'a colon in a link',
    'http://h.example.com/a:http://i.example.com/',
    ['http://h.example.com/a:http://i.example.com/'],
  ],
  ['a comma', `${A},${B}`, [A, B]],
  ['a semicolon and a blank', `${A}; ${B};`, [A, B]],
  ['a line break', `${A}\r\n${B}`, [A, B]],
  ['a bar', `${A}|${B}`, [A, B]],
  ['a comma of Chinese', `${A}，${B}`, [A, B]],
  ['a line break of HTML', `${A}<br/>${B}`, [A, B]],
  ['the same twice', `${A},${A}`, [A]],
  ['paths', '/f/a.pdf,/f/b.pdf', ['https://tms.example.com/f/a.pdf', 'https://tms.example.com/f/b.pdf']],
  ['a comma in a link', 'http://h.example.com/a,b.pdf', ['http://h.example.com/a,b.pdf']],
  ['a blank in a link', 'http://h.example.com/my label.pdf', ['http://h.example.com/my label.pdf']],
  [
    'a link in a link',
    'http://h.example.com/p?u=http://i.example.com/',
    ['http://h.example.com/p?u=http://i.example.com/'],
  ],
  ['a list', [A, B], [A, B]],
  ['a list of objects', [{ url: A }, { url: B }], [A, B]],
  ['a list of PHP with gaps', { '0': A, '2': B }, [A, B]],
  ['a list of PHP with names', { one: { url: A }, two: { url: B } }, [A, B]],
  ['a list of PHP with numbers of orders for names', { HH1: A, HH2: B }, [A, B]],
  ['a list as JSON in a text', JSON.stringify([A, B]), [A, B]],
])('a link with %s', (_, url, links) => {
  expect(labelLinks(client, { ask: 'Success', url })).toEqual(links);
});

it.each([
  ['data', { data: { url: A, type: 'pdf' } }],
  ['a list in data', { data: [{ url: A }, { url: B }] }],
  ['a list of texts in Result', { Result: [A, B] }],
  ['a text in data', { data: `${A},${B}` }],
  ['JSON in data', { data: JSON.stringify({ url: [A, B] }) }],
])('links in %s', (_, reply) => {
  const links = labelLinks(client, { ask: 'Success', ...reply });
  expect([[A], [A, B]]).toContainEqual(links);
});

it.each([
  ['none', {}, 'without a link to the file', true],
  ['an empty one', { url: '' }, 'without a link to the file', true],
  ['null', { url: null, data: 'Success' }, 'without a link to the file', true],
  ['words', { url: '面单生成中' }, 'answered "面单生成中" instead of a link', true],
  ['a sentence', { url: 'The label is not ready.' }, 'answered "The label is not ready." instead of a link', true],
  ['a sign for nothing', { url: 'N/A' }, 'answered "N/A" instead of a link', undefined],
  ['an invoice alone', { data: { invoice_url: A } }, 'without a link to the file', true],
  ['words that say no', { url: 'false' }, 'answered "false" instead of a link', undefined],
])('an answer with %s in place of the link is an error', (_, reply, message, notReady) => {
  const read = (): unknown => labelLinks(client, { ask: 'Success', ...reply });
  expect(read).toThrow(expect.objectContaining({ kind: 'invalid-reply', message: expect.stringContaining(message) }));
  expect(read).toThrow(
    notReady ? expect.objectContaining({ notReady }) : expect.not.objectContaining({ notReady: true }),
  );
});

it("an answer without a link keeps the carrier's words", () => {
  const read = (message: string) => (): unknown => labelLinks(client, { ask: 'Success', message, url: '' });
  expect(read('标签未生成')).toThrow(expect.objectContaining({ carrierText: '标签未生成' }));
  expect(read('成功，但标签生成失败')).toThrow(expect.objectContaining({ carrierText: '成功，但标签生成失败' }));
  const remark = (): unknown => labelLinks(client, { ask: 'Success', message: 'Success', url: null, data: '打单中' });
  expect(remark).toThrow(expect.objectContaining({ carrierText: '打单中', notReady: true }));
  expect(read('Success!')).toThrow(expect.not.objectContaining({ carrierText: expect.anything() }));
});

it.each([',;', '",', ' ', '\u200b', ' a', ',a b:'])('a link with a hundred thousand times %j in it is read', (mark) => {
  const link = `http://files.example.com/a${mark.repeat(100_000)}z`;
  expect(labelLinks(client, { ask: 'Success', url: link })).toEqual([link]);
});

it('the link to the invoice is read in the same way', () => {
  expect(invoiceLinkOf(client, { invoice_url: 'files.example.com/i.pdf?a=1&amp;b=2' })).toBe(
    'https://files.example.com/i.pdf?a=1&b=2',
  );
});
