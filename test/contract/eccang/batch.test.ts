import { awaitTrackingNumbers, ECCANG, getTrackingNumbers, trackParcels } from '../../../carriers/eccang';
import { getBilledWeights, getProofsOfDispatch, HUAHAN } from '../../../carriers/huahan';
import { listOf, textOf } from '#carriers/shared/json-value';
import { documentedJson, object } from '../../documented';
import { carrier, enveloped } from './wire';

describe('an entry that is refused below a Success above (eccang.md 1.4 no. 5)', () => {
  const answer = async (deployment: typeof ECCANG, container: string, ...entries: object[]) =>
    (await carrier(deployment, enveloped({ ask: 'Success', message: 'Success', [container]: entries }))).client;

  it('in tracking, by its own ask or its own Error', async () => {
    const client = await answer(
      ECCANG,
      'Data',
      { Code: 'A', ask: 'Failure', message: '单号不存在' },
      { Code: 'B', Error: { cnMessage: '单号错误', enMessage: 'wrong number' } },
      { Code: 'C', Error_code: '0000', Error: [], message: '查询成功', Status: 'CC', Detail: [] },
      { Code: 'D', ask: 'Success', Error: { errMessage: '', errCode: '' }, Status: 'CC' },
    );
    expect(await trackParcels(client, ['A', 'B', 'C', 'D'])).toMatchObject([
      { kind: 'rejected', message: '单号不存在' },
      { kind: 'rejected', message: '单号错误: wrong number' },
      { parcel: { status: 'delivered' } },
      { parcel: { status: 'delivered' } },
    ]);
  });

  it('in tracking numbers, for which nobody waits', async () => {
    const refused = { OrderNumber: 'A', ask: 'Failure', message: '订单不存在' };
    const { client, calls } = await carrier(ECCANG, enveloped({ ask: 'Success', data: [refused] }));
    expect(await awaitTrackingNumbers(client, ['A'], { deadlineMs: 60_000, intervalMs: 1 })).toMatchObject([
      { kind: 'not-found', message: '订单不存在' },
    ]);
    expect(calls()).toBe(1);
  });

  it('in proofs of dispatch', async () => {
    const client = await answer(
      HUAHAN,
      'data',
      { reference_no: 'A', ask: 'Failure', message: '订单未出库' },
      { reference_no: 'B', url: 'http://x/1.pdf' },
    );
    expect(await getProofsOfDispatch(client, ['A', 'B'])).toMatchObject([
      { kind: 'rejected', message: '订单未出库' },
      { url: 'http://x/1.pdf' },
    ]);
  });

  it('in billed weights, with all its words and its code', async () => {
    const client = await answer(
      HUAHAN,
      'Data',
      {
        Code: 'A',
        chargeweight: '',
        ask: 'Failure',
        message: '查询失败',
        Error: { errMessage: '没有权限', errCode: '50010' },
      },
      { Code: 'B', chargeweight: '1.2', message: '' },
    );
    expect(await getBilledWeights(client, ['A', 'B'])).toMatchObject([
      { kind: 'not-found', code: '50010', message: '查询失败: 没有权限' },
      { weight: { weightKg: 1.2 } },
    ]);
  });
});

describe('answers of a batch read below a Failure above (eccang.md 1.4 no. 5)', () => {
  const refused = { ask: 'Failure', message: '部分失败', Error: { cnMessage: '单号B不存在', enMessage: '' } };
  const refusal = { kind: 'rejected', message: '部分失败: 单号B不存在' };
  const answer = async (deployment: typeof ECCANG, container: string, ...entries: object[]) =>
    (await carrier(deployment, enveloped({ ...refused, [container]: entries }))).client;

  it.each(['getCargoTrack', 'getCargoTrackPdd'] as const)('%s', async (service) => {
    const [tracked] = listOf(object(documentedJson('huahan', `${service}.response.json`))['Data']);
    const number = textOf(tracked?.['Code']) ?? '';
    const others = [
      { Code: 'B', Status: '', Detail: [] },
      { Code: 'D', Error_code: '0001' },
    ];
    const client = await answer(HUAHAN, 'Data', { ...tracked }, ...others);
    expect(await trackParcels(client, [number, 'B', 'C', 'D'], service)).toMatchObject([
      { raw: tracked },
      refusal,
      refusal,
      { kind: 'not-found' },
    ]);
  });

  it('getTrackNumber', async () => {
    const client = await answer(
      ECCANG,
      'data',
      { OrderNumber: 'A', TrackingNumber: 'T', WayBillNumber: 'W' },
      { OrderNumber: 'C', TrackingNumber: '', WayBillNumber: 'X' },
      { OrderNumber: 'D', TrackingNumber: '', WayBillNumber: '' },
    );
    expect(await getTrackingNumbers(client, ['A', 'B', 'C', 'D'])).toMatchObject([
      { parcel: { trackingNumber: 'T' } },
      refusal,
      { parcel: { orderNumber: 'X', trackingNumberPending: true } },
      refusal,
    ]);
  });

  it.each([
    { chargeweight: '1.2', message: '' },
    { chargeweight: '', message: '订单还未入库' },
  ])('getBillingWeight with %j', async (entry) => {
    const client = await answer(HUAHAN, 'Data', { Code: 'A', ...entry });
    expect(await getBilledWeights(client, ['A', 'B'])).toMatchObject([
      entry.chargeweight === '' ? { message: entry.message } : { weight: { weightKg: 1.2 } },
      refusal,
    ]);
  });

  it('an echo is none', async () => {
    const codes = await answer(HUAHAN, 'Data', { Code: 'A', chargeweight: '', message: '', Detail: [] });
    await expect(trackParcels(codes, ['A', 'B'])).rejects.toMatchObject(refusal);
    await expect(getBilledWeights(codes, ['A', 'B'])).rejects.toMatchObject(refusal);
    const references = await answer(ECCANG, 'data', { OrderNumber: 'A', TrackingNumber: '', WayBillNumber: '' });
    await expect(getTrackingNumbers(references, ['A', 'B'])).rejects.toMatchObject(refusal);
  });
});
