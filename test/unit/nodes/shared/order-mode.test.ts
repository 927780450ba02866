import type { IDataObject } from 'n8n-workflow';
import { text } from '#carriers/shared/rows';
import type { OrderDefaults } from '#carriers/shared/order-defaults';
import { ECCANG, familyMapping, ORDER } from '../../../../carriers/eccang';
import { checkOrder as checkEtowerOrder } from '../../../../carriers/etower';
import { checkOrder as checkHgeOrder } from '../../../../carriers/hge';
import { orderForm as eccangForm } from '../../../../nodes/eccangFamily/order/form';
import { orderForm as etowerForm } from '../../../../nodes/Etower/order/form';
import { orderForm as hgeForm } from '../../../../nodes/Hge/order/form';
import { ItemParameters } from '../../../../nodes/shared/parameters';
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

const family = eccangForm(ECCANG.order, ECCANG.orderMapping);

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

  it('come after what the step and the order say', () => {
    const order = neutralOrder('A', { service: 'ORDER', taxNumbers: { ioss: 'IM0000000002' } });
    const read = (more: IDataObject): unknown => family.read(inOrder(order, more), (request) => request, defaults);
    expect(read({})).toMatchObject({ shipping_method: 'ORDER', ioss: 'IM0000000002' });
    expect(read(SERVICE)).toMatchObject({ shipping_method: 'S', Shipper: { shipper_name: 'Sample Shipper' } });
  });
});

const SERVICE = { shippingMethod: 'S' };
const CASE = { description: 'Case', quantity: 1, unitValue: '1', weightKg: 0.1 };
