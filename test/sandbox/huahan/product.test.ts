import { stepsAt } from '../eccang/wire';
import { objects, sandboxOfThisFile } from '../wire';

const sandbox = sandboxOfThisFile();
const { ask, documented } = stepsAt(sandbox, 'huahan');

describe('charges and products', () => {
  it('getShippingMethod has neither message nor time and holds the recorded product', async () => {
    const answer = await ask('getShippingMethod', {});
    expect(Object.keys(answer)).toEqual(['ask', 'data']);
    expect(answer.data).toContainEqual(objects(documented('getShippingMethod.response.json').data)[0]);
  });
});
