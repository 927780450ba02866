import type { IDataObject } from 'n8n-workflow';
import { text } from '#carriers/shared/rows';
import type { OrderDefaults } from '#carriers/shared/order-defaults';
import { ECCANG, familyMapping, ORDER } from '../../../../carriers/eccang';
import { checkOrder as checkEtowerOrder } from '../../../../carriers/etower';
import { checkOrder as checkHgeOrder } from '../../../../carriers/hge';
import { HUAHAN } from '../../../../carriers/huahan';
import { orderForm as eccangForm } from '../../../../nodes/eccangFamily/order/form';
import { orderForm as etowerForm } from '../../../../nodes/Etower/order/form';
import { orderForm as hgeForm } from '../../../../nodes/Hge/order/form';
import { ItemParameters } from '../../../../nodes/shared/parameters';
import { object, shopJson } from '../../../documented';
import { neutralOrder } from '../../../engine/orders';
import { fakeNode } from './fake-node';

/** The parameters of a step, of which the fields that are not named are as in a new one. */
function parametersOf(values: IDataObject): ItemParameters {
  const fresh = {
    orderFormat: 'neutral',
    itemsBySku: '[]',
    overrides: '{}',
    itemsFrom: 'fields',
    parcelsFrom: 'fields',
  };
  const json: IDataObject = { ...fresh, ...values };
  return new ItemParameters(fakeNode([{ json }]).context.functions, 0, []);
}

const inOrder = (order: object, more: IDataObject = {}): ItemParameters =>
  parametersOf({ inputMode: 'order', order: JSON.stringify(order), ...more });

const SERVICE = { shippingMethod: 'S' };
const CASE = { description: 'Case', quantity: 1, unitValue: '1', weightKg: 0.1 };

const family = eccangForm(ECCANG.order, ECCANG.orderMapping);
const huahanForm = eccangForm(HUAHAN.order, HUAHAN.orderMapping);

describe('what goes out for an order', () => {
  it('has the types that the form sends', () => {
    const order = neutralOrder('A', { weightKg: '0.50', dimensionsCm: { length: '10', width: 5, height: 2 } });
    const more = { serviceCode: 'S', overrides: '{ "pickUp": "Y" }' };
    expect(etowerForm.read(inOrder(order, more), checkEtowerOrder)).toMatchObject({
      weight: 0.5,
      weightUnit: 'KG',
      length: 10,
      invoiceValue: 9,
      pickUp: 'Y',
      orderItems: [{ itemNo: '1', unitValue: 3.5, itemCount: 2 }, { itemNo: '2' }],
    });
    expect(family.read(inOrder(order, { shippingMethod: 'S' }))).toMatchObject({
      order_weight: '0.50',
      ItemArr: [{ invoice_unitcharge: '3.50' }, { invoice_unitcharge: '2.00' }],
    });
  });

  it('takes no 0 for a field that was passed over', () => {
    expect(() =>
      etowerForm.read(inOrder(neutralOrder('A', { weightKg: 0 }), { serviceCode: 'S' }), checkEtowerOrder),
    ).toThrow('weightKg (weight) must be a number greater than 0');
  });

  it('is folded as pasted text is, which is told in the words of the order', () => {
    const parameters = inOrder(neutralOrder('A\u200B', { customsItems: [{ ...CASE, currency: 'usd' }] }), SERVICE);
    expect(family.read(parameters)).toMatchObject({ reference_no: 'A', ItemArr: [{ invoice_currencycode: 'USD' }] });
    expect([...parameters.notes]).toEqual([
      expect.stringMatching(/^reference \(reference_no\) was sent without/),
      expect.stringMatching(/^customsItems\.currency \(ItemArr\.invoice_currencycode\) was sent in capitals/),
    ]);
  });

  it('asks n8n for the order once', () => {
    const { functions } = fakeNode([{ json: { inputMode: 'order', orderFormat: 'neutral', ...SERVICE } }]).context;
    const asked: string[] = [];
    const watched = Object.assign(Object.create(functions), {
      getNodeParameter: (name: string, item: number, otherwise: unknown) => {
        asked.push(name);
        return name === 'order' ? neutralOrder('A') : functions.getNodeParameter(name, item, otherwise);
      },
    });
    family.read(new ItemParameters(watched, 0, []));
    expect(asked.filter((name) => name === 'order')).toHaveLength(1);
    expect(asked).toHaveLength(new Set(asked).size);
  });
});

describe('the weight of an order that has none', () => {
  const lines = [
    { ...CASE, quantity: 2, weightKg: 0.1 },
    { ...CASE, weightKg: '0.05' },
  ];
  const read = (order: object, more: IDataObject = {}): [unknown, string[]] => {
    const parameters = inOrder(order, { ...SERVICE, ...more });
    return [family.read(parameters), [...parameters.notes]];
  };
  const summed = expect.stringMatching(/^weightKg is missing: the lines together/);

  it('is that of its lines, with a hint', () => {
    const order = neutralOrder('A', { weightKg: ' ', customsItems: lines });
    expect(read(order)).toEqual([expect.objectContaining({ order_weight: '0.25' }), [summed]]);
  });

  it('is that of the articles of a shop whose orders hold no weights', () => {
    const order = shopJson('woocommerce', 'order.json');
    const more = { orderFormat: 'wooCommerce', itemDefaults: { weightKg: 0.1, localDescription: '商品' } };
    const [request, notes] = read(object(order), more);
    const { order_weight: weight, ItemArr: sent } = object(request);
    const pieces = [sent].flat().map((line) => Number(object(line)['invoice_quantity']));
    expect(weight).toBe(String(pieces.reduce((all, each) => all + each, 0) / 10));
    expect(notes).toContainEqual(summed);
  });

  it.each([
    ['a line does not say what it weighs', [...lines, { ...CASE, weightKg: undefined }], {}],
    ['Overrides say it', lines, { overrides: '{ "order_weight": 1 }' }],
  ])('is not made up where %s', (_, customsItems, more) => {
    const order = neutralOrder('A', { weightKg: undefined, customsItems });
    const given = inOrder(order, { ...SERVICE, ...more });
    expect(family.read(given, (request) => request)['order_weight']).not.toBe('0.25');
    expect([...given.notes]).toEqual([]);
  });

  it('is not asked of a carrier that has no place for it', () => {
    const given = inOrder(neutralOrder('A', { weightKg: undefined, customsItems: lines }), { serviceCode: 'S' });
    hgeForm.read(given, checkHgeOrder);
    expect(given.notSent).not.toContain('weightKg');
  });
});

describe('a field that is missing', () => {
  it.each([
    [
      'the sender, once for all of its fields',
      huahanForm,
      neutralOrder('A', { sender: { ...object(neutralOrder('A')['sender']), city: '', phone: '' } }),
      {},
      'sender.city (Shipper.shipper_city) is required; sender.phone (Shipper.shipper_telephone) is required: give it in the order, or set Default Sender in the credential',
    ],
    [
      'a total that cannot be divided',
      family,
      neutralOrder('A', { customsItems: [{ ...CASE, quantity: 3, unitValue: '', totalValue: '10' }] }),
      {},
      'customsItems[0].unitValue (ItemArr[0].invoice_unitcharge) is required: the quantity does not divide totalValue without a remainder',
    ],
    [
      'what a shop does not hold of a line',
      family,
      { ...object(shopJson('woocommerce', 'order.json')), customer_note: '' },
      { orderFormat: 'wooCommerce', overrides: '{ "order_weight": 1 }' },
      /invoice_weight\) is required: give it in Item Defaults or Items by SKU$/,
    ],
    [
      'what a shop does not hold of the order',
      family,
      { ...object(shopJson('woocommerce', 'order.json')), customer_note: '' },
      { orderFormat: 'wooCommerce' },
      /weightKg \(order_weight\) is required: give that of the lines in Item Defaults or Items by SKU, or/,
    ],
    [
      'what a shop holds of its buyers',
      family,
      { ...object(shopJson('woocommerce', 'order.json')), number: '' },
      { orderFormat: 'wooCommerce' },
      /^reference \(reference_no\) is required: fill it in at the shop;/,
    ],
    [
      'what eTower has of the parcel, and an order of its lines',
      etowerForm,
      neutralOrder('A', { customsItems: [{ ...CASE, description: '' }] }),
      { serviceCode: 'S' },
      /customsItems\[\]\.description \(description\) is required/,
    ],
  ])('is told with where to give it: %s', (_, form, order, more, message) => {
    expect(() => form.read(inOrder(order, { ...SERVICE, ...more }))).toThrow(message);
  });
});

describe('a field that is wrong', () => {
  const table = ORDER.with({ gift_message: text('Gift Message', 'Printed on a card', { required: true, most: 5 }) });
  const form = eccangForm(table, familyMapping('eccang', table));

  it('is asked for in Overrides where no order can name it', () => {
    const read = (): unknown => form.read(inOrder(neutralOrder('A'), SERVICE));
    expect(read).toThrow(/^gift_message is required: give it in Overrides$/);
  });

  it.each([
    ['Overrides', neutralOrder('A'), { overrides: '{ "gift_message": "too long" }' }],
    ['extra', neutralOrder('A', { extra: { gift_message: 'too long' } }), {}],
  ])('is named as on the wire where %s gave it', (_, order, more) => {
    expect(() => form.read(inOrder(order, { ...SERVICE, ...more }))).toThrow(
      /^gift_message is longer than 5 characters$/,
    );
  });

  it('is named as the form names it where it is the service', () => {
    const read = (): unknown => etowerForm.read(inOrder(neutralOrder('A'), { serviceCode: 'x'.repeat(65) }));
    expect(read).toThrow(/^Service \(serviceCode\) is longer than 64 characters$/);
  });
});

describe('defaults of the credential', () => {
  const defaults: OrderDefaults = {
    sender: { name: 'Kept', street: '1 Kept Road', street2: 'Floor 2', city: 'SHENZHEN', country: 'CN' },
    service: 'KEPT',
    currency: 'EUR',
    originCountry: 'VN',
    ioss: 'IM0000000001',
  };
  const entered = {
    inputMode: 'form',
    referenceNo: 'A',
    items: {
      entry: [
        { sku: '1', itemNo: '1', unitValue: '1' },
        { sku: '2', originCountry: 'CN' },
      ],
    },
  };

  it('fill in what the form leaves blank, in every entry of a list, and nothing else', () => {
    expect(etowerForm.request(parametersOf(entered), defaults)).toEqual({
      referenceNo: 'A',
      serviceCode: 'KEPT',
      invoiceCurrency: 'EUR',
      shipperName: 'Kept',
      shipperAddressLine1: '1 Kept Road',
      shipperAddressLine2: 'Floor 2',
      shipperCity: 'SHENZHEN',
      shipperCountry: 'CN',
      orderItems: [
        { itemNo: '1', sku: '1', originCountry: 'VN', unitValue: 1 },
        { sku: '2', originCountry: 'CN' },
      ],
    });
    expect(etowerForm.request(parametersOf(entered))).not.toHaveProperty('shipperName');
  });

  it('do not mix two streets, in the form or in an order', () => {
    const shipper = { shipperAddressLine1: '5 Own Street', shipperCity: ' ' };
    const form = etowerForm.request(parametersOf({ ...entered, shipper }), defaults);
    const order = neutralOrder('A', { sender: { street: '5 Own Street' } });
    const ofOrder = etowerForm.read(inOrder(order), checkEtowerOrder, defaults);
    for (const request of [form, ofOrder]) {
      expect(request).toMatchObject({ shipperAddressLine1: '5 Own Street', shipperCity: 'SHENZHEN' });
      expect(request).not.toHaveProperty('shipperAddressLine2');
    }
  });

  it('leave a stored address of HGE and a tax number of the form alone', () => {
    const stored = { shipperFrom: 'stored', shipperAddressNum: 'AD1', taxInfo: { num: 'X1' } };
    const form = { inputMode: 'form', customerOrderNum: 'A', ...stored };
    expect(hgeForm.read(parametersOf(form), checkHgeOrder, defaults)).toEqual({
      customer_order_num: 'A',
      service_code: 'KEPT',
      shipper_info: { address_num: 'AD1' },
      tax_info: { num: 'X1' },
    });
    const parcels = { entry: [{ items: { entry: [{ name: 'bag' }] } }] };
    const full = { inputMode: 'form', customerOrderNum: 'A', shipperFrom: 'full', parcels };
    expect(hgeForm.read(parametersOf(full), checkHgeOrder, defaults)).toMatchObject({
      shipper_info: { full_name: 'Kept', street: '1 Kept Road', address: 'Floor 2' },
      tax_info: { type: 'IOSS', num: 'IM0000000001' },
      parcel_list: [{ item_list: [{ name: 'bag', import_price_currency: 'EUR' }] }],
    });
  });

  it('leave a place that the carrier has for several values to that of the order', () => {
    const order = neutralOrder('A', { sender: undefined, taxNumbers: { vat: 'VAT-1' } });
    const taxed: OrderDefaults = { ...defaults, sender: { name: 'Kept', taxNumber: 'KEPT-1' } };
    const ofFamily = inOrder(order, SERVICE);
    expect(family.read(ofFamily, (request) => request, taxed)).toMatchObject({
      ioss: 'IM0000000001',
      Shipper: { shipper_name: 'Kept', shipper_tax_number: 'VAT-1' },
    });
    expect(ofFamily.notSent).not.toContain('taxNumbers.vat');
  });

  it('come after what the step and the order say', () => {
    const order = neutralOrder('A', { service: 'ORDER', taxNumbers: { ioss: 'IM0000000002' } });
    const read = (more: IDataObject): unknown => family.read(inOrder(order, more), (request) => request, defaults);
    expect(read({})).toMatchObject({ shipping_method: 'ORDER', ioss: 'IM0000000002' });
    expect(read(SERVICE)).toMatchObject({ shipping_method: 'S', Shipper: { shipper_name: 'Sample Shipper' } });
  });
});
