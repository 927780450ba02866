import {
  closeShipments,
  createOrders,
  createOrdersWithLabels,
  getTrackingNumbers,
  EtowerClient,
} from '../../../carriers/etower';
import { CarrierError } from '../../../carriers/http';
import type { JsonObject } from '#carriers/shared/json-value';
import { carrierThat, requests } from '../carrier';
import type { Answer } from '../loopback';
import { accountAt, asAnswer, failure, outcomes, reply, success } from './wire';

const LOST: Answer = { status: 503, body: 'Service Unavailable' };

/** A client whose carrier answers each path with its own reply. */
async function clientWith(replies: Record<string, object | Answer>): Promise<EtowerClient> {
  const { url } = await carrierThat(({ path }) => {
    const answer = replies[path.split('/').at(-1) ?? ''] ?? { status: 'Failure', errors: [{ code: 100009 }] };
    const body = asAnswer(answer);
    return typeof body === 'string' ? { body } : body;
  });
  return new EtowerClient(accountAt(url));
}

const paths = (): (string | undefined)[] => requests().map(({ path }) => path.split('/').at(-1));

const sent: JsonObject = {
  referenceNo: 'A',
  country: 'AU',
  recipientName: 'Sample Recipient',
  addressLine1: '1 Example Street',
  postcode: '2000',
};
const order = (changes: object = {}, returnExisting = false) => ({ order: { ...sent, ...changes }, returnExisting });

const stored = (details: object = {}) => ({
  trackingNumbers: reply('Success', success({ orderId: 'A', trackingNo: 'T1' })),
  queryorders: reply('Success', success({ orderId: 'A', order: { ...STORED, ...details } })),
});
const STORED = {
  referenceNo: 'A',
  country: 'Australia',
  recipientName: 'SAMPLE RECIPIENT',
  addressline1: '1 Example St',
  postcode: '2000',
};

describe('flags of success', () => {
  it.each([true, 1, '1', 'success ', 'True', 'SUCCEEDED', 'OK', 'yes', 200])(
    'status %j is a success',
    async (status) => {
      const own = await clientWith({ orders: { status, data: [{ status, referenceNo: 'A', trackingNo: 'T1' }] } });
      expect(outcomes(await createOrders(own, [order()]))).toEqual(['T1']);
      expect(paths()).toEqual(['orders']);
    },
  );

  it.each([false, 0, '0', 'fail', 'FAILED ', 'error', 'no'])('status %j is a refusal', async (status) => {
    const entry = { status, referenceNo: 'A', errors: [{ code: 120005, message: 'no city' }] };
    const own = await clientWith({ orders: { status, data: [entry] } });
    expect(outcomes(await createOrders(own, [order()]))).toEqual(['rejected: no city']);
    expect(paths()).toEqual(['orders']);
  });

  it.each([
    ['neither', { status: 'Accepted', trackingNo: 'T1' }],
    ['success beside errors', { status: 'Success', trackingNo: 'T1', errors: [{ code: 120005, message: 'no city' }] }],
    ['failure beside a tracking number', { ...failure(120005, 'no city'), trackingNo: 'T1' }],
  ])('an entry that says %s is looked up', async (_, entry) => {
    const answer = { status: 'Partial Success', data: [{ referenceNo: 'A', ...entry }] };
    const own = await clientWith({ orders: answer, ...stored() });
    expect(await createOrders(own, [order()])).toMatchObject([{ parcel: { trackingNumber: 'T1', recovered: true } }]);
    expect(await createOrders(await clientWith({ orders: answer }), [order()])).toMatchObject([
      { kind: 'outcome-unknown' },
    ]);
  });

  it.each([
    ['an error that says success', { ...success({ trackingNo: 'T1' }), errors: [{ code: 0, message: 'Success' }] }],
    ['no errors', success({ trackingNo: 'T1', errors: [] })],
  ])('%s is none', async (_, entry) => {
    const own = await clientWith({ orders: reply('Success', { referenceNo: 'A', ...entry }) });
    expect(outcomes(await createOrders(own, [order()]))).toEqual(['T1']);
  });

  it('a refusal with the tracking number that was sent is a refusal', async () => {
    const own = await clientWith({ orders: reply('Failure', failure(120005, 'no city', { trackingNo: 'OWN' })) });
    expect(outcomes(await createOrders(own, [order({ trackingNo: 'OWN' })]))).toEqual(['rejected: no city']);
  });
});

describe('a create that succeeds without a number', () => {
  const numberless: [string, object][] = [
    ['an empty list', { status: 'Success', data: [] }],
    ['null', { status: 'Success', data: null }],
    ['nothing', { status: 'Success' }],
    ['an empty object', { status: 'Success', data: {} }],
    ['a list with an empty object', { status: 'Success', data: [{}] }],
    ['the reference alone', reply('Success', success({ referenceNo: 'A' }))],
  ];

  it.each(numberless)('is looked up: %s', async (_, answer) => {
    const [made] = await createOrders(await clientWith({ orders: answer, ...stored() }), [order()]);
    const notes = [expect.stringContaining('gave no number: it was looked up by its reference')];
    expect(made).toMatchObject({
      raw: { referenceNo: 'A', notes },
      parcel: { reference: 'A', trackingNumber: 'T1', notes },
    });
    expect(made).not.toHaveProperty('parcel.recovered');
  });

  it.each(numberless)('has its reference, and says what is missing, when it is not found: %s', async (_, answer) => {
    const [made] = await createOrders(await clientWith({ orders: answer }), [order()]);
    const notes = [expect.stringContaining('gave no number, and looking up reference A gave none')];
    expect(made).toMatchObject({
      raw: { referenceNo: 'A', notes },
      parcel: { carrier: 'etower', reference: 'A', notes },
    });
  });

  it('is looked up with its label too', async () => {
    const own = await clientWith({ orderLabels: { status: 'Success', data: [] }, ...stored() });
    expect(await createOrdersWithLabels(own, [order()], {})).toMatchObject([{ parcel: { trackingNumber: 'T1' } }]);
    expect(paths()).toEqual(['orderLabels', 'trackingNumbers', 'queryorders', 'labels']);
  });
});

describe.each([
  ['to another country', { country: 'New Zealand' }, 'it goes to NZ, not to AU'],
  ['to another recipient', { recipientName: 'Somebody Else' }, 'it goes to another recipient'],
  ['cancelled', { status: 'Cancelled' }, 'it is cancelled (Cancelled)'],
])('an order under the reference that is %s', (_, details, difference) => {
  const seen = `Under reference A eTower has order A, which is not the one sent: ${difference}.`;

  it('is not the one whose answer was lost', async () => {
    const [lost] = await createOrders(await clientWith({ orders: LOST, ...stored(details) }), [order()]);
    expect(lost).toMatchObject({ kind: 'outcome-unknown', message: expect.stringContaining(seen) });
  });

  it('is not the one to return where the reference exists', async () => {
    const exists = reply('Failure', failure(110003, 'exists', { referenceNo: 'A' }));
    const [found] = await createOrders(await clientWith({ orders: exists, ...stored(details) }), [order({}, true)]);
    expect(found).toMatchObject({ kind: 'duplicate', message: expect.stringContaining(seen) });
  });
});

const uncompared = { recovered: true, notes: [expect.stringContaining('could not be compared')] };
const numbersOnly: [string, Record<string, object>][] = [
  ['is not known by its number', {}],
  ['has no number to ask by', { trackingNumbers: reply('Success', success({ orderId: 'A', trackingNo: null })) }],
  ['has no details', { queryorders: reply('Success', success({ orderId: 'A', trackingNo: 'T1' })) }],
];

it.each(numbersOnly)('an order that %s is not taken for this one, and is named', async (_, replies) => {
  const { trackingNumbers } = stored();
  const [found] = await createOrders(await clientWith({ orders: LOST, trackingNumbers, ...replies }), [order()]);
  expect(found).toMatchObject({
    kind: 'outcome-unknown',
    message: expect.stringContaining('eTower has order A, but nothing shows that this run made it'),
    hint: expect.stringContaining('If Reference Exists: Return Existing Order'),
  });
});

it.each(numbersOnly)('where the existing one is wanted, an order that %s is, and says so', async (_, replies) => {
  const { trackingNumbers } = stored();
  const own = await clientWith({ orders: LOST, trackingNumbers, ...replies });
  const [found] = await createOrders(own, [order({}, true)]);
  expect(found).toMatchObject({ raw: uncompared, parcel: uncompared });
  expect(paths()).not.toContain('trackingEvents');
});

const eventsAt = (...times: (string | null)[]) => ({
  trackingEvents: reply(
    'Success',
    success({ orderId: 'A', events: times.map((eventTime) => ({ trackingNo: 'T1', eventTime })) }),
  ),
});
const now = (): string => new Date().toISOString();

it.each([{}, { status: 'Closed' }])(
  'an order of which all is of this run has no note, forecast or not: %j',
  async (details) => {
    const own = await clientWith({ orders: LOST, ...stored(details), ...eventsAt(now()) });
    const [found] = await createOrders(own, [order()]);
    expect(found).toMatchObject({ parcel: { recovered: true } });
    expect(found).not.toHaveProperty('parcel.notes');
  },
);

it.each([
  ['without events', {}],
  ['with an event without a time', eventsAt(now(), null)],
])('an order %s, as it was sent, says that it may be an older one', async (_, events) => {
  const [found] = await createOrders(await clientWith({ orders: LOST, ...stored(), ...events }), [order()]);
  expect(found).toMatchObject({ parcel: { recovered: true, notes: [expect.stringContaining('does not tell when')] } });
});

describe.each<[string, object, object, string]>([
  ['with an event of last year', {}, eventsAt('2025-06-01T10:00:00', now()), 'it is older than this run'],
  ['by another service', { serviceCode: 'OTHER' }, {}, 'it goes by service OTHER, not by OWN'],
  ['of another weight', { weight: '17', weightUnit: 'kg' }, {}, 'it weighs 17 kg, not 0.5 kg'],
])('an order under the reference %s', (_case, details, events, sign) => {
  const sentOrder = (returnExisting: boolean) => order({ serviceCode: 'OWN', weight: 0.5 }, returnExisting);

  it('is not the one that this run made, though all else is the same', async () => {
    const own = await clientWith({ orders: LOST, ...stored(details), ...events });
    expect(await createOrders(own, [sentOrder(false)])).toMatchObject([
      {
        kind: 'outcome-unknown',
        message: expect.stringContaining(`has order A, which is not the one sent: ${sign}.`),
        hint: expect.stringContaining('Return Existing Order'),
      },
    ]);
  });

  it('is the one to return where the existing one is wanted', async () => {
    const exists = reply('Failure', failure(110003, 'exists', { referenceNo: 'A' }));
    for (const orders of [LOST, exists]) {
      const own = await clientWith({ orders, ...stored(details), ...events });
      expect(await createOrders(own, [sentOrder(true)])).toMatchObject([{ parcel: { recovered: true } }]);
    }
  });
});

it.each([
  ['of the account', { status: 'Failure', errors: [{ message: '请求频率超限' }] }, { ofAccount: 'rate-limited' }],
  ['of one entry', reply('Failure', failure(100004, 'busy', { trackingNo: 'T1' })), {}],
  ['that nobody can read', { body: 'x' }, {}],
])('an order whose details are refused by an answer %s leaves the outcome unknown', async (_, queryorders, facts) => {
  const [lost] = await createOrders(await clientWith({ orders: LOST, ...stored(), queryorders }), [order()]);
  expect(lost).toMatchObject({
    kind: 'outcome-unknown',
    message: expect.stringContaining('Under reference A eTower has order A, but where it goes could not be asked'),
    ...facts,
  });
  const exists = reply('Failure', failure(110003, 'exists', { referenceNo: 'A' }));
  const [known] = await createOrders(await clientWith({ orders: exists, ...stored(), queryorders }), [order({}, true)]);
  expect(known).toMatchObject({ kind: 'duplicate', ...facts });
});

describe('refusals that concern the account or the rate', () => {
  it.each([
    ['unavailable', { code: 100000, message: 'x' }],
    ['credentials', { code: 100002, message: 'x' }],
    ['rate-limited', { code: 999, message: '请求频率超限,请稍后再试' }],
    ['rate-limited', { message: 'Too Many Requests' }],
    ['rate-limited', { code: 'RATE_LIMIT_EXCEEDED', message: 'x' }],
    ['unavailable', { message: '系统繁忙' }],
    ['credentials', { message: 'Signature mismatch' }],
    ['credentials', { message: 'IP is not in whitelist' }],
  ])('%s: %j, of the whole request and of one entry', async (kind, error) => {
    const refused = { kind, ofAccount: kind, hint: expect.any(String) };
    const whole = await clientWith({ trackingNumbers: { status: 'Failure', errors: [error], data: null } });
    expect(await getTrackingNumbers(whole, ['A'])).toMatchObject([refused]);
    const entry = { status: 'Failure', orderId: 'A', errors: [error] };
    expect(
      await closeShipments(await clientWith({ closeShipments: reply('Failure', entry) }), ['A'], {
        numberType: 'shipmentIds',
      }),
    ).toMatchObject([refused]);
  });

  it.each([
    [{ code: 100004, message: 'server busy' }],
    [{ message: 'product token invalid' }],
    [
      { code: 120005, message: 'no city' },
      { code: 100000, message: 'busy' },
    ],
  ])('%j concerns one order', async (...errors) => {
    const own = await clientWith({ trackingNumbers: reply('Failure', { status: 'Failure', orderId: 'A', errors }) });
    const [refusal] = await getTrackingNumbers(own, ['A']);
    expect(refusal instanceof CarrierError && refusal.ofAccount).toBeUndefined();
  });

  it('a look-up that is refused is told, so that the run ends', async () => {
    const limited = { status: 'Failure', errors: [{ message: '请求频率超限' }] };
    const [lost] = await createOrders(await clientWith({ orders: LOST, trackingNumbers: limited }), [order()]);
    expect(lost).toMatchObject({ kind: 'outcome-unknown', ofAccount: 'rate-limited' });
  });
});
