import { asObject, exampleJson, objects, sandboxOfThisFile, shapeOf, type Answer } from '../wire';
import { codesOf, made, newOrder, post, stateOf } from './wire';

const sandbox = sandboxOfThisFile();

const bag = (bagNo: string, parcels: unknown, changes: Answer = {}): Answer => ({
  bagNo,
  serviceCode: 'UBI.AU2AU.AUPOST.1',
  destCountry: 'AU',
  totalWeight: 0.5,
  parcels,
  ...changes,
});

const handOver = (...bags: Answer[]): Promise<Answer> => post(sandbox, 'handover', { bags });

async function tracked(...orders: Answer[]): Promise<unknown[]> {
  return (await made(sandbox, ...orders)).map(({ trackingNo }) => trackingNo);
}

/** Codes of each parcel of each bag. */
function parcelCodes(reply: Answer): unknown[][] {
  return objects(reply.data).map(({ orderResults }) => codesOf({ data: orderResults }));
}

it('takes a bag of parcels that exist, and answers as documented', async () => {
  const [trackingNo] = await tracked(newOrder('A'));
  const reply = await handOver(bag('B-1', [{ trackingNo }], { battery: false, facility: 'CAN' }));
  expect(shapeOf(reply)).toEqual(shapeOf(exampleJson('etower', 'handover.response.json')));
  expect(await stateOf(sandbox, 'A')).toMatchObject({ bag: 'B-1' });
});

it('takes new orders with their bag, both kinds in one', async () => {
  const [trackingNo] = await tracked(newOrder('A'));
  const reply = await handOver(bag('B-1', [{ trackingNo }, newOrder('NEW')]));
  expect(reply.status).toBe('Success');
  expect(await stateOf(sandbox, 'NEW')).toMatchObject({ bag: 'B-1' });
});

it.each<[string, unknown, number]>([
  ['nothing', {}, 950002],
  ['no bags', { bags: [] }, 951002],
  ['301 bags', { bags: Array.from({ length: 301 }, (_, index) => bag(`B-${index}`, [])) }, 951003],
  [
    '2,001 parcels',
    {
      bags: [
        bag(
          'B',
          Array.from({ length: 2001 }, () => ({ trackingNo: 'T' })),
        ),
      ],
    },
    950003,
  ],
  ['a time without its zone', { handoverTime: '2020-08-10 11:45', bags: [bag('B', [])] }, 100001],
  ['a driver of 81 characters', { driver: 'd'.repeat(81), bags: [bag('B', [])] }, 100001],
])('refuses a request: %s', async (_, body, code) => {
  const reply = await post(sandbox, 'handover', body);
  expect({ status: reply.status, codes: codesOf(reply) }).toEqual({ status: 'Failure', codes: [[code]] });
});

it.each<[string, Answer, number]>([
  ['no number', { bagNo: '' }, 951000],
  ['a long number', { bagNo: 'b'.repeat(81) }, 951006],
  ['no service', { serviceCode: '' }, 951007],
  ['an unknown service', { serviceCode: 'NONE' }, 100013],
  ['another facility', { facility: 'XXX' }, 100006],
  ['no country', { destCountry: null }, 951009],
  ['no weight', { totalWeight: null }, 950002],
  ['a weight in words', { totalWeight: 'heavy' }, 100001],
  ['batteries in words', { battery: 'N' }, 100001],
  ['no parcels', { parcels: [] }, 951013],
])('refuses a bag: %s', async (_, changes, code) => {
  const reply = await handOver(bag('B', [{ trackingNo: 'T' }], changes));
  expect({ status: reply.status, codes: codesOf(reply) }).toEqual({ status: 'Failure', codes: [[code]] });
});

it('takes a bag number once', async () => {
  const [one, two, three] = await tracked(newOrder('A'), newOrder('B'), newOrder('C'));
  const reply = await handOver(bag('B-1', [{ trackingNo: one }]), bag('B-1', [{ trackingNo: two }]));
  expect({ status: reply.status, codes: codesOf(reply) }).toEqual({ status: 'Partial Success', codes: [[], [951023]] });
  expect(codesOf(await handOver(bag('B-1', [{ trackingNo: three }])))).toEqual([[951020]]);
});

it('refuses parcels one by one', async () => {
  const others = { serviceCode: 'DIRECT.LINK.US.L3', serviceOption: 'STANDARD', country: 'US', postcode: '62701' };
  const orders = [newOrder('A'), newOrder('B'), newOrder('C', { serviceOption: 'Expedited' }), newOrder('D', others)];
  const [one, two, option, service] = await tracked(...orders);
  await handOver(bag('B-1', [{ trackingNo: one }]));
  const numbers = [two, two, one, option, service, 'UNKNOWN'].map((trackingNo) => ({ trackingNo }));
  const reply = await handOver(bag('B-2', [...numbers, newOrder('A'), newOrder('E', others)]));
  expect(parcelCodes(reply)).toEqual([[[], [951021], [951024], [951026], [951025], [100062], [110003], [951025]]]);
  const [entry] = objects(reply.data);
  expect([reply.status, entry?.status]).toEqual(['Partial Success', 'Partial Success']);
  expect(asObject(await stateOf(sandbox, 'E'))).toEqual({});
});

it('keeps no bag of which every parcel was refused', async () => {
  const refused = await handOver(bag('B-1', [{ trackingNo: 'UNKNOWN' }]));
  expect(refused).toMatchObject({ status: 'Failure', data: [{ status: 'Failure', errors: null }] });
  expect((await handOver(bag('B-1', [newOrder('A')]))).status).toBe('Success');
});
