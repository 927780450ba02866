import {
  listPortalServiceOptions,
  listPortalServices,
  portalServiceOf,
  portalServiceOptionOf,
} from '../../../carriers/etower';
import { listOf } from '#carriers/shared/json-value';
import { client, documented, expectDocumented } from './portal-wire';

describe('documented requests', () => {
  it('list-services', () => expectDocumented('list-services', (own) => listPortalServices(own, 'AX')));

  it('list-service-options', () =>
    expectDocumented('list-service-options', (own) => listPortalServiceOptions(own, '929')));
});

describe('services', () => {
  it('the documented ones', async () => {
    const services = await listPortalServices(await client(documented('list-services')), 'AX');
    expect(services).toEqual(documented('list-services')['data']);
    expect(services.map(portalServiceOf)).toEqual([
      {
        code: '929',
        name: 'Australia Economy General PRO',
        serviceCode: 'DIR2AU.ECO.GENERAL.PRO',
        origin: 'CN',
        destination: '*',
        active: true,
        details: {
          ...{ channelGroup: 'DIR2AU.ECO.GENERAL.PRO', aggregator: 100, bizType: 4, level: 1, labelType: 1 },
          ...{ createOrderWay: 1, whiteLabelType: 1, resendChannel: 0, returnChannel: 0 },
          ...{ label: true, scan: true, lineHaul: true, customs: true, whiteLabel: true },
          ...{ validPeriod: false, switchBatteryFlag: true, clockIn: false },
        },
      },
    ]);
    const options = await listPortalServiceOptions(await client(documented('list-service-options')), '929');
    expect(options.map(portalServiceOptionOf)).toEqual(
      listOf(documented('list-service-options')['data']).map((option) => ({ ...option, id: String(option['id']) })),
    );
  });
});
