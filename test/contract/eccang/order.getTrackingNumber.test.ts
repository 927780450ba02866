import {
  awaitTrackingNumbers,
  ECCANG,
  EccangClient,
  getTrackingNumberChanges,
  getTrackingNumbers,
} from '../../../carriers/eccang';
import { documentedJson, object } from '../../documented';
import { carrier, enveloped, request } from './wire';

it('getTrackingNumberChangeRecord, and no change', async () => {
  const document = object(documentedJson('eccang', 'getTrackingNumberChangeRecord.response.json'));
  const { client, sentParams } = await carrier(ECCANG, enveloped(document), enveloped({ ask: 'Success', data: [] }));
  const waybill = 'QGINSN19041600001352';
  const changes = await getTrackingNumberChanges(client, {
    waybill,
    startDate: '2019-04-16 13:55:00',
    endDate: '2019-04-16 14:00:00',
  });
  expect(changes).toEqual(document['data']);
  expect(sentParams()).toBe(request('eccang', 'getTrackingNumberChangeRecord.request.json'));
  expect(await getTrackingNumberChanges(client, { waybill })).toEqual([]);
});

it('getTrackNumber hands numbers back whatever their order and case', async () => {
  const reply = {
    ask: 'Success',
    data: [
      { OrderNumber: 'B', TrackingNumber: 'T2', WayBillNumber: 'W2' },
      { OrderNumber: 'A', TrackingNumber: '', WayBillNumber: 'W1' },
    ],
  };
  const { client, sentParams } = await carrier(ECCANG, enveloped(reply));
  const answers = await getTrackingNumbers(client, ['a', 'B', 'C', 'a']);
  expect(sentParams()).toBe('{"reference_no":["a","B","C"]}');
  expect(answers).toMatchObject([
    { parcel: { reference: 'A', orderNumber: 'W1', trackingNumberPending: true } },
    { parcel: { reference: 'B', trackingNumber: 'T2' } },
    { kind: 'not-found', message: expect.stringContaining('C') },
    { parcel: { reference: 'A' } },
  ]);
});

it('waiting asks again only for what is missing and ends at the deadline', async () => {
  const entry = (number: string, tracking: string) => ({ OrderNumber: number, TrackingNumber: tracking });
  const first = enveloped({ ask: 'Success', data: [entry('A', ''), entry('B', 'T')] });
  const later = enveloped({ ask: 'Success', data: [entry('A', '')] });
  const { client, sentParams, calls } = await carrier(
    ECCANG,
    first,
    later,
    enveloped({ ask: 'Success', data: [entry('A', 'TA')] }),
  );
  const answers = await awaitTrackingNumbers(client, ['A', 'B'], { deadlineMs: 60_000, intervalMs: 1 });
  expect(answers).toMatchObject([{ parcel: { trackingNumber: 'TA' } }, { parcel: { trackingNumber: 'T' } }]);
  expect(calls()).toBe(3);
  expect(sentParams(1)).toBe('{"reference_no":["A"]}');
  const never = await carrier(ECCANG, later);
  const pending = await awaitTrackingNumbers(never.client, ['A'], { deadlineMs: 0, intervalMs: 1 });
  expect(pending).toMatchObject([{ parcel: { trackingNumberPending: true } }]);
  expect(never.calls()).toBe(1);
});

it('waiting survives a question that fails', async () => {
  const entry = (number: string, tracking: string) => ({
    OrderNumber: number,
    WayBillNumber: 'W',
    TrackingNumber: tracking,
  });
  const { client } = await carrier(
    ECCANG,
    enveloped({ ask: 'Success', data: [entry('A', 'T1'), entry('B', '')] }),
    enveloped({ ask: 'Failure', message: '系统繁忙' }),
    enveloped({ ask: 'Success', data: [entry('B', 'T2')] }),
  );
  expect(await awaitTrackingNumbers(client, ['A', 'B'], { deadlineMs: 60_000, intervalMs: 1 })).toMatchObject([
    { parcel: { trackingNumber: 'T1' } },
    { parcel: { trackingNumber: 'T2' } },
  ]);
});

it('waiting ends, and says why, when the carrier refuses the account', async () => {
  const { server } = await carrier(
    ECCANG,
    enveloped({ ask: 'Success', data: [{ OrderNumber: 'A', WayBillNumber: 'W', TrackingNumber: '' }] }),
    enveloped({ ask: 'Failure', message: '请求频率超限' }),
  );
  const notes: string[] = [];
  const account = { baseUrl: server.url, appToken: 'APP_TOKEN', appKey: 'APP_KEY' };
  const client = new EccangClient(ECCANG, account, { tell: (note) => notes.push(note) });
  expect(await awaitTrackingNumbers(client, ['A'], { deadlineMs: 60_000, intervalMs: 1 })).toMatchObject([
    { parcel: { orderNumber: 'W', trackingNumberPending: true } },
  ]);
  expect(notes).toEqual([expect.stringContaining('请求频率超限')]);
  expect(server.received).toHaveLength(2);
});
