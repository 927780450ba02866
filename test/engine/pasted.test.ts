import { step } from '../../engine';
import { eccangOrder, mgoshipParcelOrder } from '../../sandbox/sample-orders';
import { jsonOf } from './outputs';
import { useSandbox } from './sandbox';

const { run } = useSandbox();

const json = { inputMode: 'json', body: '={{ $json }}' };

test('a tracking number is found however it was pasted, and the output has it as it was sent', async () => {
  const ran = await run(
    [eccangOrder('PASTED-1')],
    step('eccangTms', 'Create', 'order', 'create', json),
    step('eccangTms', 'Weigh', 'order', 'updateWeight', {
      // Full-width letters and digits, as an East Asian keyboard gives them, a mark of direction, and blanks.
      number:
        '={{ "\\u200e " + [...$json.orderNumber].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join(" ") }}',
      weight: '0.5',
    }),
  );
  expect(jsonOf(ran, 'Weigh')[0]).toMatchObject({ number: jsonOf(ran, 'Create')[0]?.['orderNumber'] });
  expect(ran.hints['Weigh']).toEqual([
    'Waybill Number was sent without the blanks and hidden characters that were pasted with it, and with plain letters, digits and hyphens',
  ]);
});

test.each([
  [
    'Mgoship, in the form',
    {
      customerno: 'PASTED-1',
      channel: '2',
      hasbattery: 'N',
      weight: 0.5,
      consignee: {
        name: '山田 太郎',
        address: '大阪市見本町1-2-3',
        postcode: '〒５３０ ０００１',
        phone: '０９０－１２３４－５６７８',
      },
      region: '大阪府',
      items: { entry: [{ enname: 'EARPHONE', qty: 1, unitprice: 4500 }] },
    },
    ['Recipient: Postcode was sent in the form NNN-NNNN', 'Recipient: Phone was sent as digits alone'],
  ],
  ['Mgoship, in JSON', json, ['consignee.postcode was sent in the form NNN-NNNN']],
])('%s: a Japanese postcode and telephone', async (_, parameters, hints) => {
  const order = mgoshipParcelOrder('PASTED-2');
  const consignee = { ...Object(order['consignee']), postcode: '5300001' };
  const ran = await run(
    [{ ...order, consignee }],
    step('mgoship', 'Create', 'parcelOrder', 'create', parameters),
    step('mgoship', 'Get', 'parcelOrder', 'get', { number: '={{ $json.orderNumber }}', simplify: false }),
  );
  expect(jsonOf(ran, 'Get')[0]).toMatchObject({ consignee: { postcode: '530-0001' } });
  expect([...(ran.hints['Create'] ?? [])].sort()).toEqual([...hints].sort());
});

test('UK is sent as GB, and codes in capitals; a hint says so once for all items', async () => {
  const items = [{ ...Object([eccangOrder('X')['ItemArr']].flat()[0]), invoice_currencycode: 'usd' }];
  const ran = await run(
    ['A', 'B'].map((reference) => eccangOrder(reference, { country_code: 'uk', ItemArr: items })),
    step('eccangTms', 'Create', 'order', 'create', json),
    step('eccangTms', 'Get', 'order', 'get', { number: '={{ $json.orderNumber }}' }),
  );
  const gone = { country: 'GB', customsItems: [expect.objectContaining({ currency: 'USD' })] };
  expect(jsonOf(ran, 'Get')).toMatchObject([gone, gone]);
  expect(ran.hints['Create']).toEqual([
    'country_code was sent as ISO 3166-1 writes it: in capitals, and GB for UK',
    'ItemArr.invoice_currencycode was sent in capitals, as ISO 4217 writes it',
  ]);
});

test('what needs no change is sent without a word', async () => {
  const ran = await run([eccangOrder('PLAIN-1')], step('eccangTms', 'Create', 'order', 'create', json));
  expect(ran.hints['Create'] ?? []).toEqual([]);
});
