import { ordersAt, servicesOf } from '../../../sandbox/control-client';
import { jsonOf, onRegularOutput, outputsOf, pairs, toErrorOutput } from '../outputs';
import { useSandbox } from '../sandbox';
import { create, etower, orders } from './orders';

const { sandbox, run } = useSandbox();

const form = {
  bagNo: '={{ $json.bagNo }}',
  serviceCode: { __rl: true, mode: 'code', value: 'UBI.AU2AU.AUPOST.1' },
  destCountry: { __rl: true, mode: 'list', value: 'AU' },
  totalWeight: '={{ $json.totalWeight ?? 1.5 }}',
  trackingNo: '={{ $json.trackingNumber }}',
};

const handOver = (parameters: Record<string, unknown> = form, settings: Record<string, unknown> = {}) =>
  etower('Bag', 'bag', 'handOver', parameters, settings);
const inJson = { inputMode: 'json', body: '={{ $json }}' };

const bag = (bagNo: string, ...parcels: object[]) => ({
  bagNo,
  serviceCode: 'UBI.AU2AU.AUPOST.1',
  destCountry: 'AU',
  totalWeight: 1.5,
  parcels,
});

const unknown = (count: number) => Array.from({ length: count }, (_, index) => ({ trackingNo: `T-${index}` }));

/** Tracking numbers of new orders. */
async function tracked(count: number): Promise<unknown[]> {
  return jsonOf(await run(orders(count), create()), 'Create').map(({ trackingNumber }) => trackingNumber);
}

/** The message of each item in the error output, by its index. */
function messages(items: ReturnType<typeof outputsOf>): string[] {
  return items.map(({ pairedItem, error }) => `${JSON.stringify(pairedItem)} ${error?.message ?? ''}`);
}

describe('the form: an item is one parcel', () => {
  test('parcels of several bags share a call, each has its result', async () => {
    const numbers = await tracked(3);
    const items = numbers.map((trackingNumber, index) => ({ bagNo: `B-${index % 2}`, trackingNumber }));
    const ran = await run(items, handOver());
    expect(pairs(outputsOf(ran, 'Bag'))).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
    expect(jsonOf(ran, 'Bag')).toEqual(
      [0, 1, 2].map((index) => ({
        carrier: 'etower',
        reference: `REF-${index}`,
        orderNumber: `REF-${index}`,
        trackingNumber: numbers[index],
        bagNumber: `B-${index % 2}`,
        handedOver: true,
      })),
    );
    expect(await servicesOf(sandbox, 'etower')).toMatchObject({ handover: 1 });
    expect((await ordersAt(sandbox, 'etower')).map(({ bag }) => bag)).toEqual(['B-0', 'B-1', 'B-0']);
  });

  test('without Simplify an item has the entry of its bag, with its own parcel alone', async () => {
    const numbers = await tracked(2);
    const items = numbers.map((trackingNumber) => ({ bagNo: 'B', trackingNumber }));
    const ran = await run(items, handOver({ ...form, simplify: false }));
    expect(jsonOf(ran, 'Bag')).toMatchObject(
      numbers.map((trackingNo) => ({
        status: 'Success',
        bagNo: 'B',
        orderResults: [{ status: 'Success', trackingNo }],
      })),
    );
  });

  test('a refused parcel fails alone; one that comes twice in a bag is sent once', async () => {
    const [one, two] = await tracked(2);
    const items = [one, 'UNKNOWN', two, one].map((trackingNumber) => ({ bagNo: 'B', trackingNumber }));
    const ran = await run(items, handOver(form, toErrorOutput));
    expect(pairs(outputsOf(ran, 'Bag'))).toEqual([{ item: 0 }, { item: 2 }, { item: 3 }]);
    expect(messages(outputsOf(ran, 'Bag', 1))).toEqual(['{"item":1} No permission for the parcel']);
  });

  test('Retry On Fail does not send a bag again that was taken without one of its parcels', async () => {
    const [one] = await tracked(1);
    const items = [one, 'UNKNOWN'].map((trackingNumber) => ({ bagNo: 'B', trackingNumber }));
    const ran = await run(items, handOver(form, { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 }));
    expect(ran.result.error?.message).toBe('No permission for the parcel');
    expect(await servicesOf(sandbox, 'etower')).toMatchObject({ handover: 1 });
  });

  test('a bag number that exists fails its parcels, and no other', async () => {
    const [one, two, three] = await tracked(3);
    await run([{ bagNo: 'B-1', trackingNumber: one }], handOver());
    const items = [
      { bagNo: 'B-1', trackingNumber: two },
      { bagNo: 'B-2', trackingNumber: three },
    ];
    const ran = await run(items, handOver(form, onRegularOutput));
    expect(messages(outputsOf(ran, 'Bag'))).toEqual(['{"item":0} bagNo already exists', '{"item":1} ']);
  });
});

describe('limits: a bag is never divided', () => {
  test('301 bags are two calls, and the last parcel goes with the first, whose bag it is in', async () => {
    const numbers = await tracked(302);
    const items = numbers.map((trackingNumber, index) => ({ bagNo: `B-${index % 301}`, trackingNumber }));
    const ran = await run(items, handOver());
    expect(pairs(outputsOf(ran, 'Bag'))).toEqual(items.map((_, item) => ({ item })));
    expect(jsonOf(ran, 'Bag').map(({ trackingNumber }) => trackingNumber)).toEqual(numbers);
    expect(await servicesOf(sandbox, 'etower')).toMatchObject({ handover: 2 });
  });

  test('2,001 parcels of two bags are two calls', async () => {
    const items = [1000, 1001].map((count) => bag(`B-${count}`, ...unknown(count)));
    const ran = await run(items, handOver(inJson, onRegularOutput));
    expect(outputsOf(ran, 'Bag')).toHaveLength(2);
    expect(await servicesOf(sandbox, 'etower')).toEqual({ handover: 2 });
  });

  test('2,000 parcels of two bags are one call', async () => {
    const items = [999, 1001].map((count) => bag(`B-${count}`, ...unknown(count)));
    await run(items, handOver(inJson, onRegularOutput));
    expect(await servicesOf(sandbox, 'etower')).toEqual({ handover: 1 });
  });

  test('a bag of 2,001 parcels is refused before sending', async () => {
    const ran = await run([bag('B', ...unknown(2001))], handOver(inJson));
    expect(ran.result.error?.message).toBe('Bag B has 2,001 parcels. A call takes 2,000, and a bag is not divided');
    expect(await servicesOf(sandbox, 'etower')).toEqual({});
  });
});

describe('refused before sending', () => {
  test('facts that differ inside a bag fail its items, with both values; other bags go', async () => {
    const [one, two, three] = await tracked(3);
    const items = [
      { bagNo: 'B-1', trackingNumber: one, totalWeight: 1 },
      { bagNo: 'B-2', trackingNumber: two },
      { bagNo: 'B-1', trackingNumber: three, totalWeight: '2' },
    ];
    const ran = await run(items, handOver(form, toErrorOutput));
    const message = 'Total Weight (totalWeight) of bag B-1 is 1 in item 0 and 2 in item 2';
    expect(messages(outputsOf(ran, 'Bag', 1))).toEqual([`{"item":0} ${message}`, `{"item":2} ${message}`]);
    expect(pairs(outputsOf(ran, 'Bag'))).toEqual([{ item: 1 }]);
  });

  test('what may be of people is not repeated', async () => {
    const items = ['Jane Sample', 'John Sample'].map((driver) => ({ bagNo: 'B', trackingNumber: driver, driver }));
    const facility = '={{ $itemIndex === 0 ? "" : "CAN" }}';
    const ran = await run(items, handOver({ ...form, facility, handover: { driver: '={{ $json.driver }}' } }));
    expect(ran.result.error?.message).toBe(
      'Facility (facility) of bag B is empty in item 0 and CAN in item 1; Handover: Driver (driver) of bag B differs between item 0 and item 1',
    );
    expect(await servicesOf(sandbox, 'etower')).toEqual({});
  });

  test('items that differ in their hand-over alone go in calls of their own', async () => {
    const numbers = await tracked(2);
    const items = numbers.map((trackingNumber, index) => ({ bagNo: `B-${index}`, trackingNumber }));
    const ran = await run(items, handOver({ ...form, handover: { driver: '={{ "D" + $itemIndex }}' } }));
    expect(ran.result.error).toBeUndefined();
    expect(await servicesOf(sandbox, 'etower')).toMatchObject({ handover: 2 });
  });

  test('a bag waits for all of its parcels', async () => {
    const [one, two] = await tracked(2);
    const items = [
      { bagNo: 'B-1', trackingNumber: one },
      { bagNo: 'B-2', trackingNumber: two },
      { bagNo: 'B-1', trackingNumber: '' },
    ];
    const ran = await run(items, handOver(form, toErrorOutput));
    const why = 'Tracking Number (parcels[0].trackingNo) is required';
    expect(messages(outputsOf(ran, 'Bag', 1))).toEqual([
      `{"item":0} Bag B-1 is not handed over, because item 2 of it cannot be: ${why}`,
      `{"item":2} ${why}`,
    ]);
    expect(pairs(outputsOf(ran, 'Bag'))).toEqual([{ item: 1 }]);
  });
});

describe('JSON: an item is a whole bag', () => {
  test('bags share a call, with parcels that exist and new orders', async () => {
    const [trackingNo] = await tracked(1);
    const ran = await run([bag('B-1', { trackingNo }), bag('B-2', ...orders(2, 'NEW'))], handOver(inJson));
    expect(pairs(outputsOf(ran, 'Bag'))).toEqual([{ item: 0 }, { item: 1 }]);
    expect(jsonOf(ran, 'Bag')).toMatchObject([
      { carrier: 'etower', bagNumber: 'B-1', handedOver: true, parcels: [{ trackingNumber: trackingNo }] },
      { bagNumber: 'B-2', parcels: [{ reference: 'NEW-0' }, { reference: 'NEW-1' }] },
    ]);
    expect(await servicesOf(sandbox, 'etower')).toMatchObject({ handover: 1 });
  });

  test('a bag with a refused parcel is an error that names it', async () => {
    const [trackingNo] = await tracked(1);
    const ran = await run([bag('B', { trackingNo }, { trackingNo: 'UNKNOWN' })], handOver(inJson));
    expect(ran.result.error?.message).toBe('1 of 2 parcels are not in the bag: UNKNOWN: No permission for the parcel');
  });

  test('a bag in two items is refused before sending', async () => {
    const ran = await run([bag('B', { trackingNo: '1' }), bag('B', { trackingNo: '2' })], handOver(inJson));
    expect(ran.result.error?.message).toBe('Bag B is in item 0 and in item 1: with JSON, an item is a whole bag');
    expect(await servicesOf(sandbox, 'etower')).toEqual({});
  });
});
