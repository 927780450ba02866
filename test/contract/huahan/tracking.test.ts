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
