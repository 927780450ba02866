import { getMergedLabel, getProofsOfDispatch, HUAHAN } from '../../../carriers/huahan';
import { documented, documentedJson, object } from '../../documented';
import { carrier, enveloped, request } from '../eccang/wire';

it('batchGetLabelUrl', async () => {
  const { client, sentParams } = await carrier(HUAHAN, documented('huahan', 'batchGetLabelUrl.response.xml'));
  const numbers = ['HHWEW0191000054YQ', 'HHWEW0191000046YQ'];
  const raw = await getMergedLabel(client, { numbers, labelType: 1, labelContentType: 6, printDeclareInfo: 'N' });
  expect(raw).toEqual(documentedJson('huahan', 'batchGetLabelUrl.response.json'));
  expect(sentParams()).toBe(request('huahan', 'batchGetLabelUrl.request.json'));
});

it('batchGetDeliveryProof: by number, else by place, and a missing one', async () => {
  const { client, sentParams } = await carrier(
    HUAHAN,
    documented('huahan', 'batchGetDeliveryProof.response.xml'),
    enveloped({ ask: 'Success', data: [{ url: 'u', reference_no: 'B' }] }),
  );
  expect(await getProofsOfDispatch(client, ['HHWAA4236000002YQ', 'HHWAA4236000001YQ'])).toEqual(
    object(documentedJson('huahan', 'batchGetDeliveryProof.response.json'))['data'],
  );
  expect(sentParams()).toBe(request('huahan', 'batchGetDeliveryProof.request.json'));
  expect(await getProofsOfDispatch(client, ['A', 'B'])).toMatchObject([{ kind: 'not-found' }, { url: 'u' }]);
});
