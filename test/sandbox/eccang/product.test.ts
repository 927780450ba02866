import { asObject, objects, sandboxOfThisFile } from '../wire';
import { order, stepsAt } from './wire';

const sandbox = sandboxOfThisFile();
const { ask, documented } = stepsAt(sandbox, 'eccang');

describe('reference lists', () => {
  it('getFieldRule answers the documented rule, and createOrder enforces it', async () => {
    const rule = await ask('getFieldRule', documented('getFieldRule.request.json'));
    expect(rule.data).toEqual(documented('getFieldRule.response.json').data);
    const { Error } = await ask('createOrder', order('eccang', 'RULE-1', { shipping_method: 'PK0049' }));
    expect(asObject(Error).errMessage).toContain('ItemArr[0].material不能为空');
    expect(await ask('getFieldRule', { product_code: 'NOPE' })).toMatchObject({ ask: 'Failure' });
    expect(
      asObject((await ask('getFieldRule', { product_code: 'PK0001', country_code: 'BR' })).data).requiredFields,
    ).toContain('consignee_taxno');
  });

  it('products, countries and extra services', async () => {
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
