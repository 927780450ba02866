import { deflateSync, gzipSync } from 'node:zlib';

/** A small whole file of each kind. */
export const PDF = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n';
export const ZPL = '^XA^FO50,50^FDLabel^FS^XZ';
const PNG = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0IEND\xaeB`\x82';
const JPG = '\xff\xd8\xff\xe0\0\x10JFIF\0\xff\xd9';
const GIF = 'GIF89a\x01\0\x01\0;';
const ZIP = 'PK\x03\x04 file PK\x05\x06\0\0';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const base64 = (content: string | Buffer): Buffer => Buffer.from(Buffer.from(content).toString('base64'));
const urlSafe = (content: string): Buffer => Buffer.from(bytes(content).toString('base64url'));
const wrapped = (content: string): string => base64(content).toString().replace(/.{20}/g, '$&\r\n');
const inBytes = (text: string): string => Buffer.from(text).toString('latin1');
const NOTICE = '<br />\n<b>Notice</b>:  Undefined index: sku in <b>/www/a.php</b> on line <b>31</b><br />\n';
const WITH_PLUS = `\xff\xd8\xff${'\xfb\xef\xbe'.repeat(9)}\xff\xd9`;
const FORM = bytes(WITH_PLUS).toString('base64').replaceAll('+', ' ');
const graphics = `~DGR:LOGO.GRF,1024,16,${'0F'.repeat(1024)}\n`;

/** What servers send for a label, the file that it is, and the kind of it. */
export const LABELS: [string, Buffer, string, string][] = [
  ['blank lines before a PDF', bytes(`\r\n\n  ${PDF}`), PDF, 'pdf'],
  ['a byte order mark before a PDF', bytes(`\xef\xbb\xbf${PDF}`), PDF, 'pdf'],
  ['two marks and a blank line before a PDF', bytes(`\xef\xbb\xbf\n\xef\xbb\xbf${PDF}`), PDF, 'pdf'],
  ['a few bytes of another kind before a PDF', bytes(`\x01\x02\x03${PDF}`), PDF, 'pdf'],
  ['a remark before a PDF', bytes(`print server 2\n${PDF}`), PDF, 'pdf'],
  ['a warning of PHP before a PDF', bytes(`<br />\n<b>Notice</b>: Undefined index<br />\n${PDF}`), PDF, 'pdf'],
  [
    'many warnings of PHP before a PDF',
    bytes(`${'<br />\n<b>Warning</b>: Undefined array key<br />\n'.repeat(50)}${PDF}`),
    PDF,
    'pdf',
  ],
  [
    'a web page behind a PDF',
    bytes(`${PDF}<div>${'x'.repeat(3000)}</div>`),
    `${PDF}<div>${'x'.repeat(3000)}</div>`,
    'pdf',
  ],
  ['thousands of blank lines before a PDF', bytes(`${'\r\n'.repeat(5000)}${PDF}`), PDF, 'pdf'],
  ['hundreds of blank lines before ZPL', bytes(`${'\n'.repeat(1100)}${ZPL}`), ZPL, 'zpl'],
  ['warnings of PHP before a PNG', bytes(`${NOTICE}${NOTICE}${PNG}`), PNG, 'png'],
  ['a warning of PHP before ZPL', bytes(`\nWarning: fopen(a) failed in /www/a.php on line 3\n${ZPL}`), ZPL, 'zpl'],
  ['a warning of PHP before Base64', Buffer.from(`${NOTICE}${base64(PDF).toString()}`), PDF, 'pdf'],
  ['a warning of PHP on the line of a PDF', bytes(`PHP Notice:  Undefined index${PDF}`), PDF, 'pdf'],
  ['zeros behind a PDF that fill up a buffer', bytes(PDF + '\0'.repeat(5000)), PDF + '\0'.repeat(5000), 'pdf'],
  ['zeros behind Base64', bytes(`${base64(PDF).toString()}\0\0\0`), PDF, 'pdf'],
  ['a comment in Chinese before ^XA', Buffer.from(`// 面单\n${ZPL}`), inBytes(`// 面单\n${ZPL}`), 'zpl'],
  ['a control byte of the printer before ZPL', bytes(`\x10CT~~CD,~CC^~CT~${ZPL}`), `\x10CT~~CD,~CC^~CT~${ZPL}`, 'zpl'],
  ['a blank line before a PNG', bytes(`\n${PNG}`), PNG, 'png'],
  ['a mark before a JPG', bytes(`\xef\xbb\xbf${JPG}`), JPG, 'jpg'],
  ['a GIF', bytes(GIF), GIF, 'gif'],
  ['a blank line before a ZIP', bytes(`\r\n${ZIP}`), ZIP, 'zip'],
  ['graphics before ^XA', bytes(graphics + ZPL), graphics + ZPL, 'zpl'],
  ['a comment before ^XA', bytes(`^FX from the ERP ^FS\n${ZPL}`), `^FX from the ERP ^FS\n${ZPL}`, 'zpl'],
  ["a driver's settings before ^XA", bytes(`CT~~CD,~CC^~CT~\n${ZPL}`), `CT~~CD,~CC^~CT~\n${ZPL}`, 'zpl'],
  ['ZPL in the wrapping of a driver', bytes('${^XA^FDx^FS^XZ}$'), '${^XA^FDx^FS^XZ}$', 'zpl'],
  ['a mark and a blank line before ^XA', bytes(`\xef\xbb\xbf\n${ZPL}`), ZPL, 'zpl'],
  ['ZPL in lower case', bytes('^xa^fdx^fs^xz'), '^xa^fdx^fs^xz', 'zpl'],
  ['Base64', base64(PDF), PDF, 'pdf'],
  ['Base64 in lines', Buffer.from(wrapped(PDF)), PDF, 'pdf'],
  [
    'Base64 with escaped line breaks and slashes',
    Buffer.from(`"${wrapped(PDF).replace(/\r\n/g, '\\r\\n')}"`),
    PDF,
    'pdf',
  ],
  ['Base64 of the alphabet for URLs, without padding', urlSafe(JPG), JPG, 'jpg'],
  ['a data URI', Buffer.from(`data:application/pdf;base64,${base64(PDF).toString()}`), PDF, 'pdf'],
  [
    'a data URI with a name',
    Buffer.from(`data:image/png;name=a.png;base64,${bytes(PNG).toString('base64')}`),
    PNG,
    'png',
  ],
  ['a data URI twice', Buffer.from(`data:;base64,data:;base64,${base64(PDF).toString()}`), PDF, 'pdf'],
  ['Base64 whose + a form made blanks', Buffer.from(FORM), WITH_PLUS, 'jpg'],
  ['a data URI whose + a form made blanks', Buffer.from(`data:image/jpeg;base64, ${FORM}`), WITH_PLUS, 'jpg'],
  ['Base64 in lines that blanks part', Buffer.from(wrapped(PDF).replaceAll('\r\n', ' ')), PDF, 'pdf'],
  ['Base64 in indented lines', Buffer.from(wrapped(PDF).replaceAll('\r\n', '\n    ')), PDF, 'pdf'],
  ['Base64 as Python writes bytes', Buffer.from(`b'${base64(PDF).toString()}'`), PDF, 'pdf'],
  ['a data URI in percent code', Buffer.from(`data:application/pdf,${encodeURIComponent(PDF)}`), PDF, 'pdf'],
  ['gzip', gzipSync(PDF), PDF, 'pdf'],
  ['zlib, as PHP writes it', deflateSync(PDF), PDF, 'pdf'],
  ['Base64 twice', base64(base64(PDF)), PDF, 'pdf'],
  ['Base64 of gzip', base64(gzipSync(ZPL)), ZPL, 'zpl'],
  ['Base64 of a data URI', base64(`data:application/pdf;base64,${base64(PDF).toString()}`), PDF, 'pdf'],
  ['gzip of Base64', gzipSync(base64(PDF)), PDF, 'pdf'],
  ['Base64 of a mark before ZPL', base64(`\ufeff${ZPL}`), ZPL, 'zpl'],
];

/** Files without their end. */
export const CUT: [string, Buffer][] = [
  ['PDF', bytes('%PDF-1.7\n1 0 obj')],
  ['PDF whose first part has an end', bytes('%PDF-1.7\n%%EOF\n12 0 obj\n<<>>\nstream')],
  ['PNG', bytes(PNG.slice(0, -3))],
  ['JPG', bytes(JPG.slice(0, -2))],
  ['GIF', bytes(GIF.slice(0, -1))],
  ['ZIP', bytes(ZIP.slice(0, -8))],
  ['ZPL', bytes('^XA^FO50,50^FDX')],
  ['ZPL of two labels', bytes(`${ZPL}^XA^FO50,50^FDX`)],
  ['Base64', base64(PDF).subarray(0, 31)],
  ['gzip', gzipSync(`%PDF-1.4 ${'x y z '.repeat(400)}%%EOF`).subarray(0, -12)],
  ['gzip that holds the end', gzipSync(PDF).subarray(0, -4)],
];

/** What is no label, and what an error says of it. */
export const NO_LABELS: [string, Buffer, string][] = [
  ['null', Buffer.from('null'), '"null"'],
  ['NotAvailable', Buffer.from('NotAvailable'), '"NotAvailable"'],
  ['Base64 of words', base64('Label service is down'), '"Label service is down"'],
  ['Base64 of words twice', base64(base64('面单获取失败')), '"面单获取失败"'],
  ['gzip of words', gzipSync('订单不存在'), '"订单不存在"'],
  ['JSON', Buffer.from('{"code":500,"msg":"产品未配置标签","data":{"name":"Ann"}}'), '"产品未配置标签"'],
  ['JSON in Base64', base64('{"error":{"message":"no such order"}}'), '"no such order"'],
  ['JSON with a code alone', Buffer.from('{"code":"E17","data":null}'), '"code E17"'],
  ['a web page', Buffer.from('<html><style>p{}</style><p>Please log&nbsp;in</p></html>'), 'a web page'],
  [
    'XML',
    Buffer.from('<?xml version="1.0"?>\n<Error><Message>No such key</Message></Error>'),
    'XML instead of a label: "No such key"',
  ],
  [
    'XML with what a label holds',
    Buffer.from('<svg><text>Ann</text><status>E17</status></svg>'),
    'XML instead of a label: "status E17"',
  ],
  ['a text that quotes ZPL', Buffer.from('The printer wants ^XA at first'), 'a text instead of a label'],
  ['a fatal error of PHP', Buffer.from('<br />\n<b>Fatal error</b>:  Uncaught'), 'a web page instead of a label'],
  ['a text in JSON', Buffer.from('"\\u6807\\u7b7e no"'), '"标签 no"'],
  ['a list of texts in JSON', Buffer.from('["no order"]'), '"no order"'],
  [
    'a part of a web page',
    Buffer.from('<script>location="/login?session=1"</script>'),
    'a web page instead of a label',
  ],
  ['a long text', Buffer.from('字'.repeat(120)), `"${'字'.repeat(99)}…"`],
  ['control characters in a text', Buffer.from('no\u0000 \u001blabel'), 'a file of unknown type'],
  ['bytes of no kind', bytes('\x00\x01\x02\x03\xff\xfe'), 'a file of unknown type'],
  ['a web page that quotes the header', Buffer.from('<html>\n%PDF-1.4 expected\n%%EOF</html>'), 'a web page'],
];

/** What says that the label is still being made. */
export const NOT_READY: [string, Buffer][] = [
  ['nothing', Buffer.from('')],
  ['a blank line', Buffer.from('\r\n')],
  ['生成中', Buffer.from('生成中')],
  ['正在生成 in JSON', Buffer.from('{"code":0,"msg":"面单正在生成，请稍后"}')],
  ['escaped JSON', Buffer.from('{"msg":"\\u5904\\u7406\\u4e2d"}')],
  ['not ready', Buffer.from('Label is not ready yet')],
  ['a state', Buffer.from('{"status":"GENERATING"}')],
  ['a web page', Buffer.from('<html><body>標籤處理中，請稍候再試</body></html>')],
  ['words in Base64', base64('label not ready, please retry')],
  ['the data of JSON', Buffer.from('{"code":0,"data":"面单正在后台生成"}')],
  ['XML', Buffer.from('<response><status>0</status><note>标签准备中</note></response>')],
  ['not yet available', Buffer.from('Label is not yet available.')],
  ['作成中', Buffer.from('ラベル作成中です')],
  ['耐心等待', Buffer.from('请耐心等待')],
  ['稍后再试', Buffer.from('系统忙，请稍后再试')],
];
