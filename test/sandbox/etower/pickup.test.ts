import { exampleJson, objects, sandboxOfThisFile } from '../wire';
import { codesOf, made, newOrder, post } from './wire';

const sandbox = sandboxOfThisFile();

describe('queries', () => {
  it('label data and a pickup', async () => {
    await made(sandbox, newOrder('A'));
    expect(objects((await post(sandbox, 'labelSpecs', ['A'])).data)[0]).toMatchObject({
      referenceNo: 'A',
      recipientName: 'Jane Sample',
    });
    const pickup = { contact: 'test', pickupTime: '2020-08-16T13:47:12+0800' };
    expect(await post(sandbox, 'pickup-requests', [pickup])).toEqual(
      exampleJson('etower', 'pickup-requests.response.json'),
    );
    expect(
      codesOf(await post(sandbox, 'pickup-requests', [{ ...pickup, pickupTime: '2020-08-16T13:47:12+08:00' }])),
    ).toEqual([[100001]]);
  });
});
