import { stepsAt } from '../eccang/wire';
import { objects, sandboxOfThisFile } from '../wire';

const sandbox = sandboxOfThisFile();
const { ask } = stepsAt(sandbox, 'huahan');

describe('charges and products', () => {
  it('feeTrail quotes Huahan products', async () => {
    const answer = await ask('feeTrail', { weight: '1', shipping_type_id: 'W', country_code: 'DE' });
    expect(objects(answer.data).map(({ ServiceCode }) => ServiceCode)).not.toContain('PK0104');
  });
});
