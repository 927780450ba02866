import { isObject, listOf, objectOf } from '#carriers/shared/json-value';
import sandboxCredentials from '../../../examples/credentials.sandbox.json';
import { control, ordersAt, servicesOf } from '../../../sandbox/control-client';
import { documentedJson } from '../../documented';
import { watchHosts } from '../../hosts';
import { onRegularOutput, toErrorOutput } from '../outputs';
import { filledForm } from './form';
import { outputOf, useHge } from './runs';

const hosts = watchHosts();

const { sandbox, hge, onTheWire } = useHge();

const documentedOrder = objectOf(objectOf(documentedJson('hge', 'query_order.response.json'))['data']);

/** The documented order without what a form cannot say: a size that is null. */
const sayableOrder = {
  ...documentedOrder,
  parcel_list: listOf(documentedOrder['parcel_list']).map((parcel) =>
    Object.fromEntries(Object.entries(parcel).filter(([, value]) => value !== null)),
  ),
};

const shopItems = ['A-1', 'A-2', 'A-3'].map((orderNumber) => ({ orderNumber }));

describe('Order: Create', () => {
  it('puts the same bytes on the wire from the form as from JSON, with every documented field', async () => {
    const received = await onTheWire(async (hgeApi) => {
      await hge('order', 'create', filledForm(sayableOrder), { hgeApi });
      await hge('order', 'create', { inputMode: 'json', body: '={{ $json }}' }, { hgeApi, items: [sayableOrder] });
      await hge('order', 'create', { inputMode: 'json', body: JSON.stringify(sayableOrder, null, 2) }, { hgeApi });
    });
    expect(received.map(({ path }) => path)).toEqual(Array(3).fill('/openapi/customer/order_create/'));
    expect(received[0]?.body).toBe(JSON.stringify(sayableOrder));
    expect(received[1]?.body).toBe(received[0]?.body);
    expect(received[2]?.body).toBe(received[0]?.body);
  });

  it('takes stored addresses, a list of parcels and additional fields, and sends nothing that was left empty', async () => {
    const [request] = await onTheWire((hgeApi) =>
      hge(
        'order',
        'create',
        {
          inputMode: 'form',
          customerOrderNum: '={{ $json.orderNumber }}',
          serviceCode: '',
          shipperFrom: 'stored',
          shipperAddressNum: 'AD101312464',
          consigneeInfo: { fullName: 'Sample Recipient', credsType: 'PCCC', credsId: 'P12345678910', city: '' },
          returnFrom: 'stored',
          returnAddressNum: 'AD101312465',
          parcelsFrom: 'json',
          parcelList: '[{"parcel_num": "1", "weight": 0, "item_list": []}]',
          additionalFields: { isSignature: false },
          additionalFieldsJson: '{"consignee_info": {"nick": "x"}, "insurance": {"value": 1}, "is_signature": true}',
        },
        { hgeApi, items: [{ orderNumber: 10023 }] },
      ),
    );
    expect(request?.body).toBe(
      JSON.stringify({
        customer_order_num: '10023',
        is_signature: true,
        shipper_info: { address_num: 'AD101312464' },
        consignee_info: { full_name: 'Sample Recipient', creds_type: 'PCCC', creds_id: 'P12345678910', nick: 'x' },
        return_info: { address_num: 'AD101312465' },
        parcel_list: [{ parcel_num: '1', weight: 0, item_list: [] }],
        insurance: { value: 1 },
      }),
    );
  });

  it('takes a date from an expression, and blanks for nothing', async () => {
    const result = await hge('order', 'create', {
      customerOrderNum: 'DATE-1',
      shipDate: '={{ DateTime.fromISO("2025-12-13T01:00:00.000+08:00", { setZone: true }).toISO() }}',
      parcels: { entry: [{ parcelNum: '1', weight: '  ' }] },
    });
    expect(result.error).toBeUndefined();
    const [created] = await ordersAt(sandbox, 'hge');
    const kept = await hge('order', 'get', { number: created?.['orderNumber'], simplify: false });
    expect(JSON.stringify(kept)).toContain('"ship_date":"2025-12-13"');
    expect(JSON.stringify(kept)).toContain('"parcel_list":[{"parcel_num":"1"}]');
  });

  it('then Order: Get returns what was created', async () => {
    const created = await hge(
      'order',
      'create',
      { inputMode: 'json', body: '={{ $json }}' },
      { items: [documentedOrder] },
    );
    const [reply] = outputOf(created);
    expect(reply?.json).toEqual({
      code: 200,
      success: true,
      detail: '操作成功',
      data: { num_type: 1, num: 'CS1298738912740001' },
    });
    const raw = await hge('order', 'get', { number: 'CS1298738912740001', simplify: false });
    expect(outputOf(raw)[0]?.json).toEqual(documentedOrder);
    const simple = await hge('order', 'get', { numberType: 1, number: 'CS1298738912740001' });
    expect(outputOf(simple)[0]?.json).toMatchObject({ carrier: 'hge', reference: '40', service: { code: 'P10006' } });
  });

  it.each([
    '义巷172号, 深圳',
    '서울특별시 강남구',
    '\u{1F4E6}\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
    'a/b\\c',
    `"quoted" 'too'`,
    '\u2028\u00e9\u0001',
  ])('signs %j so that it verifies', async (remark) => {
    const result = await hge('order', 'create', {
      inputMode: 'form',
      customerOrderNum: 'TEXT-1',
      additionalFields: { orderRemark: remark },
    });
    expect(outputOf(result)[0]?.json['success']).toBe(true);
    const read = await hge('order', 'get', { number: 'TEXT-1', simplify: false });
    expect(outputOf(read)[0]?.json['order_remark']).toBe(remark);
  });

  it('says "already submitted" to a repeated order, and sends it once', async () => {
    const order = { inputMode: 'form', customerOrderNum: '={{ $json.orderNumber }}' };
    await hge('order', 'create', order, { items: [shopItems[0]] });
    const result = await hge('order', 'create', order, { items: [shopItems[0]] });
    expect(result.error).toEqual({
      message: 'repeated requests',
      description: expect.stringMatching(/^Already submitted.*Order: Get.*code: 301/),
    });
    expect(await servicesOf(sandbox, 'hge')).toEqual({ order_create: 2 });
    expect(await ordersAt(sandbox, 'hge')).toHaveLength(1);
  });

  it('does not send again when the answer is lost, and says how to check', async () => {
    await control(sandbox, 'faults', { carrier: 'hge', service: 'order_create', kind: 'disconnect-after' });
    const result = await hge('order', 'create', { inputMode: 'form', customerOrderNum: 'LOST-1' });
    expect(result.error?.message).toContain('may or may not have been carried out');
    expect(result.error?.description).toContain('Check at HGE');
    expect(result.error?.description).toMatch(/Look in HGE's portal, or use Order: Get.*customer_order_num is LOST-1/);
    expect(await servicesOf(sandbox, 'hge')).toEqual({ order_create: 1 });
    expect(await ordersAt(sandbox, 'hge')).toHaveLength(1);
  });

  it.each(['envelope-500', 'http-500', 'html', 'half-body'])(
    'nor when the answer leaves it open (%s)',
    async (kind) => {
      await control(sandbox, 'faults', { carrier: 'hge', service: 'order_create', kind });
      const result = await hge('order', 'create', { inputMode: 'form', customerOrderNum: 'OPEN-1' });
      expect(result.error?.description).toMatch(/Look in HGE's portal, or use Order: Get/);
      expect(await servicesOf(sandbox, 'hge')).toEqual({ order_create: 1 });
    },
  );

  it('pairs every order with its item and keeps a refused one beside its error', async () => {
    const parameters = { inputMode: 'json', body: '={{ $json.order }}' };
    const items = [
      { order: { customer_order_num: 'P-1' } },
      { order: { customer_order_num: 'P-1' } },
      { order: { customer_order_num: 'P-2', shipper_info: 'AD1' } },
      { order: { customer_order_num: 'P-3' } },
    ];
    const options = { options: { concurrency: 1 } };
    const result = await hge(
      'order',
      'create',
      { ...parameters, ...options },
      {
        items,
        settings: toErrorOutput,
      },
    );
    expect(outputOf(result).map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 3 }]);
    expect(
      outputOf(result, 1).map(({ json, pairedItem, error }) => ({ json, pairedItem, message: error?.message })),
    ).toEqual([
      { json: expect.objectContaining(items[1] ?? {}), pairedItem: { item: 1 }, message: 'repeated requests' },
      {
        json: expect.objectContaining(items[2] ?? {}),
        pairedItem: { item: 2 },
        message: 'shipper_info must be an object { }',
      },
    ]);
    const again = await hge(
      'order',
      'create',
      { ...parameters, ...options },
      {
        items,
        settings: onRegularOutput,
      },
    );
    expect(outputOf(again).map(({ pairedItem, error }) => [pairedItem, error?.message])).toEqual([
      [{ item: 0 }, 'repeated requests'],
      [{ item: 1 }, 'repeated requests'],
      [{ item: 2 }, 'shipper_info must be an object { }'],
      [{ item: 3 }, 'repeated requests'],
    ]);
  });

  it('stops at bad input before anything is sent, in the words of the form', async () => {
    const goods = { entry: [{ name: 'bag' }, { name: 'bag', more: { salePrice: 'cheap' } }] };
    const parameters = {
      inputMode: 'form',
      customerOrderNum: '={{ $json.orderNumber }}',
      parcels: { entry: [{ weight: '={{ $json.weight }}', items: goods }] },
    };
    const items = [
      { orderNumber: 'B-1', weight: '1' },
      { orderNumber: 'B-2', weight: 'heavy' },
    ];
    const result = await hge('order', 'create', parameters, { items });
    expect(result.error?.message).toBe(
      'Parcel 1: Item 2: Sales Price (parcel_list[0].item_list[1].sale_price) must be a number',
    );
    const second = await hge(
      'order',
      'create',
      { ...parameters, parcels: { entry: [{ weight: '={{ $json.weight }}' }] } },
      { items },
    );
    expect(second.error?.message).toBe('Parcel 1: Weight (parcel_list[0].weight) must be a number');
    const unnamed = await hge('order', 'create', parameters, { items: [{ weight: 1 }] });
    expect(unnamed.error?.message).toBe('Customer Order Number is empty');
    expect(await servicesOf(sandbox, 'hge')).toEqual({});
  });

  it.each<[object, string]>([
    [{ shipperFrom: 'stored', shipperAddressNum: ' ' }, 'Sender Address Number is empty'],
    [{ consigneeInfo: { city: '={{ [1] }}' } }, 'Recipient: City (consignee_info.city) must be text'],
    [
      { parcels: { entry: [{ items: { entry: [{ manufacturer: { manuactureName: '={{ [1] }}' } }] } }] } },
      'Parcel 1: Item 1: Manufacturer: Name (parcel_list[0].item_list[0].manuacture_name) must be text',
    ],
    [{ additionalFieldsJson: '[1]' }, 'Additional Fields (JSON) is not a JSON object'],
  ])('says where %j is wrong', async (fields, message) => {
    const result = await hge('order', 'create', { customerOrderNum: 'W-1', ...fields });
    expect(result.error?.message).toBe(message);
    expect(await servicesOf(sandbox, 'hge')).toEqual({});
  });

  it('takes the day of an expression in a field that is written, too', async () => {
    const consigneeInfo = { credsBirthday: '={{ DateTime.fromISO("1985-12-12").toISO() }}' };
    const [request] = await onTheWire((hgeApi) =>
      hge('order', 'create', { customerOrderNum: 'DAY-1', consigneeInfo }, { hgeApi }),
    );
    expect(request?.body).toBe('{"customer_order_num":"DAY-1","consignee_info":{"creds_birthday":"1985-12-12"}}');
  });
});

describe('Order: Get', () => {
  const create = (items: unknown) =>
    hge('order', 'create', { inputMode: 'form', customerOrderNum: '={{ $json.orderNumber }}' }, { items });

  it('sends the documented number type, or the code that was entered', async () => {
    const received = await onTheWire(async (hgeApi) => {
      await hge('order', 'get', { number: 'CS1298738912739131' }, { hgeApi });
      await hge('order', 'get', { numberType: 'other', numberTypeCode: '7', number: 12345 }, { hgeApi });
      await hge('order', 'get', { numberType: '={{ "1" }}', number: 'X' }, { hgeApi });
    });
    expect(received.map(({ body }) => body)).toEqual([
      JSON.stringify(documentedJson('hge', 'query_order.request.json')),
      '{"num_type":7,"num":"12345"}',
      '{"num_type":1,"num":"X"}',
    ]);
  });

  it('refuses a code that is no number before anything is sent', async () => {
    const result = await hge('order', 'get', { numberType: 'other', numberTypeCode: 'A', number: 'X' });
    expect(result.error?.message).toBe('Number Type Code is not a whole number');
    expect(await servicesOf(sandbox, 'hge')).toEqual({});
  });

  it('pairs orders and failures with their items', async () => {
    await create([shopItems[0], shopItems[2]]);
    const result = await hge(
      'order',
      'get',
      { number: '={{ $json.orderNumber }}' },
      {
        items: shopItems,
        settings: toErrorOutput,
      },
    );
    expect(outputOf(result).map(({ json, pairedItem }) => [json['reference'], pairedItem])).toEqual([
      ['A-1', { item: 0 }],
      ['A-3', { item: 2 }],
    ]);
    expect(outputOf(result, 1)).toMatchObject([
      { json: { orderNumber: 'A-2' }, pairedItem: { item: 1 }, error: { message: 'badRequest: no such order' } },
    ]);
  });

  it('is tried again after a fault that passes', async () => {
    await create([shopItems[0]]);
    await control(sandbox, 'faults', { carrier: 'hge', service: 'query_order', kind: 'disconnect', times: 1 });
    const result = await hge('order', 'get', { number: 'A-1' });
    expect(outputOf(result)[0]?.json).toMatchObject({ reference: 'A-1' });
  });

  it.each(['envelope-301', 'http-301'])('is not tried again after 301 (%s)', async (kind) => {
    await control(sandbox, 'faults', { carrier: 'hge', kind });
    const result = await hge('order', 'get', { number: 'A-1' });
    expect(result.error?.description).toContain('Wait a moment and run it again');
    expect(result.error?.description).toContain('301');
    expect(await servicesOf(sandbox, 'hge')).toEqual({ query_order: 1 });
  });

  it.each(['envelope-401', 'http-401'])('names the three things to check at 401 (%s)', async (kind) => {
    await control(sandbox, 'faults', { carrier: 'hge', kind });
    const result = await hge('order', 'get', { number: 'A-1' });
    expect(result.error).toEqual({
      message: 'unauthorized',
      description: expect.stringContaining('API Key, API Secret and API Token'),
    });
  });
});

it('no host was called but the one on loopback', () => {
  expect([...hosts]).toEqual(['127.0.0.1']);
  expect(isObject(sandboxCredentials.hgeApi) && new URL(sandboxCredentials.hgeApi.baseUrl).hostname).toBe('127.0.0.1');
});
