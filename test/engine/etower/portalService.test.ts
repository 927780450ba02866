import { listSearch } from '../../../engine';
import { credentialsFor } from '../../../sandbox/control-client';
import { jsonOf, outputsOf, pairs } from '../outputs';
import { etower } from './orders';
import { usePortal } from './portal';

const { sandbox, run, answer } = usePortal();

describe('services', () => {
  test('services of a country and the options of one', async () => {
    const ran = await run(
      [{}],
      etower('Services', 'portalService', 'getMany', { country: { __rl: true, mode: 'code', value: 'AU' } }),
      etower('Options', 'portalService', 'getOptions', {
        channelId: { __rl: true, mode: 'code', value: '={{ $json.code }}' },
      }),
    );
    expect(jsonOf(ran, 'Services')).toMatchObject([
      {
        code: '929',
        name: 'Australia Economy',
        localName: '澳洲经济专线',
        serviceCode: 'UBI.AU2AU.AUPOST.1',
        origin: 'CN',
        destination: 'AU',
        active: true,
        details: { channelGroup: 'UBI.AU2AU.AUPOST.1', customs: true },
      },
    ]);
    expect(jsonOf(ran, 'Options')).toEqual([
      { id: '1', code: 'E-Parcel', description: 'Australia Economy: E-Parcel' },
      { id: '2', code: 'Expedited', description: 'Australia Economy: Expedited' },
    ]);
    expect(pairs(outputsOf(ran, 'Options'))).toEqual([{ item: 0 }, { item: 0 }]);
    const one = await run(
      [{}],
      etower('Options', 'portalService', 'getOptions', {
        channelId: { __rl: true, mode: 'code', value: '929' },
        serviceOption: { __rl: true, mode: 'list', value: 'Expedited' },
        simplify: false,
      }),
    );
    expect(jsonOf(one, 'Options')).toMatchObject([{ id: 2, code: 'Expedited' }]);
  });

  test('both are dropdowns', async () => {
    const credentials = credentialsFor(sandbox);
    const search = async (method: string, parameters: object, filter = '') =>
      (await listSearch({ node: 'etower', method, filter, credentials, parameters: { ...parameters } })).results;
    const country = { __rl: true, mode: 'code', value: 'us' };
    const channelId = { __rl: true, mode: 'list', value: '930' };
    const form = { resource: 'portalService', operation: 'getOptions' };
    expect(await search('searchPortalServices', { ...form, country }, 'tracked')).toEqual([
      { name: 'United States Tracked · 美国挂号 · 930', value: '930' },
    ]);
    expect((await search('searchPortalServiceOptions', { ...form, channelId })).map(({ value }) => value)).toEqual([
      'STANDARD',
    ]);
    await expect(search('searchPortalServices', form)).rejects.toThrow('Choose the country first');
  });

  test('a service that cannot be used is not offered', async () => {
    const data = [
      { channelId: 1, name: 'Closed', active: false },
      { channelId: 2, name: 'Open', active: true },
    ];
    const server = await answer({ success: true, code: '0', data, errors: [] });
    const found = await listSearch({
      node: 'etower',
      method: 'searchPortalServices',
      credentials: credentialsFor(sandbox, { baseUrl: server.url }),
      parameters: {
        resource: 'portalService',
        operation: 'getOptions',
        country: { __rl: true, mode: 'code', value: 'US' },
      },
    });
    expect(found.results).toEqual([{ name: 'Open · 2', value: '2' }]);
  });
});
