import { endpointOf, signatureOf, signRequest } from '../../../carriers/hge';
import { listOf } from '#carriers/shared/json-value';
import { documentedJson, object } from '../../documented';
import { requests } from '../carrier';
import { account, client, md5, post, received, SUCCESS } from './wire';

describe('signature', () => {
  const vectors = [
    documentedJson('hge', 'signature.main.json'),
    ...listOf(documentedJson('hge', 'signature.extra.json')),
  ].map((vector) => Object.fromEntries(Object.entries(object(vector)).map(([name, value]) => [name, String(value)])));

  it.each(vectors)('$id: $note', ({ api_key, api_secret, timestamp, request_body, signature }) => {
    expect(signatureOf(api_key ?? '', api_secret ?? '', timestamp ?? '', request_body ?? '')).toBe(signature);
  });

  it("is the guide's rule on the guide's input, not the hash that the guide prints", () => {
    const [main] = vectors;
    expect(signatureOf('abcdefght', '123456789', '1766304000', '{"field":"value"}')).toBe(
      'c5ecb0591afc960b4822d7a0e31070d4',
    );
    expect(main?.['documented_signature']).not.toBe(main?.['signature']);
  });

  it('covers the very bytes that are sent, whatever is in them', async () => {
    const body = {
      note: '义巷172号 서울특별시 \u{1F4E6}\u{1F1F0}\u{1F1F7} / \\ " \' é \u2028 \u0000 \ud800',
      path: 'a/b\\c',
      number: '12345678901234567890',
    };
    await post(await client({}, SUCCESS), body);
    const { headers, body: sent } = received();
    expect(sent).toBe(JSON.stringify(body));
    expect(headers['signature']).toBe(md5(`abcdefght123456789${String(headers['timestamp'])}${sent}`));
  });

  it('covers a text of many megabytes too', async () => {
    const text = `{ "a": "${'a\\n'.repeat(5_000_000)}" }`;
    const own = await account({});
    const { body } = signRequest(`${own.baseUrl ?? ''}x/`, text, own);
    expect(body === text.replaceAll(' ', '')).toBe(true);
  });

  it('covers nothing but key, secret and time when there is no body (GET)', async () => {
    const own = await client({}, SUCCESS);
    await own.call({ method: 'GET', url: endpointOf(own.base, 'x/', [['a', '1 2']]) }, { intent: 'read' });
    const { method, path, headers, body } = received();
    expect({ method, path, body }).toEqual({ method: 'GET', path: '/openapi/customer/x/?a=1+2', body: '' });
    expect(headers['signature']).toBe(md5(`abcdefght123456789${String(headers['timestamp'])}`));
    expect(headers).not.toHaveProperty('content-type');
  });

  it('is made anew, with the time of the attempt, when a read is tried again', async () => {
    const busy = { status: 503, headers: { 'Retry-After': '0' }, body: 'busy' };
    const own = await client({}, busy, SUCCESS);
    let now = Date.now();
    // A clock that is a second later each time that it is read.
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => (now += 1000));
    await post(own, { a: 1 });
    clock.mockRestore();
    const times = [0, 1].map((index) => Number(received(index).headers['timestamp']));
    expect(times[1]).toBeGreaterThan(times[0] ?? Infinity);
    expect(received(1).headers['signature']).toBe(md5(`abcdefght123456789${times[1]}{"a":1}`));
  });
});

describe('headers', () => {
  it("are those of the guide's table, and no Authorization", async () => {
    await post(await client({}, SUCCESS), {});
    const { headers } = received();
    expect(headers).toMatchObject({
      api_key: 'abcdefght',
      timestamp: expect.stringMatching(/^\d{10}$/),
      signature: expect.stringMatching(/^[0-9a-f]{32}$/),
      'api-token': '0123456789abcdef',
      'accept-language': 'en',
      'content-type': 'application/json',
    });
    expect(headers).not.toHaveProperty('authorization');
    expect(JSON.stringify(headers)).not.toContain('123456789"');
  });

  it('have Authorization: Bearer as well, by choice', async () => {
    await post(await client({ sendBearer: true }, SUCCESS), {});
    expect(received().headers).toMatchObject({
      authorization: 'Bearer 0123456789abcdef',
      'api-token': '0123456789abcdef',
    });
  });

  it('lack the token as long as there is none', async () => {
    await post(await client({ apiToken: '', sendBearer: true }, SUCCESS), {});
    expect(received().headers).not.toHaveProperty('api-token');
    expect(received().headers).not.toHaveProperty('authorization');
  });

  it.each(['en', 'zh', 'vi', 'ko'])('ask for the language %s', async (language) => {
    await post(await client({ language }, SUCCESS), {});
    expect(received().headers['accept-language']).toBe(language);
  });

  it('take pasted blanks off, and refuse what cannot stand in a header before anything is sent', async () => {
    await post(await client({ apiKey: ' abcdefght\n', apiToken: '\ttoken-1 ' }, SUCCESS), {});
    expect(received().headers).toMatchObject({ api_key: 'abcdefght', 'api-token': 'token-1' });
    await expect(client({ apiToken: 'tök en' })).rejects.toThrow('API Token in the credential holds a blank');
    await expect(post(await client({ apiSecret: ' ' }), {})).rejects.toThrow('must both be filled in');
    expect(requests()).toEqual([]);
  });
});
