import { onRegularOutput, outputsOf } from '../outputs';
import { endsOf, parcel, useCarriers } from './asked';
import { useWire } from './wire';

const { sandbox, run, made } = useCarriers();
const sentFor = useWire(sandbox);

type Maker = Parameters<typeof made>[0];
const CARRIERS: readonly Maker[] = ['eccang', 'huahan', 'etower'];

test('are asked for as each carrier’s own step asks, in every size, in the same calls, and downloaded', async () => {
  const { own, together } = await sentFor('label.get', async (carrier) => {
    const maker = CARRIERS.find((each) => each === carrier);
    if (maker) await made(maker);
    return 'REF-1';
  });
  expect(own.filter((sent) => sent.includes('LINK')).length).toBeGreaterThan(1);
  expect(together).toEqual(own);
});

test('come under one name, and a size that there is not is the error of its item', async () => {
  const items = [];
  for (const carrier of CARRIERS) items.push({ ...(await made(carrier)), size: '100x150' });
  items.push({ carrier: 'eccang', type: 'reference', number: 'REF-1', size: '4x6in' });
  const asked = { labelSize: '={{ $json.size }}', binaryPropertyName: 'label' };
  const ran = await run(items, parcel('label', 'get', asked, onRegularOutput));
  const out = outputsOf(ran, 'Parcel');
  expect(out.map(({ json, binary }) => [json['carrier'], Object.keys(binary ?? {})])).toEqual([
    ...CARRIERS.map((carrier) => [carrier, ['label']]),
    [undefined, []],
  ]);
  expect(endsOf(ran)[3]).toBe('Label: Get at Eccang TMS has no such Label Size');
  expect(out[3]?.error?.description).toContain('must be one of carrierDefault, 100x100, 100x150, a4');
});

test('name the number that was asked as what it is: Eccang gives every one back as the reference', async () => {
  const { number } = await made('eccang');
  const items = [
    { carrier: 'eccang', type: 'orderNumber', number },
    { carrier: 'eccang', type: 'reference', number: 'REF-1' },
    { carrier: 'eccang', type: 'any', number },
  ];
  const given = outputsOf(await run(items, parcel('label', 'get', {}, onRegularOutput)), 'Parcel').map(
    ({ json: { reference, orderNumber } }) => ({ reference, orderNumber }),
  );
  expect(given).toEqual([{ orderNumber: number }, { reference: 'REF-1' }, {}]);
});
