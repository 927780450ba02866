import { type Step, step } from '../../../engine';
import { control, credentialsFor, ordersAt, servicesOf, statsOf } from '../../../sandbox/control-client';
import { eccangOrder } from '../../../sandbox/sample-orders';
import { startSandbox } from '../../../sandbox/server';
import { enveloped, paramsOf } from '../../contract/eccang/wire';
import { loopback } from '../../contract/loopback';
import { jsonOf, onRegularOutput, outputsOf, pairs, toErrorOutput } from '../outputs';
import { runWith } from '../sandbox';
import { accountsAt, carrierOf, create, orders, useEccang } from './orders';

const { sandbox, run, place, laterProduct } = useEccang();

describe.each(['huahan', 'eccangTms'])('corrections at %s', (node) => {
  const carrier = carrierOf(node);
  const act = (operation: string, parameters = {}, settings = toErrorOutput): Step =>
    step(node, 'Act', 'order', operation, { number: '={{ $json.orderNumber }}', ...parameters }, settings);

  test('cancel once, not twice', async () => {
    const [created] = await place(node, [eccangOrder('A')]);
    const ran = await run(
      [created ?? {}, created ?? {}, { orderNumber: 'NOBODY' }],
      act('cancel', { options: { concurrency: 1 } }),
    );
    expect(jsonOf(ran, 'Act')).toEqual([
      { carrier, number: created?.orderNumber, success: true, message: expect.any(String) },
    ]);
    expect(pairs(outputsOf(ran, 'Act', 1))).toEqual([{ item: 1 }, { item: 2 }]);
    expect((await ordersAt(sandbox, carrier))[0]?.['status']).toBe('E');
  });

  test('intercept', async () => {
    const [created] = await place(node, [eccangOrder('A')]);
    const ran = await run([created ?? {}], act('intercept', { numberType: '1', holdOnRemark: 'Buyer cancelled' }));
    expect(jsonOf(ran, 'Act')[0]).toMatchObject({ carrier, success: true });
    expect((await ordersAt(sandbox, carrier))[0]?.['status']).toBe('Q');
  });

  test('weights in shared calls, each item its own result', async () => {
    const created = await place(node, orders(45));
    await control(sandbox, 'advance', { carrier, number: created[7]?.['orderNumber'], status: 'V' });
    const items = created.map(({ orderNumber }, index) => ({
      orderNumber: index === 30 ? 'NOBODY' : orderNumber,
      weight: 0.1 + 0.2,
    }));
    const ran = await run(items, act('updateWeight', { weight: '={{ $json.weight }}' }, onRegularOutput));
    const out = outputsOf(ran, 'Act');
    expect(pairs(out)).toEqual(items.map((_, item) => ({ item })));
    expect(out.flatMap(({ error }, index) => (error ? [index] : []))).toEqual([7, 30]);
    expect((await servicesOf(sandbox, carrier))['modifyOrderWeight']).toBe(3);
    const state = await ordersAt(sandbox, carrier);
    expect(state.find(({ orderNumber }) => orderNumber === created[0]?.['orderNumber'])?.['weight']).toBe(0.3);
  });

  test('a weight with too many decimals is refused before anything is sent', async () => {
    const ran = await run(
      [{ orderNumber: 'A', weight: '0.12345' }],
      act('updateWeight', { weight: '={{ $json.weight }}' }, { onError: 'stopWorkflow' }),
    );
    expect(ran.result.error?.message).toBe('Weight (Kilograms) has more than 3 decimals');
    expect((await servicesOf(sandbox, carrier))['modifyOrderWeight']).toBeUndefined();
  });

  test('a tracking number that comes later: pending, then waited for', async () => {
    const later = await laterProduct(node);
    const created = await place(node, orders(3, 'LATE', { shipping_method: later }));
    expect(created.every(({ trackingNumberPending }) => trackingNumberPending === 'true')).toBe(true);
    const ask = (name: string, parameters = {}): Step =>
      step(node, name, 'order', 'getTrackingNumber', { number: '={{ $json.reference }}', ...parameters });
    const pending = await run(created, ask('Ask'));
    expect(jsonOf(pending, 'Ask')).toEqual(
      created.map(({ reference, orderNumber }) => ({
        carrier,
        number: reference,
        reference,
        orderNumber,
        trackingNumberPending: true,
        message: 'Tracking number not issued yet',
      })),
    );
    const issued = await run(created, ask('Wait', { waitUntilIssued: true, options: { waitInterval: 0.1 } }));
    expect(jsonOf(issued, 'Wait')).toEqual(
      created.map(({ reference }) => ({
        carrier,
        number: reference,
        reference,
        orderNumber: expect.any(String),
        trackingNumber: expect.stringMatching(/^\w{10,}$/),
      })),
    );
  });

  test('charges, once there are some', async () => {
    const created = await place(node, orders(2));
    await control(sandbox, 'advance', { carrier, number: created[0]?.['orderNumber'], status: 'V' });
    const items = [...created, { orderNumber: 'NOBODY' }];
    const ran = await run(items, act('getCharges', {}, onRegularOutput));
    const [billed, unbilled, unknown] = outputsOf(ran, 'Act');
    expect(billed?.json).toMatchObject({
      carrier,
      charges: expect.arrayContaining([
        expect.objectContaining({
          name: expect.any(String),
          amount: expect.anything(),
          ...(node === 'huahan' ? { currency: 'RMB', date: expect.any(String) } : {}),
        }),
      ]),
    });
    expect(unbilled?.json['charges']).toBeUndefined();
    expect(unknown?.error?.message).toContain('订单不存在');
  });
});

describe('many items', () => {
  test('1,000 orders at Eccang are read over at most as many connections as the concurrency', async () => {
    await run(orders(10), create('eccangTms'));
    const numbers = (await ordersAt(sandbox, 'eccang')).map(({ orderNumber }) => orderNumber);
    const own = await startSandbox();
    try {
      await runWith(credentialsFor(own), orders(10), create('eccangTms'));
      const before = Number((await statsOf(own, 'eccang'))['connections']);
      const items = Array.from({ length: 1000 }, (_, index) => ({ number: numbers[index % 10] }));
      const get = step('eccangTms', 'Get', 'order', 'get', {
        number: '={{ $json.number }}',
        options: { concurrency: 3 },
      });
      const ran = await runWith(credentialsFor(own), items, get);
      expect(outputsOf(ran, 'Get')).toHaveLength(1000);
      expect(outputsOf(ran, 'Get').map(({ json }) => json['orderNumber'])).toEqual(items.map(({ number }) => number));
      const stats = await statsOf(own, 'eccang');
      expect(Number(stats['maxInFlight'])).toBeLessThanOrEqual(5);
      expect(Number(stats['connections']) - before).toBeLessThanOrEqual(3);
    } finally {
      await own.close();
    }
  });
});

describe('Eccang alone', () => {
  const node = 'eccangTms';

  test('validation gives its findings as output', async () => {
    const items = [
      eccangOrder('A'),
      eccangOrder('B', { Consignee: { consignee_name: 'Sample', consignee_street: '' } }),
    ];
    const ran = await run(
      items,
      step(node, 'Validate', 'order', 'validate', { inputMode: 'json', body: '={{ $json }}' }),
    );
    expect(jsonOf(ran, 'Validate')).toEqual([
      { carrier: 'eccang', reference: 'A', valid: true, message: '检验通过' },
      {
        carrier: 'eccang',
        reference: 'B',
        valid: false,
        message: '信息不合法',
        problems: expect.arrayContaining([expect.any(String)]),
        code: '50048',
      },
    ]);
    expect(await ordersAt(sandbox, 'eccang')).toEqual([]);
  });

  test('a validation by form sends the documented text and says what is missing in the words of the form', async () => {
    const server = await loopback(() => ({ body: enveloped({ ask: 'Success', message: '检验通过' }) }));
    const validate = (referenceNo: string, itemArr: string) =>
      runWith(
        accountsAt(server.url),
        [{}],
        step(node, 'Validate', 'order', 'validate', {
          inputMode: 'form',
          referenceNo,
          shippingMethod: 'PK0001',
          countryCode: 'US',
          orderWeight: 0.2,
          consignee: { consigneeName: 'Sample' },
          itemsFrom: 'json',
          itemArr,
        }),
      );
    const refused = await validate('={{ $json.none }}', '[]');
    await validate('R', '{"invoice_enname":"x"}');
    await server.close();
    expect(refused.result.error?.message).toBe(
      'Reference Number (reference_no) is required; Items (ItemArr) needs at least one item',
    );
    expect(server.received.map(({ body }): unknown => JSON.parse(paramsOf(body)))).toEqual([
      {
        reference_no: 'R',
        shipping_method_no: '',
        order_weight: '0.2',
        shipping_method: 'PK0001',
        country_code: 'US',
        consignee: { consignee_name: 'Sample' },
        invoice: [{ invoice_enname: 'x' }],
      },
    ]);
  });

  test('the history of a tracking number', async () => {
    const late = await laterProduct(node);
    const [created] = await place(node, [eccangOrder('A', { shipping_method: late })]);
    await run(
      [created ?? {}],
      step(node, 'Wait', 'order', 'getTrackingNumber', {
        number: 'A',
        waitUntilIssued: true,
        options: { waitInterval: 0.1 },
      }),
    );
    const ran = await run(
      [created ?? {}],
      step(node, 'History', 'order', 'getTrackingNumberHistory', { number: '={{ $json.orderNumber }}' }),
    );
    expect(jsonOf(ran, 'History')[0]).toMatchObject({
      carrier: 'eccang',
      orderNumber: created?.['orderNumber'],
      trackingNumber: expect.any(String),
      time: null,
    });
  });
});
