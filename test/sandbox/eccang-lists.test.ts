import { startSandbox, type Sandbox } from '../../sandbox/server';
import {
  asObject,
  call,
  control,
  created,
  example,
  exampleJson,
  objects,
  order,
  ordersOf,
  shapeOf,
  type Answer,
} from './wire';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => control(sandbox, 'reset', {}));

const ask = (service: string, params: unknown) => call(sandbox, 'eccang', service, params);
const create = (reference: string, changes: Answer = {}) => created(sandbox, 'eccang', reference, changes);
const advance = (number: string, status: string) => control(sandbox, 'advance', { carrier: 'eccang', number, status });
const documented = (file: string) => exampleJson('eccang', file);

describe('charges', () => {
  test('the documented quote is answered in the documented shape, products of the group only', async () => {
    const answer = await ask('feeTrail', documented('feeTrail.request.json'));
    expect(shapeOf(answer)).toEqual(shapeOf(documented('feeTrail.response.json')));
    const lines = objects(answer.data);
    expect(lines.map(({ ServiceCode }) => ServiceCode)).toEqual(['PK0001', 'PK0068', 'PK0071']);
    expect(lines[0]).toMatchObject({
      FreightFee: '118.80',
      RegisteredFee: '18.00',
      TotalFee: 136.8,
      ChargeWeight: '1.35',
    });
  });

  test('volume counts when it is greater, and mandatory values are asked for', async () => {
    const base = { weight: 1, shipping_type_id: 'W', country_code: 'US', product_code: '101' };
    const boxes = [{ box_count: 2, length: 50, width: 40, height: 30 }];
    expect(await ask('feeTrail', { ...base, volume_list: boxes })).toMatchObject({ data: [{ ChargeWeight: '24' }] });
    for (const gap of [
      { weight: '' },
      { weight: 'x' },
      { shipping_type_id: '' },
      { shipping_type_id: 'X' },
      { country_code: '' },
    ]) {
      expect(await ask('feeTrail', { ...base, ...gap })).toMatchObject({ ask: 'Failure', Error: { errCode: '5000' } });
    }
  });

  test('an order is billed once it is checked in', async () => {
    const { tracking } = await create('FEE-1');
    expect(await ask('getReceivingExpense', { reference_no: 'FEE-1' })).toMatchObject({ ask: 'Success', data: [] });
    await advance(tracking, 'V');
    expect(await ask('getReceivingExpense', { reference_no: 'FEE-1' })).toMatchObject({
      data: { CustomerOrderNumber: 'FEE-1', TrackingNumber: tracking, SettleWeight: '0.175', TotalFee: '33.40' },
    });
    expect(await ask('getReceivingExpense', { reference_no: 'unknown' })).toMatchObject({ Error: { errCode: '5000' } });
  });
});

describe('reference lists', () => {
  test('getFieldRule answers the documented rule, and createOrder enforces it', async () => {
    const rule = await ask('getFieldRule', documented('getFieldRule.request.json'));
    expect(rule.data).toEqual(documented('getFieldRule.response.json').data);
    const { Error } = await ask('createOrder', order('eccang', 'RULE-1', { shipping_method: 'PK0049' }));
    expect(asObject(Error).errMessage).toContain('ItemArr[0].material不能为空');
    expect(await ask('getFieldRule', { product_code: 'NOPE' })).toMatchObject({ ask: 'Failure' });
    expect(
      asObject((await ask('getFieldRule', { product_code: 'PK0001', country_code: 'BR' })).data).requiredFields,
    ).toContain('consignee_taxno');
  });

  test('addressValidate passes the documented order and lists problems with 50048', async () => {
    const request = documented('addressValidate.request.json');
    const passed = await ask('addressValidate', request);
    expect(passed).toMatchObject({ ask: 'Success', message: '检验通过' });
    expect(shapeOf(passed)).toEqual(shapeOf(JSON.parse(example('eccang', 'addressValidate.response.json'))));
    expect(await ask('addressValidate', { ...request, country_code: 'ANDORRA', invoice: [] })).toMatchObject({
      ask: 'Failure',
      message: '信息不合法',
      Error: { errCode: '50048', errMessage: expect.stringMatching(/invoice_enname.*;.*country_code/) },
    });
    expect(await ordersOf(sandbox, 'eccang')).toHaveLength(0);
  });

  test('products, countries and extra services', async () => {
    const products = objects((await ask('getShippingMethod', {})).data);
    expect(products.length).toBeGreaterThanOrEqual(6);
    expect(products[0]).toEqual({ code: 'PK0001', cn_name: '中国邮政挂号小包', en_name: expect.any(String) });
    const countries = objects((await ask('getCountry', {})).data);
    expect(countries).toContainEqual({ CountryCode: 'PL', CName: '波兰', EName: 'Poland' });
    expect(countries.length).toBeGreaterThan(200);
    const kinds = async (shipping_method: string, country_code: string) =>
      objects((await ask('getExtraService', { shipping_method, country_code })).data).map(
        (one) => one.extra_service_kind,
      );
    expect(await kinds('101', 'US')).toEqual(['I1', 'R1', 'S1']);
    expect(await kinds('PK0001', 'PL')).toEqual(['I1', 'R1']);
    expect(await ask('getExtraService', { shipping_method: '101' })).toMatchObject({ ask: 'Failure' });
  });
});
