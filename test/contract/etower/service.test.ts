import { listServices, serviceOf } from '../../../carriers/etower';
import { objectOf } from '#carriers/shared/json-value';
import { requests } from '../carrier';
import { client, example, request } from './wire';

describe('documented requests go out byte for byte', () => {
  it('service-catalog', async () => {
    const services = await listServices(await client(example('service-catalog')));
    const { method, path } = objectOf(request('service-catalog'));
    expect(requests()[0]).toMatchObject({ method, path });
    expect(services).toEqual(example('service-catalog')['data']);
    expect(serviceOf(services[0] ?? {})).toEqual({
      code: 'UBI.AU2AU.AUPOST.1',
      name: 'Sample service',
      localName: '示例服务',
      provider: 'Sample provider',
      providerCode: 'SAMPLE',
      origins: ['CN'],
      destinations: ['AU'],
      facilities: [{ code: 'CAN', country: 'CN', address: { country: 'CN' } }],
      options: ['E-Parcel', 'Expedited'],
    });
  });
});

describe('errors', () => {
  it.each([{}, { hello: 'world' }, { data: null }])('%j is no list of services', async (body) => {
    await expect(listServices(await client(body))).rejects.toMatchObject({ kind: 'invalid-reply' });
  });
});
