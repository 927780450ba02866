import { ECCANG, getRequiredFields, listProducts } from '../../../carriers/eccang';
import { objectOf } from '#carriers/shared/json-value';
import { documentedJson, object } from '../../documented';
import { carrier, enveloped, request } from './wire';

it('getFieldRule', async () => {
  const document = object(documentedJson('eccang', 'getFieldRule.response.json'));
  const { client, sentParams } = await carrier(ECCANG, enveloped(document));
  expect(await getRequiredFields(client, 'PK0049', '')).toEqual(objectOf(document['data'])['requiredFields']);
  expect(sentParams()).toBe(request('eccang', 'getFieldRule.request.json'));
});

describe('what a refusal says', () => {
  it('a service that is unknown among other codes is asked for by its newer name', async () => {
    const { client } = await carrier(
      ECCANG,
      enveloped({ ask: 'Failure', message: 'x', err_code: '50005', Error: { errCode: '5000' } }),
      enveloped({ ask: 'Success', data: [{ code: 'P' }] }),
    );
    expect(await listProducts(client)).toEqual([{ code: 'P' }]);
  });
});
