import { apiNames, apisOf, type Api, type ApiName } from './apis';
import { asObject, control, sandboxOfThisFile, type Answer } from './wire';

const sandbox = sandboxOfThisFile();

let apis: Record<ApiName, Api>;
beforeAll(() => {
  apis = apisOf(sandbox);
});

interface Came {
  status: number;
  type: string;
  bytes: Buffer;
}

/** What comes over the wire for one request under a fault. One order is there. */
async function under(fault: Answer, api: ApiName): Promise<Came> {
  const { status, body } = await control(sandbox, 'faults', { carrier: apis[api].carrier, ...fault });
  expect({ status, body }).toEqual({ status: 200, body: { added: 1 } });
  return came(await apis[api].read());
}

async function came(response: Response): Promise<Came> {
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

const decode = (charset: string, bytes: Buffer) =>
  new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes);
const isXml = (api: ApiName) => api === 'eccang' || api === 'huahan';

describe.each(apiNames)('%s', (api) => {
  beforeEach(() => apis[api].create('BYTES-1'));

  it.each([
    ['gbk', '快件已妥投'],
    ['gb18030', '快件已妥投'],
    ['big5', '包裹已送達'],
    ['euc-kr', '배송 완료'],
    ['shift_jis', '配達完了'],
  ])('charset %s, by the header or by nothing at all', async (name, sample) => {
    for (const declared of ['header', 'none']) {
      const { type, bytes } = await under({ kind: 'charset', name, declared }, api);
      expect(type).toMatch(
        declared === 'header' ? new RegExp(`^(text|application)/(xml|json); charset=${name}$`) : /^[^;]+$/,
      );
      expect(() => decode('utf-8', bytes)).toThrow();
      const text = decode(name, bytes);
      expect(text).not.toContain('UTF-8');
      expect(JSON.stringify(JSON.parse(apis[api].json(text)))).toContain(sample);
    }
  });

  it('charset by <meta> is a web page, with the words that are given', async () => {
    const { status, type, bytes } = await under(
      { kind: 'charset', name: 'gbk', declared: 'meta', text: '系统维护中' },
      api,
    );
    expect([status, type]).toEqual([200, 'text/html']);
    expect(decode('gbk', bytes)).toMatch(/^<html>.*<meta [^>]*charset=gbk">.*<h1>系统维护中<\/h1>/);
  });

  it('byte order marks in front of the body and of what is inside', async () => {
    const { bytes } = await under({ kind: 'bom', count: 2 }, api);
    expect(bytes.subarray(0, 7).toString('hex')).toBe(`efbbbfefbbbf${isXml(api) ? '3c' : '7b'}`);
    const inner = await under({ kind: 'bom', places: ['inner'] }, api);
    expect(inner.bytes.toString()).toMatch(/":"\uFEFF[[{]/);
  });

  it('a notice of PHP before, after and inside the answer', async () => {
    const notice = '<b>Notice</b>:  Undefined index: remark';
    const before = (await under({ kind: 'php-notice' }, api)).bytes.toString();
    expect(before).toMatch(/^<br \/>\n<b>Notice<\/b>.*<br \/>\n(<\?xml|\{)/);
    const after = (await under({ kind: 'php-notice', place: 'after' }, api)).bytes.toString();
    expect(after).toMatch(/[>}]\n?<br \/>\n<b>Notice<\/b>.*<br \/>\n$/);
    const inside = (await under({ kind: 'php-notice', place: 'inside' }, api)).bytes.toString();
    if (isXml(api)) expect(apis[api].json(inside)).toMatch(/^<br \/>\n<b>Notice<\/b>.*<br \/>\n\{/);
    else expect(inside).toMatch(/^\{[^]*<b>Notice<\/b>[^]*\}\s*$/);
    for (const text of [before, after]) expect(text).toContain(notice);
  });

  it('a control character, once, in one text', async () => {
    const usual = (await came(await apis[api].read())).bytes.toString();
    expect(usual).not.toContain('\u000b');
    const disturbed = (await under({ kind: 'control-character' }, api)).bytes.toString();
    expect(disturbed.split('\u000b')).toHaveLength(2);
    expect((await under({ kind: 'control-character', character: 1 }, api)).bytes.includes(1)).toBe(true);
    expect(JSON.parse(apis[api].json(disturbed.replace('\u000b', '')))).toBeDefined();
  });
});

it.each(['eccang', 'huahan'] as const)(
  '%s: the XML tells its character set, or holds a mark before its JSON',
  async (api) => {
    const { type, bytes } = await under({ kind: 'charset', name: 'gb18030', declared: 'xml' }, api);
    expect(type).toBe('text/xml');
    expect(decode('gb18030', bytes)).toMatch(/^<\?xml version="1.0" encoding="GB18030"\?>[^]*快件已妥投/);
    const marked = await under({ kind: 'bom', places: ['body', 'response'] }, api);
    expect(marked.bytes.toString()).toMatch(/^\uFEFF<\?xml[^]*<response>\uFEFF\{/);
  },
);

it('the link of a label has them too', async () => {
  await apis.eccang.create('LINK-1');
  const answer = await apis.eccang.label?.('LINK-1');
  const { url } = asObject(JSON.parse(apis.eccang.json((await answer?.text()) ?? '')));
  const link = String(url);
  await control(sandbox, 'faults', [
    { carrier: 'eccang', service: 'label', kind: 'charset', name: 'gbk', declared: 'none', text: '标签不存在' },
    { carrier: 'eccang', service: 'label', kind: 'php-notice' },
  ]);
  const page = await came(await fetch(link));
  expect([page.type, decode('gbk', page.bytes)]).toEqual(['text/html', expect.stringContaining('标签不存在')]);
  expect((await came(await fetch(link))).bytes.toString('latin1')).toMatch(/^<br \/>\n<b>Notice[^]*%PDF-/);
});
