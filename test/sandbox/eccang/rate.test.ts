import { objects, sandboxOfThisFile, shapeOf } from '../wire';
import { stepsAt } from './wire';

const sandbox = sandboxOfThisFile();
const { ask, documented } = stepsAt(sandbox, 'eccang');

describe('charges', () => {
  it('the documented quote is answered in the documented shape, products of the group only', async () => {
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

  it('volume counts when it is greater, and mandatory values are asked for', async () => {
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
});
