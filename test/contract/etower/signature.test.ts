import {
  authorizationOf,
  deleteOrder,
  EtowerClient,
  listServices,
  signIntegrationRequest,
} from '../../../carriers/etower';
import { listOf, objectOf } from '#carriers/shared/json-value';
import { documentedJson } from '../../documented';
import { carrierAnswering, requests } from '../carrier';
import { accountAt, asAnswer, client, example, expectSigned, KEY, reply, success, TOKEN } from './wire';

describe('signature', () => {
  const vectors = listOf(objectOf(documentedJson('etower', 'signature-vectors.json'))['vectors']).map((vector) =>
    Object.fromEntries(Object.entries(vector).map(([name, value]) => [name, String(value)])),
  );

  it.each(vectors)(
    'vector $method $url',
    ({ method = '', url = '', date = '', token = '', key = '', authorization }) => {
      expect(authorizationOf({ method, url, date, token, key })).toBe(authorization);
    },
  );

  it('there are two vectors', () => {
    expect(vectors).toHaveLength(2);
  });

  it.each(['SAMPLE-20200806140623', 'A/B 1%', "ü&'(*)!~.|", '订单?x#y'])(
    'signs the bytes that are sent: %s',
    async (id) => {
      await deleteOrder(await client(reply('Success', success({ orderId: id }))), id);
      const [received] = requests();
      expect(decodeURIComponent(received?.path.replace('/services/shipper/order/', '') ?? '')).toBe(id);
      expectSigned(received);
    },
  );

  it('trims token and key, and sends every documented header', async () => {
    const { url } = await carrierAnswering(asAnswer(example('service-catalog')));
    const own = new EtowerClient(accountAt(url));
    await listServices(
      new EtowerClient({
        region: 'custom',
        baseUrl: ` ${url}/services/shipper/orders `,
        token: ` ${TOKEN}\n`,
        key: `${KEY} `,
      }),
    );
    expect(own.baseUrl).toBe(url);
    expect(requests()[0]).toMatchObject({
      method: 'GET',
      path: '/services/shipper/service-catalog',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-walltech-date': expect.stringMatching(/GMT$/),
      },
    });
    expectSigned(requests()[0]);
  });

  it('a request of somebody else is signed with its query, for the own host alone', () => {
    const credentials = { region: 'us', token: TOKEN, key: KEY };
    const signed = signIntegrationRequest(
      'post',
      'https://us.etowertech.com/services/shipper/orders?a=1&b= 2#x',
      credentials,
    );
    expect(signed.url).toBe('https://us.etowertech.com/services/shipper/orders?a=1&b=%202');
    expect(signed.headers['Authorization']).toBe(
      authorizationOf({
        method: 'POST',
        url: signed.url,
        date: signed.headers['X-WallTech-Date'] ?? '',
        token: TOKEN,
        key: KEY,
      }),
    );
    for (const url of ['https://cn.etowertech.com/x', 'http://us.etowertech.com/x', 'us.etowertech.com']) {
      expect(() => signIntegrationRequest('GET', url, credentials)).toThrow('only sent to https://us.etowertech.com');
    }
  });

  it.each([
    ['cn', 'https://cn.etowertech.com'],
    ['us', 'https://us.etowertech.com'],
    ['au', 'https://au.etowertech.com'],
    ['qa', 'http://qa.etowertech.com'],
  ])('region %s is %s', (region, baseUrl) => {
    expect(new EtowerClient({ region, token: TOKEN, key: KEY }).baseUrl).toBe(baseUrl);
  });
});
