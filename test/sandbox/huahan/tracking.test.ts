import { envelopeXml, postXml, stepsAt } from '../eccang/wire';
import { asObject, control, objects, sandboxOfThisFile, shapeOf } from '../wire';

const sandbox = sandboxOfThisFile();
const { ask, create, documented } = stepsAt(sandbox, 'huahan');

describe('tracking', () => {
  it('the summary of an announced parcel differs from its event; comments hold both languages', async () => {
    const { waybill } = await create('TRACK-1');
    const first = await ask('getCargoTrack', { codes: [waybill] });
    expect(first.Data).toMatchObject([
      { Status: 'NO', New_Comment: '运单电子信息已收到', Detail: [{ Status: 'IR', track_area: '' }] },
    ]);
    const second = await ask('getCargoTrack', { codes: [waybill] });
    expect(shapeOf(second)).toEqual(shapeOf(documented('getCargoTrack.response.json')));
    expect(second.Data).toMatchObject([
      { Status: 'AF', Detail: [{ Comment: '快件到达作业中心 Shipment arrived at facility' }, { Status: 'IR' }] },
    ]);
  });

  it('takes waybills and tracking numbers, not references, at most 50', async () => {
    const { waybill, tracking } = await create('TRACK-2');
    expect(objects((await ask('getCargoTrack', { codes: [waybill, tracking, 'TRACK-2'] })).Data)).toHaveLength(2);
    expect(await ask('getCargoTrack', { codes: ['TRACK-2'] })).toMatchObject({
      Error: { cnMessage: expect.any(String) },
    });
    expect(await ask('getCargoTrack', { codes: Array.from({ length: 51 }, () => waybill) })).toMatchObject({
      ask: 'Failure',
    });
  });

  it('a second call while one is in flight is cut off and counted', async () => {
    const { waybill } = await create('TRACK-3');
    const xml = envelopeXml('huahan', 'getCargoTrack', { codes: [waybill] });
    await control(sandbox, 'faults', { carrier: 'huahan', service: 'getCargoTrack', kind: 'hang' });
    const hanging = new AbortController();
    const address = sandbox.addresses.huahan ?? '';
    const first = fetch(address, { method: 'POST', body: xml, signal: hanging.signal }).catch(() => 'aborted');
    while (asObject((await control(sandbox, 'stats')).body.huahan).requests !== 2) continue;
    await expect(postXml(sandbox, 'huahan', xml)).rejects.toThrow();
    hanging.abort();
    expect(await first).toBe('aborted');
    expect((await control(sandbox, 'stats')).body.huahan).toMatchObject({
      blocked: 1,
      maxInFlightByService: { getCargoTrack: 1 },
    });
  });

  it('calls one after the other pass, and other services may overlap', async () => {
    const { waybill } = await create('TRACK-4');
    const params = { codes: [waybill] };
    for (let turn = 0; turn < 20; turn += 1)
      expect(await ask('getCargoTrack', params)).toMatchObject({ ask: 'Success' });
    const overlapping = await Promise.all([1, 2, 3].map(() => ask('getCargoTrackPdd', params)));
    expect(overlapping.map((answer) => answer.ask)).toEqual(['Success', 'Success', 'Success']);
    expect((await control(sandbox, 'stats')).body.huahan).toMatchObject({ blocked: 0 });
  });

  it('getCargoTrackPdd takes references too and does not fail for an unknown number', async () => {
    await create('PDD-1', { country_code: 'US' });
    await ask('getCargoTrackPdd', { codes: ['PDD-1'] });
    const answer = await ask('getCargoTrackPdd', { codes: ['PDD-1', 'unknown'] });
    const [known, unknown] = objects(answer.Data);
    expect(shapeOf(known)).toEqual(shapeOf(objects(documented('getCargoTrackPdd.response.json').Data)[0]));
    expect(known).toMatchObject({
      Error_code: '0000',
      Time_zone: '+08:00',
      Detail: [
        { Comment: 'Has entered the warehouse' },
        { Comment: 'Shipment information received', track_area: 'CHINA' },
      ],
    });
    expect(unknown).toEqual({
      Code: 'unknown',
      Country_code: '',
      New_date: '',
      New_Comment: '',
      Status: '',
      Error_code: '0001',
      Detail: [],
    });
  });
});
