import type { IDataObject } from 'n8n-workflow';
import type { Rows } from '#carriers/shared/rows';
import { checkOrder as checkEccangOrder, ECCANG } from '../../../carriers/eccang';
import { checkOrder, ORDER as ETOWER_ORDER } from '../../../carriers/etower';
import { HUAHAN } from '../../../carriers/huahan';
import { manifest, ORDER as HGE_ORDER, scanForm } from '../../../carriers/hge';
import { PARCEL_ORDER, parcelOrderParams } from '../../../carriers/mgoship';
import { orderForm as eccangForm } from '../../../nodes/eccangFamily/order/form';
import { orderForm as etowerForm } from '../../../nodes/Etower/order/form';
import { parcelOrderForm } from '../../../nodes/Mgoship/parcelOrder/form';
import type { RequestForm } from '../../../nodes/shared/form/request-form';
import { ItemParameters } from '../../../nodes/shared/parameters';
import { eccangOrder, mgoshipParcelOrder } from '../../../sandbox/sample-orders';
import { fakeNode } from './shared/fake-node';

/** The parameters of a saved workflow: n8n saves none that is as a new node has it, and fills those in when it runs. */
function saved(form: RequestForm, values: IDataObject): ItemParameters {
  const fields = form.withInputMode('Body');
  const unsaved = Object.fromEntries(fields.map(({ name, default: value }) => [name, value]));
  return new ItemParameters(fakeNode([{ json: { ...unsaved, ...values } }]).context.functions, 0, fields);
}

function requiredIn(rows: Rows, way = ''): string[] {
  return Object.entries(rows).flatMap(([name, part]) => [
    ...(part.required ? [way + name] : []),
    ...('rows' in part ? requiredIn(part.rows, `${way}${name}.`) : []),
  ]);
}

describe('what only the user can tell is asked for, not made up', () => {
  const parcel = {
    customerno: 'OWN-1',
    weight: 0.5,
    consignee: { name: '山田 太郎', address: '秋田市見本町1-2-3', postcode: '010-0001', phone: '0180000000' },
    region: '秋田県',
    items: { entry: [{ enname: 'EARPHONE', qty: 1, unitprice: 4500 }] },
  };

  it.each([
    [
      {},
      'Channel (order.channel) is required: give it here or in the credential; Battery (order.hasbattery) is required',
    ],
    [{ channel: '1', hasbattery: ' ' }, 'Battery (order.hasbattery) is required'],
    [{ hasbattery: 'Y' }, 'Channel (order.channel) is required'],
  ])('Mgoship: %j', (values, message) => {
    expect(() => parcelOrderForm.read(saved(parcelOrderForm, { ...parcel, ...values }), parcelOrderParams)).toThrow(
      message,
    );
  });

  it('and goes out as it was chosen', () => {
    const chosen = saved(parcelOrderForm, { ...parcel, hasbattery: 'Y', channel: '2' });
    expect(parcelOrderForm.read(chosen, parcelOrderParams)).toMatchObject({ order: { hasbattery: 'Y', channel: '2' } });
  });

  it('JSON mode takes what the manual does not call mandatory as before', () => {
    const given = { inputMode: 'json', body: JSON.stringify(mgoshipParcelOrder('A')) };
    expect(parcelOrderForm.read(saved(parcelOrderForm, given), parcelOrderParams)).toMatchObject({
      order: { hasbattery: '' },
    });
  });

  it('eTower: currency, and the origin of each item', () => {
    const order = { items: { entry: [{ itemNo: '1', sku: 'SKU-1', itemCount: 1, unitValue: '1' }] } };
    const read = () => etowerForm.read(saved(etowerForm, order), checkOrder);
    expect(read).toThrow('Currency (invoiceCurrency) is required');
    expect(read).toThrow('Item 1: Country of Origin (orderItems[0].originCountry) is required');
  });

  it.each([
    ['HGE order', HGE_ORDER.rows, []],
    ['HGE hand-over', { ...manifest.table.rows, ...scanForm.table.rows }, []],
    ['Mgoship parcel order', PARCEL_ORDER.rows, []],
    [
      'eTower order',
      ETOWER_ORDER.rows,
      [
        ...['referenceNo', 'serviceCode', 'description', 'weight', 'invoiceValue', 'invoiceCurrency', 'recipientName'],
        ...['itemNo', 'sku', 'originCountry', 'itemCount', 'unitValue'].map((name) => `orderItems.${name}`),
      ],
    ],
  ])('JSON mode enforces nothing that the reference does not call mandatory: %s', (_, rows, required) => {
    expect(requiredIn(rows)).toEqual(required);
  });

  it('the form asks for what it should not go without, and names all of it at once', () => {
    const read = () =>
      etowerForm.read(saved(etowerForm, { country: '', recipient: { recipientName: 'A' } }), checkOrder);
    expect(read).toThrow('Recipient: Street (addressLine1) is required');
    expect(read).toThrow('Recipient: City (city) is required');
    expect(read).toThrow('Destination Country (country) is required');
    expect(read).toThrow('Items (orderItems) needs at least one item');
    expect(read).toThrow('Reference Number (referenceNo) is required');
    const items = { entry: [{ qty: 1 }, { enname: 'EARPHONE', qty: 0, unitprice: 1 }] };
    const japan = () => parcelOrderForm.read(saved(parcelOrderForm, { ...parcel, items }), parcelOrderParams);
    expect(japan).toThrow('Item 1: Description (English) (declare[0].enname) is required');
    expect(japan).toThrow('Item 2: Quantity (declare[1].qty) is required');
  });

  it('n8n marks them in the form', () => {
    const marked = [...parcelOrderForm.properties, ...etowerForm.properties].filter(({ required }) => required);
    expect(marked.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['hasbattery', 'channel', 'invoiceCurrency']),
    );
  });
});

describe('Eccang: city, postcode and number of boxes depend on the product', () => {
  const { Shipper, ItemArr, ...order } = eccangOrder('A');
  const hongKong = {
    reference_no: order['reference_no'],
    shipping_method: order['shipping_method'],
    country_code: 'HK',
    order_weight: 0.25,
    Consignee: { consignee_name: 'Sample Recipient', consignee_street: '1 Example Road' },
    Shipper,
    ItemArr,
  };

  it('and are not enforced', () => {
    expect(checkEccangOrder(ECCANG, hongKong)).toEqual(hongKong);
  });

  it.each([['1.5'], [0], ['many']])('but %j is no number of boxes', (order_pieces) => {
    expect(() => checkEccangOrder(ECCANG, { ...hongKong, order_pieces })).toThrow(
      'order_pieces must be a whole number greater than 0',
    );
  });

  it.each([
    ['Eccang', ECCANG.order],
    ['Huahan', HUAHAN.order],
  ])('the form of %s has them open all the same, and the phone', (_, table) => {
    const { properties } = eccangForm(table);
    expect(properties.find(({ name }) => name === 'consignee')?.default).toEqual({
      consigneeName: '',
      consigneeStreet: '',
      consigneeCity: '',
      consigneePostcode: '',
      consigneeTelephone: '',
    });
  });

  it('the form of Eccang has the number of boxes open too', () => {
    expect(eccangForm(ECCANG.order).properties.map(({ displayName }) => displayName)).toContain('Number of Boxes');
  });
});
