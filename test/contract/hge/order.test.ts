import { checkOrder, createOrder, getOrder, scanForm, submit } from '../../../carriers/hge';
import { documented, documentedJson, object } from '../../documented';
import { requests } from '../carrier';
import { client, hosts, received, SUCCESS } from './wire';

describe('documented requests, byte for byte', () => {
  it('query_order', async () => {
    await getOrder(await client({}, SUCCESS), { numberType: 1, number: 'CS1298738912739131' });
    const { method, path, body } = received();
    expect({ method, path }).toEqual({ method: 'POST', path: '/openapi/customer/query_order/' });
    expect(body).toBe(JSON.stringify(documentedJson('hge', 'query_order.request.json')));
  });

  it('order_create (partial)', async () => {
    const order = object(documentedJson('hge', 'order_create.partial.request.json'));
    await createOrder(await client({}, SUCCESS), checkOrder(order));
    expect(received().path).toBe('/openapi/customer/order_create/');
    expect(received().body).toBe(JSON.stringify(order));
  });

  it('order_create with everything that query_order returns', async () => {
    const order = object(object(documentedJson('hge', 'query_order.response.json'))['data']);
    await createOrder(await client({}, SUCCESS), checkOrder(order));
    expect(received().body).toBe(JSON.stringify(order));
  });
});

describe('a write whose answer is lost', () => {
  it.each([
    ['an empty reply', { body: '' }],
    ['a server fault', { status: 502, body: 'Bad gateway' }],
    ['HTTP 408', { status: 408, body: '' }],
    ['code 500', { body: '{"code":500,"success":false,"detail":"server error"}' }],
  ])('names its own number: %s', async (_, answer) => {
    const own = await client({}, answer);
    await expect(createOrder(own, { customer_order_num: 'A-1' })).rejects.toMatchObject({
      kind: 'outcome-unknown',
      hint: expect.stringMatching(/^Check at HGE .* Look in HGE's portal, .* Its customer_order_num is A-1\.$/),
    });
    await expect(submit(own, scanForm, { reference_num: 12 })).rejects.toMatchObject({
      hint: expect.stringMatching(/^Check at HGE .* Its reference_num is 12\.$/),
    });
    await expect(createOrder(own, {})).rejects.toMatchObject({
      hint: expect.stringMatching(/^Check at HGE .* before you run it again\.$/),
    });
    expect(requests()).toHaveLength(3);
  });

  it('a refusal keeps its own hint', async () => {
    const own = await client({}, '{"code":301,"success":false,"detail":"repeated requests"}');
    await expect(createOrder(own, { customer_order_num: 'A-1' })).rejects.toMatchObject({
      hint: expect.not.stringContaining('A-1'),
    });
  });
});

describe('documented reply of query_order', () => {
  const reply = documented('hge', 'query_order.response.json');

  it('is returned untouched', async () => {
    const { raw } = await getOrder(await client({}, reply), { numberType: 1, number: '40' });
    expect(JSON.stringify(raw)).toBe(JSON.stringify(object(JSON.parse(reply))['data']));
  });

  it('is simplified, its mixed types read and no unit claimed', async () => {
    const { parcel } = await getOrder(await client({}, reply), { numberType: 1, number: '40' });
    const names = { first_name: 'First', middle_name: 'Middle', last_name: 'Last' };
    const issued = {
      creds_issuing_code: 'code',
      creds_issuing_name: 'name',
      creds_issuing_date: '2021-12-13',
      creds_birthday: '1985-12-12',
    };
    const address = {
      name: 'First Middle Last',
      company: 'company_name',
      street: 'street',
      houseNumber: '13',
      district: 'region',
      city: 'Los Angeles',
      province: 'CA',
      postcode: '90001',
      country: 'US',
      phone: '+1 12345678',
      mobile: '+1 102345678',
      email: 'contact_email',
      taxNumber: 'TAX12345678',
      details: { ...names, creds_type: 'PCCC', creds_id: 'P12345678910', ...issued },
    };
    const item = (manufacture_code: string, manufacture_mid: string) => ({
      description: 'bag',
      localDescription: '书包',
      sku: 'SKU-12124',
      hsCode: '3926 9033',
      quantity: 1,
      weight: 1.678,
      declaredValue: 1.145,
      currency: 'USD',
      url: 'https://punctual-cassava.org',
      material: 'nylon',
      use: 'Personal use',
      details: {
        sale_currency: 'USD',
        sale_price: 1.567,
        brand: 'Nike',
        model: 'B125',
        name: 'bag',
        remark: 'H-A-0001',
        desc: '书包',
        export_hscode: '3926 9033',
        desc_en: 'Purple',
        export_price: 1.112,
        export_price_currency: 'CNY',
        length: 0.23,
        width: 2.6,
        height: 3.6,
        manuacture_name: 'manuFacture_name',
        manufacture_address: 'nanshan qianhai 888',
        manufacture_postcode: '518000',
        manufacture_city: 'shenzhen',
        manufacture_state: 'guangdong',
        manufacture_country: 'CN',
        manufacture_code,
        manufacture_mid,
        manuacture_country: 'CN',
      },
    });
    const [first, second] = [
      [item('62', '70'), item('13', '39')],
      [item('45', '49'), item('39', '21')],
    ] as const;
    expect(parcel).toEqual({
      carrier: 'hge',
      reference: '40',
      service: { code: 'P10006' },
      country: 'US',
      parcels: [
        { number: '47', weight: 0.001, width: 0.1, height: 0.1, customsItems: first },
        { number: '65', weight: 0.001, width: 0.1, height: 0.1, customsItems: second },
      ],
      recipient: { ...address, street2: '义巷172号', details: { ...names, ...issued } },
      sender: { ...address, street2: '尹街79090号' },
      returnTo: { ...address, street2: '谏巷9号' },
      taxNumbers: { ioss: '13545646132', pccc: 'P12345678910' },
      customsItems: [
        ...first.map((each) => ({ ...each, parcelNumber: '47' })),
        ...second.map((each) => ({ ...each, parcelNumber: '65' })),
      ],
      details: {
        order_remark: 'veniam nostrud',
        is_confirm_label: false,
        ship_date: '2025-12-13',
        need_track: 'Y',
        is_overseas_return: true,
        is_signature: true,
        tax_info: { mode: '2', company: 'Company Name', country: 'US', address: 'address address 12345' },
      },
    });
  });

  it('with a stored address, a name in parts and numbers as text is read as well', async () => {
    const data = {
      customer_order_num: 40,
      shipper_info: { address_num: 'AD101312464' },
      consignee_info: { first_name: 'Sample', last_name: 'Recipient', address: '1 Example Street' },
      return_info: null,
      parcel_list: [{ parcel_num: 7, weight: '1.50', length: '', width: 'n/a', item_list: null, seal: 'S-1' }],
      tax_info: { type: 'GST', num: 'G-1' },
      waybill: 'W-1',
    };
    const answer = JSON.stringify({ code: 200, success: true, detail: '', data });
    const { parcel } = await getOrder(await client({}, answer), { numberType: 1, number: '40' });
    expect(parcel).toEqual({
      carrier: 'hge',
      reference: '40',
      parcels: [{ number: '7', weight: 1.5, details: { width: 'n/a', seal: 'S-1' } }],
      recipient: {
        name: 'Sample Recipient',
        street: '1 Example Street',
        details: { first_name: 'Sample', last_name: 'Recipient' },
      },
      sender: { details: { address_num: 'AD101312464' } },
      details: { waybill: 'W-1', tax_info: { type: 'GST', num: 'G-1' } },
    });
  });

  it.each(['null', '{}', '[]', '""'])('with data %s means that there is no such order', async (data) => {
    const answer = `{"code":200,"success":true,"detail":"","data":${data}}`;
    await expect(getOrder(await client({}, answer), { numberType: 1, number: 'X1' })).rejects.toMatchObject({
      kind: 'not-found',
      message: 'HGE returned nothing for X1',
    });
  });
});

it('no host was called but the one on loopback', () => {
  expect([...hosts]).toEqual(['127.0.0.1']);
});
