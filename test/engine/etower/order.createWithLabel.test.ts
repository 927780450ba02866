import { BinaryDataService } from 'n8n-core';
import { OperationalError } from 'n8n-workflow';
import type { Step } from '../../../engine';
import { control, credentialsFor, ordersAt, servicesOf } from '../../../sandbox/control-client';
import { etowerOrder } from '../../../sandbox/sample-orders';
import { loopback } from '../../contract/loopback';
import { outputsOf, pairs, toErrorOutput } from '../outputs';
import { runWith, useSandbox } from '../sandbox';
import { etower, orders } from './orders';

const { sandbox, run } = useSandbox();

describe('create with label', () => {
  const withLabel = (parameters = {}, settings = {}): Step =>
    etower('Create', 'order', 'createWithLabel', { inputMode: 'json', body: '={{ $json }}', ...parameters }, settings);

  test('gives order and file of each item', async () => {
    const ran = await run([etowerOrder('A'), etowerOrder('B', { postcode: 'BAD' })], withLabel({}, toErrorOutput));
    expect(outputsOf(ran, 'Create')).toEqual([
      {
        json: expect.objectContaining({ reference: 'A', fileName: 'A.pdf', fileType: 'pdf' }),
        pairedItem: { item: 0 },
        binary: { data: { fileName: 'A.pdf', mimeType: 'application/pdf', fileSize: expect.any(Number) } },
      },
    ]);
    expect(pairs(outputsOf(ran, 'Create', 1))).toEqual([{ item: 1 }]);
  });

  describe('when n8n cannot store a file', () => {
    const retried = { ...toErrorOutput, retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
    beforeEach(() => {
      jest.spyOn(BinaryDataService.prototype, 'store').mockRejectedValueOnce(new OperationalError('The disk is full'));
    });
    afterEach(() => jest.restoreAllMocks());

    test('the other orders of the call keep their results, and the error tells that its order exists', async () => {
      const ran = await run(orders(3), withLabel({}, toErrorOutput));
      expect(pairs(outputsOf(ran, 'Create'))).toEqual([{ item: 1 }, { item: 2 }]);
      const [failed, ...others] = outputsOf(ran, 'Create', 1);
      expect(others).toEqual([]);
      expect(failed).toMatchObject({
        pairedItem: { item: 0 },
        json: { error: 'The carrier answered, but the output could not be stored in n8n: The disk is full' },
        error: { description: expect.stringMatching(/^Reference .*tracking number ET.*do not create an order again/) },
      });
      expect(await ordersAt(sandbox, 'etower')).toHaveLength(3);
    });

    test('retry on fail stores it, and creates no order again', async () => {
      const ran = await run([etowerOrder('A')], withLabel({}, retried));
      expect(outputsOf(ran, 'Create')).toMatchObject([{ binary: { data: { fileName: 'A.pdf' } } }]);
      expect(await ordersAt(sandbox, 'etower')).toHaveLength(1);
    });
  });

  test('gives the files of further pieces as well, and none of them as text', async () => {
    const part = (referenceNo: string) => ({
      status: 'Success',
      errors: null,
      referenceNo,
      labelContent: Buffer.from(`%PDF-1.4 ${referenceNo}\n%%EOF`).toString('base64'),
    });
    const entry = { ...part('A'), piecesResult: [part('A-2')] };
    const server = await loopback(() => ({ body: JSON.stringify({ status: 'Success', errors: null, data: [entry] }) }));
    const ran = await runWith(
      credentialsFor(sandbox, { baseUrl: server.url }),
      [etowerOrder('A', { pieces: [etowerOrder('A-2')] })],
      withLabel({ simplify: false }),
    );
    await server.close();
    const [created] = outputsOf(ran, 'Create');
    expect(created?.json).toEqual({
      status: 'Success',
      errors: null,
      referenceNo: 'A',
      piecesResult: [{ status: 'Success', errors: null, referenceNo: 'A-2' }],
    });
    expect(created?.binary).toMatchObject({ data: { fileName: 'A.pdf' }, data_2: { fileName: 'A_2.pdf' } });
  });

  test('the label of a piece does not take the place of one that is missing', async () => {
    const piece = {
      status: 'Success',
      referenceNo: 'A-2',
      labelContent: Buffer.from('%PDF-1.4\n%%EOF').toString('base64'),
    };
    const entry = { status: 'Success', orderId: 'A', trackingNo: 'T-A', labelContent: null, piecesResult: [piece] };
    const refused = { status: 'Failure', orderId: 'A', errors: [{ code: 100005, message: 'no label' }] };
    const server = await loopback((_, index) => ({
      body: JSON.stringify({ status: 'Success', errors: null, data: [index === 0 ? entry : refused] }),
    }));
    const ran = await runWith(
      credentialsFor(sandbox, { baseUrl: server.url }),
      [etowerOrder('A', { pieces: [etowerOrder('A-2')] })],
      withLabel(),
    );
    await server.close();
    const [created] = outputsOf(ran, 'Create');
    expect(created?.json).toEqual({
      carrier: 'etower',
      reference: 'A',
      orderNumber: 'A',
      trackingNumber: 'T-A',
      pieces: [{ carrier: 'etower', reference: 'A-2' }],
      parcels: [{ reference: 'A', orderNumber: 'A', trackingNumber: 'T-A' }, { reference: 'A-2' }],
      notes: [expect.stringMatching(/^no label\. The order was created without its label/)],
    });
    expect(created?.binary).toMatchObject({ data_2: { fileName: 'A_2.pdf' } });
    expect(Object.keys(created?.binary ?? {})).toEqual(['data_2']);
    expect(ran.hints['Create']).toEqual([expect.stringContaining('created without a label')]);
  });

  test('a lost answer costs neither the order nor the label', async () => {
    await control(sandbox, 'faults', { carrier: 'etower', service: 'orderLabels', kind: 'disconnect-after' });
    const ran = await run([etowerOrder('A')], withLabel({ labelFormat: 'ZPL', simplify: false }));
    expect(outputsOf(ran, 'Create')[0]).toMatchObject({
      json: { recovered: true },
      binary: { data: { fileName: 'A.zpl', mimeType: 'x-application/zpl' } },
    });
    expect(await servicesOf(sandbox, 'etower')).toEqual({
      orderLabels: 1,
      trackingNumbers: 1,
      queryorders: 1,
      trackingEvents: 1,
      labels: 1,
    });
  });

  test('an order without its label is no failure, but is told', async () => {
    await control(sandbox, 'faults', [
      { carrier: 'etower', service: 'orderLabels', kind: 'disconnect-after' },
      { carrier: 'etower', service: 'labels', kind: 'html', times: 9 },
    ]);
    const ran = await run([etowerOrder('A')], withLabel());
    expect(outputsOf(ran, 'Create')[0]?.binary).toBeUndefined();
    expect(ran.hints['Create']).toEqual([expect.stringContaining('created without a label')]);
  });
});
