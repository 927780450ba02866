import {
  cancelOrder,
  createOrder,
  createOrders,
  ECCANG,
  getTrackingNumbers,
  interceptOrder,
  updateWeights,
  type EccangClient,
} from '../../../carriers/eccang';
import { getBilledWeights, getFbaLabels, getProofsOfDispatch, HUAHAN } from '../../../carriers/huahan';
import { CarrierError } from '../../../carriers/http';
import { eccangOrder } from '../../../sandbox/sample-orders';
import { carrierWith } from './wire';

/** Nothing is found by a look-up. */
const NOTHING = {
  getTrackNumber: { ask: 'Success', data: [] },
  getOrder: { ask: 'Failure', message: '订单不存在' },
};
const asked = ['R0', 'R1', 'R2'];

interface Bulk {
  /** The answers to all that was asked, in a few words each. */
  run: (client: EccangClient) => Promise<string[]>;
  service: string;
  entry: (number: string | undefined, mark: string) => object;
  missing: string;
}

const words = (answers: readonly (object | CarrierError)[]): string[] =>
  answers.map((answer) =>
    answer instanceof CarrierError ? answer.kind : (/M\d/.exec(JSON.stringify(answer))?.[0] ?? '?'),
  );
const named = (field: string, number: string | undefined): object => (number === undefined ? {} : { [field]: number });

const BULK: Record<string, Bulk> = {
  batchCreateOrder: {
    run: async (client) =>
      words(
        await createOrders(
          client,
          asked.map((reference) => eccangOrder(reference)),
        ),
      ),
    service: 'batchCreateOrder',
    entry: (number, mark) => ({ ask: 'Success', ...named('reference_no', number), order_code: mark }),
    missing: 'outcome-unknown',
  },
  modifyOrderWeight: {
    run: async (client) =>
      words(
        await updateWeights(
          client,
          asked.map((number) => ({ order_code: number, weight: '1' })),
        ),
      ),
    service: 'modifyOrderWeight',
    entry: (number, mark) => ({ ask: 'Success', ...named('order_code', number), message: mark }),
    missing: 'outcome-unknown',
  },
  getTrackNumber: {
    run: async (client) => words(await getTrackingNumbers(client, asked)),
    service: 'getTrackNumber',
    entry: (number, mark) => ({ ...named('OrderNumber', number), TrackingNumber: mark }),
    missing: 'not-found',
  },
  getBillingWeight: {
    run: async (client) => words(await getBilledWeights(client, asked)),
    service: 'getBillingWeight',
    entry: (number, mark) => ({ ...named('Code', number), chargeweight: '1', message: mark }),
    missing: 'not-found',
  },
  batchGetDeliveryProof: {
    run: async (client) => words(await getProofsOfDispatch(client, asked)),
    service: 'batchGetDeliveryProof',
    entry: (number, mark) => ({ ...named('reference_no', number), url: `http://x/${mark}.pdf` }),
    missing: 'not-found',
  },
  getFbaLabel: {
    run: async (client) => words(await getFbaLabels(client, asked)),
    service: 'getFbaLabel',
    entry: (number, mark) => ({ ...named('fba_box_no', number), ol_label_url_ori: `http://x/${mark}.pdf` }),
    missing: 'not-found',
  },
};

describe.each(Object.entries(BULK))('%s', (_, { run, service, entry, missing }) => {
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
      'strangers alone',
      [
        ['X7', 'M7'],
        ['X8', 'M8'],
        ['X9', 'M9'],
      ],
      [missing, missing, missing],
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
    [
      'without any number, one too few',
      [
        [undefined, 'M0'],
        [undefined, 'M1'],
      ],
      [missing, missing, missing],
    ],
  ])('entries: %s', async (_case, entries, expected) => {
    const data = entries.map(([number, mark]) => entry(number, mark));
    const { client } = await carrierWith(HUAHAN, { ...NOTHING, [service]: { ask: 'Success', data } });
    expect(await run(client)).toEqual(expected);
  });
});

it.each(['batchCreateOrder', 'modifyOrderWeight'])(
  '%s: a number that is answered in two ways has no outcome',
  async (name) => {
    const bulk = BULK[name];
    const first = bulk?.entry('R0', 'M0');
    for (const other of [bulk?.entry('R0', 'M9'), { ...first, ask: 'Failure' }]) {
      const data = [first, bulk?.entry('R1', 'M1'), other];
      const { client } = await carrierWith(HUAHAN, { ...NOTHING, [name]: { ask: 'Success', data } });
      expect(await bulk?.run(client)).toEqual(['outcome-unknown', 'M1', 'outcome-unknown']);
    }
  },
);

describe.each([
  ['eccang', ECCANG],
  ['huahan', HUAHAN],
] as const)('%s: a reply that names another number', (_, deployment) => {
  const order = eccangOrder('R', { country_code: 'DE' });
  const stored = {
    getTrackNumber: { ask: 'Success', data: [{ OrderNumber: 'R', WayBillNumber: 'W1' }] },
    getOrder: {
      ask: 'Success',
      data: {
        ...{ reference_no: 'R', shipper_hawbcode: 'W1', country_code: 'DE', status: 'P' },
        Consignee: order['Consignee'],
      },
    },
  };
  const others = [
    { ask: 'Success', reference_no: 'X9', order_code: 'W9' },
    { ask: 'Success', data: [{ reference_no: 'X9', order_code: 'W9' }] },
    { ask: 'Success', reference_no: 'X9' },
    { ask: 'Failure', message: '邮编错误', reference_no: 'X9' },
  ];

  it.each(others)('%j is not the answer to a create: the order is looked up', async (createReply) => {
    const known = await carrierWith(deployment, { createOrder: createReply, ...stored });
    await expect(createOrder(known.client, order)).resolves.toMatchObject({
      parcel: { reference: 'R', orderNumber: 'W1', recovered: true },
    });
    const { client } = await carrierWith(deployment, { createOrder: createReply, ...NOTHING });
    await expect(createOrder(client, order)).rejects.toMatchObject({
      kind: 'outcome-unknown',
      message: expect.stringContaining('names X9, not R'),
    });
  });

  it.each([
    ['cancelOrder', (client: EccangClient) => cancelOrder(client, 'R')],
    ['interceptOrder', (client: EccangClient) => interceptOrder(client, { number: 'R' })],
  ])('may answer %s by another number of the same order', async (service, run) => {
    const { client } = await carrierWith(deployment, { [service]: { ask: 'Success', reference_no: 'X9' } });
    await expect(run(client)).resolves.toMatchObject({ reference_no: 'X9' });
  });
});
