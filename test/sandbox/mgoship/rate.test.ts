import { exampleJson, objects, sandboxOfThisFile } from '../wire';
import { call, documentedParams, refused } from './wire';

const sandbox = sandboxOfThisFile();

describe('warehouses', () => {
  it('the estimate gives every way, over the limit or not', async () => {
    const answer = await call(sandbox, 'base', 'cal_ship_fee', documentedParams('base.cal_ship_fee'));
    const sample = objects(exampleJson('mgoship', 'base.cal_ship_fee.response.partial.json').data);
    expect(objects(answer.data).slice(0, 2)).toEqual(sample);
    expect(objects(answer.data).at(-1)).toEqual({ ship_way: '90', ship_name: '沙盒宅配', shipFee: '780', note: '' });
    expect(await call(sandbox, 'base', 'cal_ship_fee', { height: '10' })).toEqual(refused('region不能为空'));
  });
});
