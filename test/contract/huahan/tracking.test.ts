import { EccangClient, trackParcels } from '../../../carriers/eccang';
import { HUAHAN } from '../../../carriers/huahan';
import { documented, documentedJson } from '../../documented';
import { carrier, enveloped } from '../eccang/wire';
import { loopback } from '../loopback';

describe('documented requests', () => {
  it('getCargoTrack', async () => {
    const { client: own, sentParams } = await carrier(HUAHAN, documented('huahan', 'getCargoTrack.response.xml'));
    await trackParcels(own, ['HHWDE9344000011YQ', 'HHWDE9344000012YQ']);
    expect(sentParams()).toBe(JSON.stringify(documentedJson('huahan', 'getCargoTrack.request.json')));
  });
});

describe('documented replies', () => {
  it('getCargoTrack, with the status of the newest event', async () => {
    const { client: own } = await carrier(HUAHAN, documented('huahan', 'getCargoTrack.response.xml'));
    const [first, second] = await trackParcels(own, ['hhwde9344000011yq', 'HHWDE9344000012YQ']);
    expect(first).toMatchObject({
      parcel: {
        carrier: 'huahan',
        status: 'in_transit',
        statusRaw: 'DF',
        country: 'FR',
        events: [
          { time: null, timeRaw: '2019-12-31 09:26:30', status: 'in_transit', code: 'DF', location: 'SHENZHEN' },
          { status: 'picked_up', code: 'AF' },
          { status: 'pending', code: 'IR' },
        ],
      },
    });
    expect(second).toMatchObject({ parcel: { status: 'pending', country: 'FI' } });
  });

  it('getCargoTrackPdd, with times that have a zone', async () => {
    const { client: own } = await carrier(HUAHAN, documented('huahan', 'getCargoTrackPdd.response.xml'));
    const [answer] = await trackParcels(own, ['HHWQV2359000002YQ'], 'getCargoTrackPdd');
    expect(answer).toMatchObject({
      parcel: { status: 'picked_up', events: [{ time: '2022-12-25T14:26:15+08:00' }, { status: 'pending' }] },
    });
  });
});

describe('time zones of getCargoTrackPdd', () => {
  const detail = (Status: string, Occur_date: string, Occur_time_zone?: string) => ({
    Status,
    Occur_date,
    Occur_time_zone,
  });
  const AT_HOME = [
    detail('AF', '2024-03-10 02:30:00', '+08:00'),
    detail('CC', '2024-03-10 14:00:00', '-04:00'),
    detail('ND', '2024-03-10 22:00:00'),
  ];

  it.each([
    [
      'the entry’s serves events without one',
      '+08:00',
      AT_HOME,
      ['2024-03-10T14:00:00-04:00', '2024-03-10T22:00:00+08:00', '2024-03-10T02:30:00+08:00'],
    ],
    [
      'none is known of an event and of the entry',
      undefined,
      [...AT_HOME, detail('DF', '2024-03-10 05:00:00', '+08:00')],
      ['2024-03-10T14:00:00-04:00', null, '2024-03-10T05:00:00+08:00', '2024-03-10T02:30:00+08:00'],
    ],
    [
      'a blank one is none',
      'GMT+8',
      [detail('CC', '2024-03-10 14:00:00', ' '), detail('AF', '2024-02-30 10:00:00', '+08:00')],
      ['2024-03-10T14:00:00+08:00', null],
    ],
  ])('%s', async (_, Time_zone, Detail, times) => {
    const Data = [{ Code: 'T', Time_zone, Error_code: '0000', Detail }];
    const { client: own } = await carrier(HUAHAN, enveloped({ ask: 'Success', Data }));
    expect(await trackParcels(own, ['T'], 'getCargoTrackPdd')).toMatchObject([
      { parcel: { status: 'delivered', events: times.map((time) => ({ time })) } },
    ]);
  });
});

it('tracking at Huahan takes turns, also when a service is called by its name', async () => {
  let inFlight = 0;
  let most = 0;
  const server = await loopback(
    () => {
      inFlight -= 1;
      return { body: enveloped({ ask: 'Success', Data: [] }) };
    },
    () => {
      inFlight += 1;
      most = Math.max(most, inFlight);
    },
  );
  const client = new EccangClient(HUAHAN, { baseUrl: server.url, appToken: 'a', appKey: 'b' });
  await Promise.all(
    Array.from({ length: 8 }, () => client.call('getCargoTrack', { codes: ['A'] }, { intent: 'read' })),
  );
  await server.close();
  expect(most).toBe(1);
});
