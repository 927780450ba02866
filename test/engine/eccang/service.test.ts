import { step, type WorkflowRun } from '../../../engine';
import { eccangOrder } from '../../../sandbox/sample-orders';
import { enveloped } from '../../contract/eccang/wire';
import { loopback } from '../../contract/loopback';
import { jsonOf, onRegularOutput, outputsOf, toErrorOutput } from '../outputs';
import { runWith, useSandbox } from '../sandbox';
import { accountsAt, create } from './orders';

const { run } = useSandbox();

describe.each(['huahan', 'eccangTms'])('%s', (node) => {
  test('any service by its name, as an object and as JSON text', async () => {
    const ran = await run(
      [eccangOrder('A')],
      create(node, { simplify: false }),
      step(node, 'Call', 'service', 'call', { service: 'getOrder', body: '={{ { reference_no: $json.order_code } }}' }),
      step(node, 'Text', 'service', 'call', { service: 'getShippingMethod', body: '{ }' }),
      step(node, 'Unknown', 'service', 'call', { service: 'noSuchService' }, toErrorOutput),
    );
    expect(jsonOf(ran, 'Create')[0]).toMatchObject({ ask: 'Success', reference_no: 'A' });
    expect(jsonOf(ran, 'Call')[0]).toMatchObject({ ask: 'Success', data: { reference_no: 'A' } });
    expect(jsonOf(ran, 'Text')[0]).toMatchObject({ ask: 'Success' });
    expect(outputsOf(ran, 'Unknown', 1)[0]?.error?.description).toContain('50005');
  });
});

describe('Service: Call', () => {
  const call = async (service: string, reply: object): Promise<WorkflowRun> => {
    const server = await loopback(() => ({ body: enveloped(reply) }));
    const ran = await runWith(
      accountsAt(server.url),
      [{}],
      step('eccangTms', 'Call', 'service', 'call', { service, body: '{}' }, onRegularOutput),
    );
    await server.close();
    return ran;
  };

  test.each([
    ['modifyOrder', { ask: 'Failure', message: '订单数据不合法', Result: { reference_no: 'R' } }],
    ['getOrder', { ask: 'Failure', message: '订单数据不合法', data: { reference_no: 'R' } }],
    ['getCargoTrack', { ask: 'Failure', message: '订单数据不合法', Data: [{ Code: 'R' }] }],
    ['updateTrackingNumberAndLabel', { ask: 'Failure', message: '订单数据不合法', data: { TrackingNumber: 'R' } }],
  ])('a refused %s is an error, whatever it echoes', async (service, reply) => {
    expect(outputsOf(await call(service, reply), 'Call')[0]?.error?.message).toBe('订单数据不合法');
  });

  test.each([
    ['anyBatch', { ask: 'Failure', message: '', Result: [{ order_code: 'R', ask: 'Success' }] }],
    ['modifyOrderWeight', { ask: 'Failure', message: '', Result: [{ order_code: 'R', message: '成功' }] }],
    ['getCargoTrack', { ask: 'Failure', message: '', Data: [{ Code: 'R', Detail: [{ Comment: '签入' }] }] }],
    ['getTrackNumber', { ask: 'Failure', message: '', data: [{ OrderNumber: 'R', WayBillNumber: 'W' }] }],
    ['getBillingWeight', { ask: 'Failure', message: '', Data: [{ Code: 'R', chargeweight: '1.2' }] }],
    ['batchGetLabel', { ask: 'Failure', state: 2, result: [{ url: 'http://x/1.pdf', printInfo: [] }] }],
  ])('the items of %s are its answer', async (service, reply) => {
    expect(outputsOf(await call(service, reply), 'Call')[0]).toMatchObject({ json: reply });
  });
});
