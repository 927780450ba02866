import { gunzipSync } from 'node:zlib';
import { apisOf, type Api, type ApiName } from './apis';
import { newOrder, post } from './etower/wire';
import { asObject, control, objects, sandboxOfThisFile, type Answer } from './wire';

const sandbox = sandboxOfThisFile();

let apis: Record<ApiName, Api>;
beforeAll(() => {
  apis = apisOf(sandbox);
});
beforeEach(async () => {
  for (const api of labelled) await apis[api].create('LABEL-1');
});

const labelled = ['eccang', 'huahan', 'etower', 'mgoship'] as const;
type Labelled = (typeof labelled)[number];
const linked = ['eccang', 'huahan', 'mgoship'] as const;

async function order(carrier: string, ...faults: Answer[]): Promise<void> {
  const ordered = faults.map((fault) => ({ carrier, ...fault }));
  const { status, body } = await control(sandbox, 'faults', ordered);
  expect({ status, body }).toEqual({ status: 200, body: { added: faults.length } });
}

/** What the answer to a request for a label has where the label or its link is. */
async function given(api: Labelled): Promise<unknown> {
  const response = await apis[api].label?.('LABEL-1');
  const answer = asObject(JSON.parse(apis[api].json((await response?.text()) ?? '')));
  if (api === 'etower') return objects(answer['data'])[0]?.['labelContent'];
  return api === 'mgoship' ? asObject(answer['data'])['label_url'] : answer['url'];
}

/** Reads the same label again and again: by its link, or by asking for its Base64. */
async function readerOf(api: Labelled): Promise<() => Promise<Buffer>> {
  if (api === 'etower') return async () => Buffer.from(String(await given(api)));
  const link = String(await given(api));
  return async () => Buffer.from(await (await fetch(link)).arrayBuffer());
}

describe.each(labelled)('%s', (api) => {
  const decoded = (came: Buffer) => (api === 'etower' ? Buffer.from(came.toString(), 'base64') : came);

  it.each<[Answer, (file: Buffer, usual: Buffer) => unknown, unknown]>([
    [{ kind: 'label-html' }, String, expect.stringMatching(/^<!DOCTYPE html>[^]*Please log in/)],
    [{ kind: 'label-text' }, String, '标签不存在'],
    [{ kind: 'label-text', text: 'no label' }, String, 'no label'],
    [{ kind: 'label-json' }, String, '{"ask":"Failure","message":"标签不存在"}'],
    [{ kind: 'label-leading-blank' }, (file, usual) => file.equals(after('\r\n\r\n \n', usual)), true],
    [{ kind: 'label-bom' }, (file, usual) => file.equals(after('\uFEFF', usual)), true],
    [{ kind: 'label-zpl-graphics' }, String, expect.stringMatching(/^~DGR:LOGO\.GRF,[^]*\^XA[^]*\^XZ/)],
    [{ kind: 'label-gzip' }, (file, usual) => gunzipSync(file).equals(usual), true],
    [{ kind: 'label-cut' }, (file, usual) => file.equals(usual.subarray(0, Math.floor(usual.length / 2))), true],
    [{ kind: 'label-cut', bytes: 9 }, (file, usual) => file.equals(usual.subarray(0, 9)), true],
  ])('the file under %j', async (fault, seen, expected) => {
    const read = await readerOf(api);
    const usual = decoded(await read());
    await order(api, fault);
    expect(seen(decoded(await read()), usual)).toEqual(expected);
    expect(decoded(await read()).equals(usual)).toBe(true);
  });

  it('Base64 in another form', async () => {
    const read = await readerOf(api);
    const usual = decoded(await read());
    await order(api, { kind: 'label-url-safe' }, { kind: 'label-base64-twice' });
    expect(String(await read())).toBe(usual.toString('base64url'));
    expect(String(await read())).toBe(Buffer.from(usual.toString('base64')).toString('base64'));
  });

  it('words, nothing, or the file itself in the answer', async () => {
    await order(api, { kind: 'label-words' }, { kind: 'label-words', text: 'null' }, { kind: 'label-missing' });
    expect([await given(api), await given(api), await given(api)]).toEqual(['NotAvailable', 'null', null]);
    await order(api, { kind: 'label-data-uri' });
    const [, type, base64 = ''] = /^data:([^;]+);base64,(.+)$/.exec(String(await given(api))) ?? [];
    expect(type).toBe(api === 'etower' ? 'text/plain' : 'application/pdf');
    expect(Buffer.from(base64, 'base64').toString('latin1', 0, 5)).toBe(api === 'etower' ? '^XA^C' : '%PDF-');
  });

  it('not ready yet, in words of the carrier', async () => {
    await order(api, { kind: 'label-not-ready', as: 'refusal' });
    const response = await apis[api].label?.('LABEL-1');
    expect(response?.status).toBe(200);
    expect(apis[api].json((await response?.text()) ?? '')).toContain('标签生成中');
  });
});

describe.each(linked)('%s', (api) => {
  const get = async (link: string) => {
    const response = await fetch(link, { redirect: 'manual' });
    return { status: response.status, location: response.headers.get('location'), text: await response.text() };
  };

  it('links in other forms', async () => {
    await order(
      api,
      { kind: 'label-amp' },
      { kind: 'label-no-scheme' },
      { kind: 'label-no-scheme', slashes: true },
      { kind: 'label-several' },
      { kind: 'label-several', joined: ';' },
    );
    const amp = String(await given(api));
    expect(amp).toMatch(/\.pdf\?page=1&amp;copy=2$/);
    expect((await get(amp)).status).toBe(404);
    expect((await get(amp.replace('&amp;', '&'))).status).toBe(200);
    expect(await given(api)).toMatch(/^127\.0\.0\.1:\d+\/.*\.pdf$/);
    expect(await given(api)).toMatch(/^\/\/127\.0\.0\.1:\d+\/.*\.pdf$/);
    const several = await given(api);
    expect(several).toEqual([expect.stringMatching(/^http:.*\?page=1$/), expect.stringMatching(/^http:.*\?page=2$/)]);
    expect(await given(api)).toMatch(/^http:.*\?page=1;http:.*\?page=2$/);
  });

  it('redirects, and answers without a file', async () => {
    const link = String(await given(api));
    const { host, pathname } = new URL(link);
    await order(
      api,
      { kind: 'label-redirect' },
      { kind: 'label-redirect', to: 'relative', status: 307 },
      { kind: 'label-redirect', to: 'itself', status: 301 },
      { kind: 'label-redirect', to: 'other-host' },
      { kind: 'label-202' },
      { kind: 'label-404' },
      { kind: 'label-not-ready' },
      { kind: 'label-not-ready', as: 'text', text: '生成中' },
    );
    const answers = [await get(link), await get(`${link}?moved=1`), await get(link), await get(link)];
    expect(answers.map(({ status, location }) => [status, location])).toEqual([
      [302, `http://${host}${pathname}?moved=1`],
      [307, `${pathname}?moved=2`],
      [301, pathname],
      [302, `http://${host.replace('127.0.0.1', 'localhost')}${pathname}?moved=1`],
    ]);
    const others = [await get(link), await get(link), await get(link), await get(link), await get(link)];
    expect(others.map(({ status }) => status)).toEqual([202, 404, 404, 200, 200]);
    expect(others[3]?.text).toBe('生成中\n');
    expect(others[4]?.text).toMatch(/^%PDF-/);
  });
});

it('etower: a link where the file was, and a label that is missing after the order was made', async () => {
  await order('etower', { kind: 'label-url-only' });
  const response = await apis.etower.label?.('LABEL-1');
  const [entry = {}] = objects(asObject(JSON.parse((await response?.text()) ?? ''))['data']);
  expect(entry).toMatchObject({ labelContent: null, labelContents: null, status: 'Success' });
  const link = String(entry['labelUrl']);
  await order('etower', { kind: 'label-404' }, { kind: 'label-html', service: 'label' });
  const bodies = [];
  for (let turn = 0; turn < 3; turn += 1) bodies.push((await (await fetch(link)).text()).slice(0, 4));
  expect(bodies).toEqual(['Not ', '<!DO', '^XA^']);
  await order('etower', { kind: 'label-missing' });
  const orders = [{ ...newOrder('LABEL-2') }];
  const created = await post(sandbox, 'orderLabels', { labelFormat: 'PDF', labelType: 1, orders });
  expect(objects(created['data'])).toEqual([
    expect.objectContaining({ status: 'Success', orderId: 'LABEL-2', labelContent: null }),
  ]);
});

function after(text: string, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(text), content]);
}
