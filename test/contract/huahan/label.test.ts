import { getFbaLabels, getMergedLabel, getProofsOfDispatch, HUAHAN } from '../../../carriers/huahan';
import { documented, documentedJson, object } from '../../documented';
import { carrier, enveloped, request } from '../eccang/wire';

it('batchGetLabelUrl', async () => {
  const { client, sentParams } = await carrier(HUAHAN, documented('huahan', 'batchGetLabelUrl.response.xml'));
  const numbers = ['HHWEW0191000054YQ', 'HHWEW0191000046YQ'];
  const raw = await getMergedLabel(client, { numbers, labelType: 1, labelContentType: 6, printDeclareInfo: 'N' });
  expect(raw).toEqual(documentedJson('huahan', 'batchGetLabelUrl.response.json'));
  expect(sentParams()).toBe(request('huahan', 'batchGetLabelUrl.request.json'));
});

it('batchGetDeliveryProof: by number, and a missing one', async () => {
  const { client, sentParams } = await carrier(
    HUAHAN,
    documented('huahan', 'batchGetDeliveryProof.response.xml'),
    enveloped({ ask: 'Success', data: [{ url: 'u', reference_no: 'B' }] }),
  );
  // The documented answer is of other orders than the documented request.
  expect(await getProofsOfDispatch(client, ['HHWCY4239000001YQ', 'HHWCY4237000002YQ'])).toEqual(
    object(documentedJson('huahan', 'batchGetDeliveryProof.response.json'))['data'],
  );
  expect(await getProofsOfDispatch(client, ['A', 'B'])).toMatchObject([{ kind: 'not-found' }, { url: 'u' }]);
  await getProofsOfDispatch(client, ['HHWAA4236000002YQ', 'HHWAA4236000001YQ']);
  expect(sentParams(2)).toBe(request('huahan', 'batchGetDeliveryProof.request.json'));
});

it('getFbaLabel: by any number of the box, each number once', async () => {
  const { client, sentParams } = await carrier(
    HUAHAN,
    enveloped(documentedJson('huahan', 'getFbaLabel.response.json')),
    enveloped({
      ask: 'Success',
      data: [
        { fba_box_no: 'B', ol_label_url_ori: 'b' },
        { child_number: 'A', ol_label_url_ori: 'a' },
      ],
    }),
    enveloped({ ask: 'Success', data: [{ child_track_number: 'C', ol_label_url_ori: 'c' }] }),
  );
  const url = 'http://label.example.com/index/get-label/code/HHWAA1291000019YQ';
  const number = 'HHWAA4236000002YQU001';
  const box = { number, childNumber: number, fbaNumber: 'fbaboxnosjk11', trackingNumber: number };
  expect(await getFbaLabels(client, [number])).toEqual([{ url, box }]);
  expect(sentParams()).toBe(request('huahan', 'getFbaLabel.request.json'));
  const [first, second, again] = await getFbaLabels(client, ['B', 'A', 'B']);
  expect([first, second, again]).toMatchObject([{ url: 'b' }, { url: 'a' }, { url: 'b' }]);
  expect(sentParams(1)).toBe('{"box_nos":["B","A"]}');
  expect(await getFbaLabels(client, ['D', 'C'])).toMatchObject([{ kind: 'not-found' }, { url: 'c' }]);
});

it('getFbaLabel: an unknown box is not found, in the words of the carrier', async () => {
  const { client } = await carrier(HUAHAN, enveloped(documentedJson('huahan', 'getFbaLabel.failure.response.json')));
  await expect(getFbaLabels(client, ['HHWAA4236000002YQU0011'])).rejects.toMatchObject({
    kind: 'not-found',
    message: '订单号HHWAA4236000002YQU0011不存在,或者不属于该用户',
  });
});
