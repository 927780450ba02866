import type { Sandbox } from '../../../sandbox/server';
import { call, pagesAt, stepsAt } from '../eccang/wire';
import { objects, sandboxOfThisFile } from '../wire';

const sandbox = sandboxOfThisFile();
const { ask, create, documented } = stepsAt(sandbox, 'huahan');

it('the link is on the host the API was called at', async () => {
  await create('HOST-1');
  const other: Sandbox = {
    ...sandbox,
    addresses: { huahan: (sandbox.addresses.huahan ?? '').replace('127.0.0.1', 'localhost') },
  };
  const answer = await call(other, 'huahan', 'getLabelUrl', { reference_no: 'HOST-1' });
  expect(answer.url).toMatch(new RegExp(`^http://localhost:${sandbox.port}/huahan/PDF/`));
});

it('batchGetLabelUrl merges orders of one product, a page each', async () => {
  const { waybill } = await create('MERGE-1');
  const { tracking } = await create('MERGE-2');
  await create('MERGE-3');
  const request = {
    ...documented('batchGetLabelUrl.request.json'),
    reference_nos: [waybill, tracking, 'MERGE-3'],
  };
  const answer = await ask('batchGetLabelUrl', request);
  expect(Object.keys(answer)).toEqual(Object.keys(documented('batchGetLabelUrl.response.json')));
  expect(await pagesAt(answer.url)).toEqual([
    [10, 10],
    [10, 10],
    [10, 10],
  ]);
  await create('MERGE-4', { shipping_method: 'PK0001' });
  for (const change of [
    { reference_nos: ['MERGE-1', 'MERGE-4'] },
    { reference_nos: ['MERGE-1', 'unknown'] },
    { reference_nos: Array.from({ length: 21 }, () => 'MERGE-1') },
    { reference_nos: [] },
    { label_type: undefined },
    { label_content_type: 7 },
    { extra_option: { print_declare_info: 'X' } },
  ]) {
    expect(await ask('batchGetLabelUrl', { ...request, ...change })).toMatchObject({
      ask: 'Failure',
      message: '',
      Error: { errCode: '', errMessage: expect.any(String) },
    });
  }
});

it('batchGetDeliveryProof lists the orders it found', async () => {
  await create('PROOF-1');
  const request = { reference_nos: ['PROOF-1', 'unknown'], labelName: '发货证明' };
  const answer = await ask('batchGetDeliveryProof', request);
  const [proof, ...more] = objects(answer.data);
  expect(more).toEqual([]);
  expect(proof).toMatchObject({ reference_no: 'PROOF-1' });
  expect(await pagesAt(proof?.url)).toEqual([[21, 29.7]]);
  for (const change of [
    { reference_nos: ['unknown'] },
    { labelName: '' },
    { reference_nos: Array.from({ length: 11 }, () => 'PROOF-1') },
  ]) {
    expect(await ask('batchGetDeliveryProof', { ...request, ...change })).toMatchObject({
      ask: 'Failure',
      message: '',
      Error: { errCode: '' },
    });
  }
});

it('getFbaLabel gives a link for every box, found by its number or its tracking number', async () => {
  const { waybill } = await create('FBA-1', { order_pieces: 2 });
  const answer = await ask('getFbaLabel', { box_nos: [`${waybill}U002`, `${waybill}U001`] });
  expect(Object.keys(answer).toSorted()).toEqual(Object.keys(documented('getFbaLabel.response.json')).toSorted());
  const [second, first] = objects(answer.data);
  expect(Object.keys(second ?? {})).toEqual(
    Object.keys(objects(documented('getFbaLabel.response.json').data)[0] ?? {}),
  );
  expect([first?.child_number, second?.child_track_number]).toEqual([`${waybill}U001`, `${waybill}U002`]);
  expect(await pagesAt(second?.ol_label_url_ori)).toEqual([[10, 15]]);
  const again = await ask('getFbaLabel', { box_nos: [second?.fba_box_no] });
  expect(objects(again.data)).toMatchObject([{ child_number: `${waybill}U002` }]);
  const failure = { ...documented('getFbaLabel.failure.response.json'), 'time_cost(s)': expect.anything() };
  const unknown = await ask('getFbaLabel', { box_nos: [`${waybill}U001`, 'HHWAA4236000002YQU0011'] });
  expect(unknown).toEqual(failure);
  for (const box_nos of [[], `${waybill}U001`, [`${waybill}U003`], Array.from({ length: 21 }, () => `${waybill}U001`)])
    expect(await ask('getFbaLabel', { box_nos })).toMatchObject({
      ask: 'Failure',
      message: '',
      Error: { errCode: '' },
    });
});
