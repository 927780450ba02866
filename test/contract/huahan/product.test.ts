import { listProducts } from '../../../carriers/eccang';
import { HUAHAN } from '../../../carriers/huahan';
import { documentedJson, object } from '../../documented';
import { carrier, enveloped } from '../eccang/wire';

describe('documented replies', () => {
  it('getShippingMethod, without a message', async () => {
    const { client: own } = await carrier(
      HUAHAN,
      enveloped(documentedJson('huahan', 'getShippingMethod.response.json')),
    );
    expect(await listProducts(own)).toEqual(
      object(documentedJson('huahan', 'getShippingMethod.response.json'))['data'],
    );
  });
});
