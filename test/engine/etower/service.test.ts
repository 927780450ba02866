import { listSearch } from '../../../engine';
import { credentialsFor, servicesOf } from '../../../sandbox/control-client';
import { jsonOf, outputsOf } from '../outputs';
import { useSandbox } from '../sandbox';
import { etower } from './orders';

const { sandbox, run } = useSandbox();

describe('lists and any endpoint', () => {
  test('services', async () => {
    const ran = await run(
      [{}],
      etower('Services', 'service', 'getMany', { limit: 1 }),
      etower('Raw', 'service', 'getMany', { simplify: false, returnAll: true }),
    );
    expect(jsonOf(ran, 'Services')).toMatchObject([
      {
        code: 'UBI.AU2AU.AUPOST.1',
        destinations: ['AU', 'NZ'],
        facilities: [{ code: 'CAN', country: 'CN' }, { code: 'SZX' }],
        options: ['E-Parcel', 'Expedited'],
      },
    ]);
    expect(outputsOf(ran, 'Raw')).toHaveLength(3);
    for (const limit of [0, -1]) {
      const least = await run([{}], etower('Services', 'service', 'getMany', { limit }));
      expect(outputsOf(least, 'Services')).toHaveLength(1);
    }
    expect(jsonOf(ran, 'Raw')[0]).toHaveProperty('customerSupportEMail', '');
  });

  test('dropdowns come from one catalogue, which is fetched once', async () => {
    const credentials = credentialsFor(sandbox, { key: 'sandbox-etower-key-00000000000000003 ' });
    const search = async (method: string, filter = '', parameters = {}) =>
      (await listSearch({ node: 'etower', method, filter, credentials, parameters })).results.map(({ value }) => value);
    expect(await search('searchServices', 'united')).toEqual(['DIRECT.LINK.US.L3']);
    expect(await search('searchServices', '')).toHaveLength(3);
    const parameters = {
      resource: 'order',
      operation: 'create',
      serviceCode: { __rl: true, mode: 'list', value: 'DIRECT.LINK.US.L3' },
    };
    expect(await search('searchServiceOptions', '', parameters)).toEqual(['STANDARD']);
    expect(await search('searchFacilities', 'hk', parameters)).toEqual(['HKG']);
    expect(await search('searchServiceOptions', 'box')).toEqual(['Boxable', 'Non-Boxable']);
    expect(await search('searchCountries', 'australia')).toEqual(['AU']);
    expect(await servicesOf(sandbox, 'etower')).toEqual({ 'service-catalog': 1 });
  });

  test('a dropdown shows why it is empty', async () => {
    const credentials = credentialsFor(sandbox, { token: 'wrong-token' });
    await expect(listSearch({ node: 'etower', method: 'searchServices', credentials })).rejects.toThrow(
      'eTower did not accept the credentials (HTTP 401).',
    );
  });
});
