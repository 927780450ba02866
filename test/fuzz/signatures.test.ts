import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { ECCANG, EccangClient, signEnvelope } from '../../carriers/eccang';
import { EtowerClient, PortalClient, signIntegrationRequest, signPortalRequest } from '../../carriers/etower';
import { endpointOf, HgeClient, signRequest } from '../../carriers/hge';
import { CarrierError, parseJson, Transport } from '../../carriers/http';
import { MgoshipClient, signCall } from '../../carriers/mgoship';
import { textOf } from '#carriers/shared/json-value';
import { deepJson, expanded, hostileJson, hostileText, MISTAKE } from './hostile';
import { always } from './property';

interface Sent {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

let sent: Sent[] = [];

beforeAll(() => {
  jest.spyOn(Transport.prototype, 'send').mockImplementation(async (request) => {
    const { method, url, headers = {}, body = '' } = typeof request === 'function' ? request() : request;
    sent.push({ method, url, headers, body: body.toString() });
    throw new CarrierError({ kind: 'rejected', message: 'Refused' });
  });
});
afterAll(() => jest.restoreAllMocks());

/** What goes out for a call. */
async function wireOf(call: () => Promise<unknown>): Promise<Sent> {
  sent = [];
  await call().catch((error: unknown) => {
    if (!(error instanceof CarrierError)) throw error;
  });
  return sent[0] ?? { method: '', url: '', headers: {}, body: '' };
}

const HOST = 'http://carrier.example.com';
const at = { baseUrl: HOST, environment: 'custom', region: 'custom', language: 'en' };

/** Letters that a header can carry. */
const secret = fc.stringMatching(/^[\x21-\x7e]{1,12}$/);
const json = fc.oneof(hostileJson, fc.json()).map((text): unknown => parseJson(text));

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
const hmac = (algorithm: string, key: string, text: string) => createHmac(algorithm, key).update(text);

/** `hge.md` 2.2: MD5 of key, secret, time and the body that is sent. */
function expectHge({ headers, body }: Pick<Sent, 'headers' | 'body'>, key: string, own: string): void {
  expect(headers['signature']).toBe(md5(`${key}${own}${headers['timestamp'] ?? ''}${body}`));
}

/** `etower.md` B.2: Base64 of HMAC-SHA1 over method, date and the address that is sent. */
function expectEtower({ method, url, headers }: Omit<Sent, 'body'>, token: string, key: string): void {
  const signature = hmac('sha1', key, `${method}\n${headers['X-WallTech-Date'] ?? ''}\n${url}`).digest('base64');
  expect(headers['Authorization']).toBe(`WallTech ${token}:${signature}`);
  expect(new URL(url).href).toBe(url);
}

/** `mgoship.md` 3: what stands under `params`, as it is sent. */
function expectMgoship(body: string, ask: { appId: string; own: string; module: string; action: string }): void {
  const parts = /"params":(.*?)(?:,"sign":"([^"]*)","version":"1.0")?\}$/s.exec(body);
  const sign = parts?.[2] ?? /^\{"appid":"(?:[^"\\]|\\.)*","sign":"([^"]*)"/s.exec(body)?.[1];
  const text = `${ask.appId}&${parts?.[1] ?? ''}&${ask.module}&${ask.action}&${ask.own}&$&`;
  expect(sign).toBe(createHash('sha256').update(text).digest('hex'));
}

/** `eccang.md` 1.2: the elements of the envelope, by a parser that is not ours. */
function elementsOf(xml: string): Record<string, string> {
  const elements: Record<string, string> = {};
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => open.push(name));
  parser.on('text', (text) => (elements[open.at(-1) ?? ''] = (elements[open.at(-1) ?? ''] ?? '') + text));
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return elements;
}

const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const rule = {
  ...at,
  version: '1.0',
  signatureTemplate: '{appId}&{params}&{module}&{action}&{secret}&$&',
  signatureAlgorithm: 'sha256',
  signatureCase: 'lower',
};

it('HGE: the signature is that of the body on the wire', async () => {
  await always(
    fc.asyncProperty(secret, secret, json, async (apiKey, apiSecret, body) => {
      const client = new HgeClient({ ...at, apiKey, apiSecret, apiToken: 't' });
      const wire = await wireOf(() =>
        client.call({ method: 'POST', url: endpointOf(client.base, 'x/'), body }, { intent: 'read' }),
      );
      expectHge(wire, apiKey, apiSecret);
      expect(JSON.parse(wire.body)).toEqual(written(body));
    }),
  );
});

it('eTower: the signature is that of the address on the wire', async () => {
  const path = hostileText
    .filter((text) => !/\p{Cs}/u.test(text))
    .map((text) => `/services/${encodeURIComponent(text)}?a=${encodeURI(text)}`);
  await always(
    fc.asyncProperty(secret, secret, path, json, async (token, key, way, body) => {
      const client = new EtowerClient({ ...at, token, key });
      expectEtower(await wireOf(() => client.call({ path: way, body }, { intent: 'read' })), token, key);
    }),
  );
});

it('eTower: the session goes along', async () => {
  await always(
    fc.asyncProperty(secret, fc.constantFrom('/api/shipper/v1/template/file', '/api/x'), async (sessionId, path) => {
      const client = new PortalClient({ ...at, sessionId });
      const { url, headers } = await wireOf(() => client.call({ path }, 'read'));
      expect(headers['sessionId'] ?? new URL(url).searchParams.get('sessionId')).toBe(sessionId);
    }),
  );
});

it('Mgoship: the signature is that of the params on the wire', async () => {
  const module = fc.constantFrom('tms_orders', 'stock', 'a&b=c');
  await always(
    fc.asyncProperty(secret, secret, module, json, async (appId, own, mod, params) => {
      const client = new MgoshipClient({ ...rule, appId, appSecret: own });
      const call = { module: mod, action: 'get_x' };
      const { body, url } = await wireOf(() => client.call(call, params, { intent: 'read' }));
      expectMgoship(body, { ...call, appId, own });
      expect(new URL(url).searchParams.get('mod')).toBe(mod);
    }),
  );
});

it('Eccang: the envelope holds the account and the params', async () => {
  await always(
    fc.asyncProperty(secret, secret, json, async (appToken, appKey, params) => {
      const client = new EccangClient(ECCANG, { ...at, appToken, appKey });
      const { body } = await wireOf(() => client.call('getOrder', params, { intent: 'read' }));
      const elements = elementsOf(body);
      expect(elements).toMatchObject({ appToken, appKey, service: 'getOrder' });
      expect(JSON.parse(elements['paramsJson'] ?? '')).toEqual(written(params));
    }),
  );
});

/** What n8n's own HTTP Request node may hand over as a body. */
const foreignBody = fc.oneof(
  hostileText,
  fc.oneof({ weight: 30, arbitrary: hostileJson }, { weight: 1, arbitrary: deepJson }).map((text) => `@@${text}`),
  json,
  json.map((params) => ({ params, service: 'getOrder', paramsJson: params })),
  json.map((params) => ` { "params" : ${JSON.stringify(params)},\n"service":"getOrder" } `),
  fc.constantFrom('<appToken/><appKey></appKey>', '<appToken>', undefined, new Date(0), Buffer.from('{"a": "b c"}')),
);
const foreignUrl = fc.oneof(
  { weight: 4, arbitrary: fc.webPath().map((path) => `${HOST}/${path}?op=storage&mod=m&action=a`) },
  { weight: 1, arbitrary: hostileText.map((text) => `${HOST}/${text}`) },
  { weight: 1, arbitrary: hostileText },
);

/** What was signed, or undefined where it was refused in words. */
function signed<T>(sign: () => T): T | undefined {
  try {
    return sign();
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof CarrierError)) throw error;
    expect(error.message).not.toMatch(MISTAKE);
    return undefined;
  }
}

it('a request of another node is signed as it goes out, for the own host alone, or refused in words', () => {
  always(
    fc.property(foreignUrl, foreignBody, secret, secret, (url, given, one, two) => {
      const body = typeof given === 'string' && given.startsWith('@@') ? JSON.parse(expanded(given.slice(2))) : given;
      const byHge = signed(() => signRequest(url, body, { ...at, apiKey: one, apiSecret: two, apiToken: '' }));
      if (byHge) expectHge(byHge, one, two);
      if (byHge && body === given && typeof body === 'string')
        expect(parseJson(byHge.body || '""')).toEqual(parseJson(body || '""'));
      const byEtower = signed(() => signIntegrationRequest('PUT', url, { ...at, token: one, key: two }));
      if (byEtower) expectEtower({ method: 'PUT', ...byEtower }, one, two);
      const byPortal = signed(() => signPortalRequest(url, { ...at, sessionId: one }));
      const byMgoship = signed(() => signCall({ url, body }, { ...rule, appId: one, appSecret: two }));
      if (byMgoship) {
        const { searchParams } = new URL(byMgoship.url);
        const [module, action] = ['mod', 'action'].map((name) => textOf(searchParams.get(name)) ?? '');
        expectMgoship(byMgoship.body, { appId: one, own: two, module: module ?? '', action: action ?? '' });
      }
      for (const signing of [byEtower, byPortal, byMgoship]) expect(new URL(signing?.url ?? HOST).origin).toBe(HOST);
      signed(() => signEnvelope(`${HOST}/default/svc/web-service`, body, { ...at, appToken: one, appKey: two }));
    }),
  );
});
