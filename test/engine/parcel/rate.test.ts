/** Rate: Get Many: the same questions as the carriers' own steps ask, and one list of all their answers. */
import workflow from '../../../examples/compare-rates.workflow.json';
import items from '../../../examples/orders.rates.json';
import { textOf, type JsonObject } from '#carriers/shared/json-value';
import { runWorkflow, step, type Step, type WorkflowRun } from '../../../engine';
import { control, credentialsFor, servicesOf, statsOf } from '../../../sandbox/control-client';
import { enveloped } from '../../contract/eccang/wire';
import { loopback } from '../../contract/loopback';
import { located } from '../every-field';
import { jsonOf, onRegularOutput, outputsOf, pairs, toErrorOutput } from '../outputs';
import { runWith, useSandbox } from '../sandbox';

const { sandbox, run } = useSandbox();

const [inJapan, inAmerica] = items;

const FORM: JsonObject = {
  country: located({}, '={{ $json.country }}'),
  weightKg: '={{ $json.weightKg }}',
  goodsType: 'parcel',
  dimensionsCm: {
    length: '={{ $json.dimensionsCm.length }}',
    width: '={{ $json.dimensionsCm.width }}',
    height: '={{ $json.dimensionsCm.height }}',
  },
  recipient: {
    city: '={{ $json.recipient.city }}',
    postcode: '={{ $json.recipient.postcode }}',
    province: '={{ $json.recipient.province }}',
  },
  returnAll: true,
};

const rates = (parameters: JsonObject = {}, settings: JsonObject = {}): Step =>
  step('parcel', 'Rates', 'rate', 'getMany', { ...FORM, ...parameters }, settings);

/** Carrier, code of the service, price, currency and rank of each rate. */
function listed(ran: WorkflowRun): string[] {
  return jsonOf(ran, 'Rates').map(({ carrier, service, price, currency, rank }) =>
    [carrier, JSON.stringify(service).split('"')[3], price, currency, rank]
      .map((each) => textOf(each) ?? '-')
      .join(' '),
  );
}

const failuresOf = (ran: WorkflowRun): unknown[] => jsonOf(ran, 'Rates').map(({ failures }) => failures);

/** What reaches the carriers in a run, in the order of its text. */
async function sentBy(...steps: Step[]): Promise<string[]> {
  const server = await loopback(() => ({ status: 400, body: '{}' }));
  await runWith(credentialsFor(server), [inJapan ?? {}], ...steps);
  await server.close();
  return server.received
    .map(({ method, path, headers, body }) => [method, path, headers['content-type'], body].join('\n'))
    .sort();
}

test('asks each carrier what its own step asks, byte for byte', async () => {
  const family = {
    inputMode: 'form',
    ...{ countryCode: located({}, '={{ $json.country }}'), weight: '={{ $json.weightKg }}', shippingTypeId: 'W' },
    additionalFields: {
      ...{ city: '={{ $json.recipient.city }}', postcode: '={{ $json.recipient.postcode }}' },
      ...{ length: '={{ $json.dimensionsCm.length }}', width: '={{ $json.dimensionsCm.width }}' },
      height: '={{ $json.dimensionsCm.height }}',
    },
  };
  const inMgoship = {
    region: { __rl: true, mode: 'name', value: '={{ $json.recipient.province }}' },
    ...{ weight: '={{ $json.weightKg }}', length: '={{ $json.dimensionsCm.length }}' },
    ...{ width: '={{ $json.dimensionsCm.width }}', height: '={{ $json.dimensionsCm.height }}' },
  };
  const own = [
    ...(await sentBy(step('eccangTms', 'Own', 'rate', 'get', family, onRegularOutput))),
    ...(await sentBy(step('huahan', 'Own', 'rate', 'get', family, onRegularOutput))),
    ...(await sentBy(step('mgoship', 'Own', 'rate', 'get', inMgoship, onRegularOutput))),
  ];
  const asked = await sentBy(rates({}, onRegularOutput));
  expect(asked).toHaveLength(3);
  expect(asked).toEqual(own.sort());
});

test('gives the rates of all carriers, each currency by itself', async () => {
  const ran = await run([inJapan ?? {}], rates());
  const japan = listed(ran);
  expect(japan.slice(0, 2)).toEqual(['mgoship 43 164 JPY 1', 'mgoship 38 180 JPY 2']);
  const unnamed = japan.filter((each) => / - \d+$/.test(each));
  expect(unnamed.map((each) => each.split(' ')[0])).toEqual(unnamed.map((each) => each.split(' ')[0]).sort());
  expect(jsonOf(ran, 'Rates')[0]).toEqual({
    carrier: 'mgoship',
    service: { code: '43', name: 'DM便' },
    rank: 1,
    price: '164',
    amount: '164',
    currency: 'JPY',
    overLimit: false,
    weightKg: 0.42,
    notSent: ['recipient.city', 'recipient.postcode'],
  });
  expect(failuresOf(ran).every((each) => each === undefined)).toBe(true);
  expect(pairs(outputsOf(ran, 'Rates'))).toEqual(japan.map(() => ({ item: 0 })));
});

test('ranks prices of one currency together where the user says which it is', async () => {
  const ran = await run(
    [inAmerica ?? {}],
    rates({ carriers: ['huahan', 'eccang'], options: { unnamedCurrency: 'cny' } }),
  );
  const all = jsonOf(ran, 'Rates');
  expect(all.map(({ rank }) => rank)).toEqual(all.map((_, at) => at + 1));
  expect(new Set(all.map(({ carrier }) => carrier))).toEqual(new Set(['eccang', 'huahan']));
  const prices = all.map(({ price }) => Number(price));
  expect(prices).toEqual(prices.toSorted((one, other) => one - other));
  const quick = await run(
    [inAmerica ?? {}],
    rates({ sortBy: 'days', returnAll: false, limit: 2, options: { unnamedCurrency: 'CNY' } }),
  );
  expect(jsonOf(quick, 'Rates')).toMatchObject([{ days: { max: 7 }, rank: 1 }, { rank: 2 }]);
});

describe('a carrier that gives no rates', () => {
  test('stands in the failures of the others: not asked, refused, or without a credential', async () => {
    const all = Object.entries(credentialsFor(sandbox));
    const others = Object.fromEntries(all.filter(([type]) => type !== 'huahanApi'));
    await control(sandbox, 'faults', { carrier: 'eccang', kind: 'http', status: 403, service: 'feeTrail' });
    const asked = rates({ carriers: 'Mgoship, eccang; huahan,hge' });
    const ran = await runWith(others, [inJapan ?? {}], asked);
    expect(new Set(jsonOf(ran, 'Rates').map(({ carrier }) => carrier))).toEqual(new Set(['mgoship']));
    expect(failuresOf(ran)[0]).toEqual([
      { carrier: 'eccang', kind: expect.any(String), message: expect.any(String), description: expect.any(String) },
      {
        carrier: 'huahan',
        kind: 'credentials',
        message: 'No credential of Huahan Logistics is chosen in this node',
        description: expect.stringContaining('huahanApi'),
      },
      {
        carrier: 'hge',
        kind: 'not-asked',
        message: expect.stringContaining('Rate: Get Many is not documented for HGE'),
        description: expect.any(String),
      },
    ]);
    expect(await servicesOf(sandbox, 'huahan')).toEqual({});
  });

  test('is not asked outside of Japan, where it is Mgoship', async () => {
    const ran = await run([inAmerica ?? {}], rates());
    expect(failuresOf(ran)[0]).toEqual([
      {
        carrier: 'mgoship',
        kind: 'not-asked',
        message: 'Destination Country (country) must be JP: Mgoship quotes parcels inside Japan alone',
        description: 'Nothing was sent to this carrier.',
      },
    ]);
    expect(ran.hints['Rates']).toEqual(['Mgoship gave no rates for some items: see "failures" there.']);
    expect(await servicesOf(sandbox, 'mgoship')).toEqual({});
  });

  test('is quoted without what was sent of a person', async () => {
    const refusal = enveloped({ ask: 'Failure', message: 'Springfield is not served', errCode: '' });
    const server = await loopback(() => ({ body: refusal }));
    const ran = await runWith(credentialsFor(server), [inAmerica ?? {}], rates({ carriers: ['eccang'] }));
    await server.close();
    expect(ran.result.error?.message).toBe('No carrier gave a rate. Eccang TMS: [hidden] is not served');
  });

  test('makes an error of the item where none gives any, with the words of each', async () => {
    const ran = await run(
      [{ ...inAmerica, country: 'JP', dimensionsCm: {}, recipient: {} }],
      rates(
        { carriers: ['mgoship', 'eccang'], overrides: '{ "eccang": { "product_code": "PK0032" } }' },
        onRegularOutput,
      ),
    );
    expect(jsonOf(ran, 'Rates')).toEqual([
      {
        error:
          'No carrier gave a rate. Mgoship: Size: Height (Centimetres) (dimensionsCm.height) is required; ' +
          'Size: Length (Centimetres) (dimensionsCm.length) is required; ' +
          'Recipient: State or Province (recipient.province) is required; ' +
          'Size: Width (Centimetres) (dimensionsCm.width) is required. Eccang TMS: no service for this parcel',
      },
    ]);
  });

  test('is asked nothing more once it refuses the account; the others go on', async () => {
    await control(sandbox, 'faults', { carrier: 'mgoship', kind: 'account-refusal', times: 9 });
    const ran = await run(
      Array.from({ length: 4 }, () => inJapan ?? {}),
      rates({ options: { concurrency: 1 }, returnAll: false, limit: 1 }),
    );
    expect(jsonOf(ran, 'Rates').map(({ carrier }) => carrier)).toEqual(['eccang', 'eccang', 'eccang', 'eccang']);
    const said = failuresOf(ran).map((each) => JSON.stringify(each));
    expect(said.filter((each) => each.includes('Not sent, because'))).toHaveLength(3);
    expect(await servicesOf(sandbox, 'mgoship')).toEqual({ cal_ship_fee: 1 });
    expect(await servicesOf(sandbox, 'huahan')).toEqual({ feeTrail: 4 });
  });
});

test.each([
  [{ carriers: '={{ [] }}' }, 'Carriers is empty'],
  [{ carriers: 'eccang, other' }, 'Carriers names a carrier that this node does not have'],
  [{ weightKg: 0 }, 'Weight (Kilograms) (weightKg) must be a number greater than 0'],
  [{ goodsType: '={{ "pallet" }}' }, 'Goods Type (goodsType) must be document, letter or parcel'],
  [{ overrides: '{ "ecang": {} }' }, 'Overrides names a carrier that this node does not have'],
  [{ overrides: '{ "eccang": "PY" }' }, 'Overrides has no object { } for Eccang TMS'],
  [{ sortBy: '={{ "name" }}' }, 'Sort By is neither price nor days'],
  [{ options: { unnamedCurrency: 'yuan' } }, 'Default Currency is no currency code'],
])('%j: nothing is sent for the item', async (parameters, message) => {
  const ran = await run([inJapan ?? {}], rates(parameters));
  expect(ran.result.error?.message).toBe(message);
  expect(await servicesOf(sandbox, 'eccang')).toEqual({});
});

test('asks for each item once, with no more connections to a carrier than calls may run, and again only for what failed', async () => {
  const many = Array.from({ length: 12 }, (_, at) => ({ ...inJapan, weightKg: at === 5 ? 0 : at + 1 }));
  const one = { returnAll: false, limit: 1, options: { concurrency: 2 } };
  const ran = await run(many, rates(one, { ...toErrorOutput, retryOnFail: true, maxTries: 2, waitBetweenTries: 1 }));
  expect(pairs(outputsOf(ran, 'Rates'))).toEqual(many.flatMap((_, item) => (item === 5 ? [] : [{ item }])));
  expect(pairs(outputsOf(ran, 'Rates', 1))).toEqual([{ item: 5 }]);
  for (const carrier of ['eccang', 'huahan', 'mgoship']) {
    const { requests, maxInFlight } = await statsOf(sandbox, carrier);
    expect(requests).toBe(11);
    expect(maxInFlight).toBeLessThanOrEqual(2);
  }
  await control(sandbox, 'reset');
  const failing = { carriers: ['eccang'], ...one };
  await control(sandbox, 'faults', { carrier: 'eccang', kind: 'http', status: 403, service: 'feeTrail', after: 2 });
  const retried = await run(
    many.slice(0, 4),
    rates({ ...failing, options: { concurrency: 1 } }, { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 }),
  );
  expect(pairs(outputsOf(retried, 'Rates'))).toEqual([0, 1, 2, 3].map((item) => ({ item })));
  expect(await servicesOf(sandbox, 'eccang')).toEqual({ feeTrail: 5 });
});

test('the example', async () => {
  const ran = await runWorkflow({ workflow, items, credentials: credentialsFor(sandbox) });
  expect(ran.result.status).toBe('success');
  expect(pairs(outputsOf(ran, 'One Rate per Order'))).toHaveLength(2);
  expect(jsonOf(ran, 'Cheapest in CNY').map(({ rank, currency }) => [rank, currency])).toEqual([
    [1, 'CNY'],
    [1, 'CNY'],
  ]);
  expect(outputsOf(ran, 'Orders Without a Rate').map(({ json }) => json['reference'])).toEqual(['SHOP-3003']);
});
