import {
  closeShipments,
  createOrders,
  createOrdersWithLabels,
  deleteOrder,
  getLabelData,
  getOrders,
  getTrackingNumbers,
  handOverBags,
  holdOrders,
  printLabels,
  sendManifest,
  trackParcels,
  updateOrder,
  type EtowerClient,
} from '../../../carriers/etower';
import { CarrierError } from '../../../carriers/http';
import { asAnswer } from '#carriers/shared/lost-answer';
import { client, failure, newOrder, pdf, reply, success } from './wire';

const asked = ['R0', 'R1', 'R2'];
const NOTHING = reply('Failure', ...asked.map((number) => failure(100009, 'unknown', { orderId: number })));

const words = (answers: readonly (object | CarrierError)[]): string[] =>
  answers.map((answer) =>
    answer instanceof CarrierError ? answer.kind : (/M\d/.exec(JSON.stringify(answer))?.[0] ?? '?'),
  );

type Run = (own: EtowerClient) => Promise<readonly (object | CarrierError)[]>;
type Entry = (number: string | undefined, mark: string) => object;

const byOrderId: Entry = (number, mark) => success({ ...(number ? { orderId: number } : {}), trackingNo: mark });
const byReference: Entry = (number, mark) => success({ ...(number ? { referenceNo: number } : {}), trackingNo: mark });
const labelled: Entry = (number, mark) => ({ ...byOrderId(number, mark), labelContent: pdf(mark) });

const BULK: Record<string, [Run, Entry, string]> = {
  create: [(own) => createOrders(own, asked.map(newOrder)), byReference, 'outcome-unknown'],
  'create, by order ID': [(own) => createOrders(own, asked.map(newOrder)), byOrderId, 'outcome-unknown'],
  createWithLabel: [(own) => createOrdersWithLabels(own, asked.map(newOrder), {}), labelled, 'outcome-unknown'],
  hold: [(own) => holdOrders(own, asked, 1), byOrderId, 'outcome-unknown'],
  sendManifest: [(own) => sendManifest(own, asked), byOrderId, 'outcome-unknown'],
  closeShipments: [(own) => closeShipments(own, asked, { numberType: 'shipmentIds' }), byOrderId, 'outcome-unknown'],
  trackingNumbers: [(own) => getTrackingNumbers(own, asked), byOrderId, 'not-found'],
  queryorders: [(own) => getOrders(own, asked), byOrderId, 'not-found'],
  labels: [(own) => printLabels(own, asked, {}), labelled, 'not-found'],
  labelSpecs: [(own) => getLabelData(own, asked), byReference, 'not-found'],
  trackingEvents: [(own) => trackParcels(own, asked), byOrderId, 'not-found'],
};

describe.each(Object.entries(BULK))('%s', (_, [run, entry, missing]) => {
  it.each<[string, [string | undefined, string][], string[]]>([
    [
      'in another order',
      [
        ['R2', 'M2'],
        ['R0', 'M0'],
        ['R1', 'M1'],
      ],
      ['M0', 'M1', 'M2'],
    ],
    [
      'one twice and one missing',
      [
        ['R0', 'M0'],
        ['R1', 'M1'],
        ['R0', 'M0'],
      ],
      ['M0', 'M1', missing],
    ],
    [
      'a stranger at its place',
      [
        ['R0', 'M0'],
        ['X9', 'M9'],
        ['R2', 'M2'],
      ],
      ['M0', missing, 'M2'],
    ],
    [
      'one without a number beside others',
      [
        ['R0', 'M0'],
        [undefined, 'M1'],
        ['R2', 'M2'],
      ],
      ['M0', missing, 'M2'],
    ],
    [
      'without any number',
      [
        [undefined, 'M0'],
        [undefined, 'M1'],
        [undefined, 'M2'],
      ],
      ['M0', 'M1', 'M2'],
    ],
  ])('entries: %s', async (_case, entries, expected) => {
    const data = entries.map(([number, mark]) => entry(number, mark));
    expect(words(await run(await client(reply('Success', ...data), NOTHING)))).toEqual(expected);
  });

  it('entries: strangers alone, by their references; for a write by their order IDs too', async () => {
    for (const field of missing === 'not-found' ? ['referenceNo'] : ['referenceNo', 'orderId']) {
      const data = ['X7', 'X8', 'X9'].map((number) =>
        success({ [field]: number, trackingNo: 'M9', labelContent: pdf('M9') }),
      );
      const answers = await run(await client(reply('Success', ...data), NOTHING));
      expect(words(answers)).toEqual([missing, missing, missing]);
    }
  });
});

describe('of one number alone', () => {
  const stranger = success({ orderId: 'X9', referenceNo: 'X9', trackingNo: 'M9' });

  it.each<[string, Run]>([
    ['create', (own) => createOrders(own, [newOrder('R')])],
    ['createWithLabel', (own) => createOrdersWithLabels(own, [newOrder('R')], {})],
    ['hold', (own) => holdOrders(own, ['R'], 1)],
    ['sendManifest', (own) => sendManifest(own, ['R'])],
    ['closeShipments', (own) => closeShipments(own, ['R'], { numberType: 'shipmentIds' })],
    ['delete', async (own) => [await deleteOrder(own, 'R').catch(asAnswer)]],
    ['update', async (own) => [await updateOrder(own, { orderId: 'R' }).catch(asAnswer)]],
  ])('%s takes no entry of a stranger, and names it', async (_, run) => {
    const [answer] = await run(await client(reply('Success', stranger), NOTHING));
    expect(answer).toMatchObject({
      kind: 'outcome-unknown',
      message: expect.stringContaining('returned nothing for R: its answer names X9'),
    });
  });

  it('a create that is answered in two ways is looked up; one that is repeated is not', async () => {
    const made = (trackingNo: string) => success({ referenceNo: 'R', trackingNo });
    const create = async (...data: object[]) =>
      (await createOrders(await client(reply('Success', ...data), NOTHING), [newOrder('R')]))[0];
    expect(await create(made('T1'), made('T1'))).toMatchObject({ parcel: { trackingNumber: 'T1' } });
    for (const other of [made('T9'), failure(120001, 'no', { referenceNo: 'R' })]) {
      expect(await create(made('T1'), other)).toMatchObject({ kind: 'outcome-unknown' });
    }
  });

  it('a create is looked up by its reference', async () => {
    const found = reply('Success', success({ orderId: 'R', trackingNo: 'T', order: { country: 'AU' } }));
    const own = await client(reply('Success', stranger), found);
    const order = { order: { referenceNo: 'R', country: 'AU' }, returnExisting: false };
    expect(await createOrders(own, [order])).toMatchObject([{ parcel: { trackingNumber: 'T', recovered: true } }]);
  });
});

it('a master gets no entry that names another master', async () => {
  const data = ['M1', 'X9'].map((masterRefno, index) =>
    success({ masterRefno, orderId: `P${index}`, trackingNo: `T${index}` }),
  );
  const masters = { numberType: 'masterIds' } as const;
  const both = await closeShipments(await client(reply('Success', ...data)), ['M1', 'M2'], masters);
  expect(both).toMatchObject([{ raw: { trackingNo: 'T0' } }, { kind: 'outcome-unknown' }]);
  const [only] = await closeShipments(await client(reply('Success', data[1] ?? {})), ['M1'], masters);
  expect(only).toMatchObject({ kind: 'outcome-unknown' });
});

it('bags and the parcels in them take no entries of strangers', async () => {
  const bag = (bagNo: string) => ({ bagNo, parcels: [{ trackingNo: `${bagNo}-T` }] });
  const result = (bagNo: string, number: string) =>
    success({ bagNo, orderResults: [success({ orderId: number, trackingNo: number })] });
  const run = async (...data: object[]) =>
    (await handOverBags(await client(reply('Success', ...data)), {}, [bag('B0'), bag('B1')])).map(({ parcels }) =>
      parcels.map((parcel) => (parcel.result instanceof CarrierError ? parcel.result.kind : 'taken')),
    );
  expect(await run(result('B1', 'B1-T'), result('B0', 'B0-T'))).toEqual([['taken'], ['taken']]);
  expect(await run(result('B0', 'B0-T'), result('X9', 'X9-T'))).toEqual([['taken'], ['outcome-unknown']]);
  expect(await run(result('B0', 'B0-T'), result('B0', 'B0-T'))).toEqual([['taken'], ['outcome-unknown']]);
  expect(await run(result('B0', 'B0-T'), result('B1', 'X9-T'))).toEqual([['taken'], ['outcome-unknown']]);
});
