import { chain, runWorkflow, step } from '../../../engine';
import { control, credentialsFor, ordersAt, servicesOf } from '../../../sandbox/control-client';
import { eccangOrder } from '../../../sandbox/sample-orders';
import { jsonOf, onRegularOutput, outputsOf, pairs, toErrorOutput } from '../outputs';
import { until, useSandbox } from '../sandbox';
import { carrierOf, create, orders } from './orders';

const { sandbox, run } = useSandbox();

describe.each(['huahan', 'eccangTms'])('%s', (node) => {
  const carrier = carrierOf(node);

  test('every item of a mixed list ends as one output or one error, paired with it', async () => {
    const items = [
      eccangOrder('A'),
      eccangOrder('B', { order_weight: '' }),
      eccangOrder('A'),
      eccangOrder('C', { shipping_method: 'NO-SUCH' }),
      eccangOrder('D'),
    ];
    const ran = await run(items, create(node, {}, toErrorOutput));
    expect(pairs(outputsOf(ran, 'Create'))).toEqual([{ item: 0 }, { item: 4 }]);
    const errors = outputsOf(ran, 'Create', 1);
    expect(pairs(errors)).toEqual([{ item: 1 }, { item: 2 }, { item: 3 }]);
    expect(errors.map(({ json }) => json['error'])).toEqual([
      'order_weight is required',
      expect.stringContaining('参考单号已存在'),
      expect.stringContaining('订单数据不合法'),
    ]);
    // The order stays beside its error, so that the next node can mend it.
    expect(errors.map(({ json }) => json['reference_no'])).toEqual(['B', 'A', 'C']);
    expect(errors[1]?.error?.description).toContain('ORDER_REFER_ISEXISTS');
    expect((await ordersAt(sandbox, carrier)).map(({ reference }) => reference).sort()).toEqual(['A', 'D']);
  });

  test('continue on the regular output keeps the order of the items', async () => {
    const items = [eccangOrder('A', { country_code: 'USA' }), eccangOrder('B'), eccangOrder('B')];
    const ran = await run(items, create(node, {}, onRegularOutput));
    const out = outputsOf(ran, 'Create');
    expect(pairs(out)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
    expect(out.map(({ error }) => error?.message)).toEqual([
      expect.stringContaining('country_code must be a country code of two letters'),
      undefined,
      expect.stringContaining('参考单号已存在'),
    ]);
    expect(out[0]?.json).toEqual({
      error: expect.stringContaining('country_code must be a country code of two letters'),
    });
  });

  test('a bad item stops the node before anything is sent', async () => {
    const ran = await run([eccangOrder('A'), eccangOrder('B', { Consignee: {} })], create(node));
    expect(ran.result.status).toBe('error');
    expect(ran.result.error?.message).toContain('Consignee.consignee_name is required');
    expect(await ordersAt(sandbox, carrier)).toEqual([]);
  });

  test.each([onRegularOutput, toErrorOutput])(
    'retry on fail ships nothing twice when the first item fails, %j',
    async (onError) => {
      const settings = { ...onError, retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
      const refused = eccangOrder('A', { shipping_method: 'NO-SUCH' });
      const ran = await run([refused, eccangOrder('B'), eccangOrder('C')], create(node, {}, settings));
      const out = [...outputsOf(ran, 'Create'), ...outputsOf(ran, 'Create', 1)];
      expect(out.filter(({ error }) => error === undefined)).toHaveLength(2);
      expect(pairs(out.filter(({ error }) => error !== undefined))).toEqual([{ item: 0 }]);
      expect((await servicesOf(sandbox, carrier))['createOrder']).toBe(3);
    },
  );

  test('a node that stops tells how far it came', async () => {
    const items = [eccangOrder('A'), eccangOrder('B', { shipping_method: 'NO-SUCH' }), eccangOrder('C')];
    const ran = await run(items, create(node, { options: { concurrency: 1 } }));
    expect(ran.result.error?.description).toContain('1 of 3 items were carried out before the node stopped');
    expect(await ordersAt(sandbox, carrier)).toHaveLength(1);
  });

  test('a workflow that runs again can return the orders that exist', async () => {
    await run(orders(2), create(node));
    const ran = await run(orders(3), create(node, { options: { ifReferenceExists: 'return' } }));
    expect(outputsOf(ran, 'Create').map(({ json }) => json['recovered'])).toEqual([true, true, undefined]);
    expect(await ordersAt(sandbox, carrier)).toHaveLength(3);
  });

  test('bad JSON is refused with its line and without its content', async () => {
    const ran = await run([{}], create(node, { body: '{\n  "consignee_name": "Secret Person" oops }' }));
    expect(ran.result.error?.message).toBe('Body is not valid JSON at line 2');
    expect(JSON.stringify(ran.result)).not.toContain('Secret Person');
  });

  test('the form and the JSON mode put the same order on the wire', async () => {
    const form = {
      inputMode: 'form',
      referenceNo: 'FORM-1',
      shippingMethod: { __rl: true, mode: 'list', value: 'PK0001' },
      countryCode: { __rl: true, mode: 'code', value: 'US' },
      orderWeight: 0.1 + 0.2,
      orderPieces: 1,
      consignee: {
        consigneeName: 'Sample Recipient',
        consigneeStreet: '100 Example Street',
        consigneeStreet2: '',
        consigneeCity: 'Springfield',
        consigneePostcode: '62701',
      },
      shipper: {
        shipperName: 'Sample Shipper',
        shipperCountrycode: 'CN',
        shipperProvince: 'GUANGDONG',
        shipperCity: 'SHENZHEN',
        shipperStreet: '1 Example Road',
        shipperPostcode: '518000',
        shipperTelephone: '13800138000',
        shipperMobile: '13800138000',
      },
      itemsFrom: 'fields',
      items: {
        entry: [
          {
            invoiceEnname: 'Phone case',
            invoiceQuantity: 2,
            invoiceWeight: 0.15,
            invoiceUnitcharge: '3.50',
            invoiceCurrencycode: 'USD',
          },
        ],
      },
      customs: { mailCargoType: '1' },
      additionalFields: { length: 10, width: 0 },
    };
    const ran = await run(
      [{}],
      step(node, 'Create', 'order', 'create', form),
      step(node, 'Get', 'order', 'get', { number: '={{ $json.orderNumber }}', simplify: false }),
    );
    expect(ran.result.status).toBe('success');
    expect(jsonOf(ran, 'Get')[0]).toMatchObject({
      reference_no: 'FORM-1',
      shipping_method: 'PK0001',
      country_code: 'US',
      order_weight: '0.300',
      mail_cargo_type: '1',
      Consignee: { consignee_name: 'Sample Recipient', consignee_postcode: '62701' },
      ItemArr: [{ invoice_enname: 'Phone case', invoice_quantity: '2' }],
    });
  });

  test('a form with gaps says so in its own words', async () => {
    const missing = { __rl: true, mode: 'code', value: '={{ $json.notThere }}' };
    const ran = await run(
      [{}],
      step(node, 'Create', 'order', 'create', {
        inputMode: 'form',
        referenceNo: 'X',
        shippingMethod: missing,
        countryCode: missing,
        items: { entry: [{ invoiceEnname: 'A' }] },
      }),
    );
    expect(ran.result.error?.message).toContain('Product (shipping_method) is required');
    expect(ran.result.error?.message).toContain('Recipient: Name (Consignee.consignee_name) is required');
    expect(ran.result.error?.message).toContain(
      `Item 1: ${node === 'huahan' ? 'Weight' : 'Unit Weight'} (Kilograms) (ItemArr[0].invoice_weight) must be a number greater than 0`,
    );
  });
});

describe.each(['huahan', 'eccangTms'])('corrections at %s', (node) => {
  const carrier = carrierOf(node);

  test('five orders a call, each with its own answer', async () => {
    const items = [...orders(6), eccangOrder('REF-2'), eccangOrder('BAD', { shipping_method: 'NO-SUCH' })];
    const ran = await run(
      items,
      step(
        node,
        'Create',
        'order',
        'create',
        { inputMode: 'json', body: '={{ $json }}', options: { sendInBatches: true } },
        onRegularOutput,
      ),
    );
    const out = outputsOf(ran, 'Create');
    expect(pairs(out)).toEqual(items.map((_, item) => ({ item })));
    expect(out.map(({ error }) => error?.message)).toEqual([
      ...orders(6).map(() => undefined),
      expect.stringContaining('参考单号已存在'),
      expect.stringContaining('运输方式NO-SUCH不存在'),
    ]);
    expect(out.slice(0, 6).map(({ json }) => json['reference'])).toEqual(orders(6).map((each) => each['reference_no']));
    const services = await servicesOf(sandbox, carrier);
    expect(services['batchCreateOrder']).toBe(2);
    expect(services['createOrder']).toBeUndefined();
  });
});

describe('many items', () => {
  test('cancelling stops what was not sent', async () => {
    const stop = new AbortController();
    await control(sandbox, 'faults', { carrier: 'eccang', service: 'createOrder', kind: 'hold' });
    const running = runWorkflow({
      workflow: chain(create('eccangTms', { options: { concurrency: 1 } })),
      credentials: credentialsFor(sandbox),
      items: orders(200),
      signal: stop.signal,
    });
    await until(async () => (await ordersAt(sandbox, 'eccang')).length === 1);
    stop.abort();
    await control(sandbox, 'release');
    await running;
    expect(await ordersAt(sandbox, 'eccang')).toHaveLength(1);
  });
});

describe('Eccang alone', () => {
  const node = 'eccangTms';

  test('the required fields of the product are asked for once and told before anything is sent', async () => {
    const missing = orders(3, 'PK49', { shipping_method: 'PK0049' });
    const body = { inputMode: 'json', body: '={{ $json }}', options: { checkRequiredFields: true } };
    const ran = await run([eccangOrder('GOOD'), ...missing], step(node, 'Create', 'order', 'create', body));
    expect(ran.result.error?.message).toContain('ItemArr[0].material_enture is required by this product');
    expect(ran.result.error?.message).toContain('Volume[0].weight is required by this product');
    expect((await servicesOf(sandbox, 'eccang'))['getFieldRule']).toBe(2);
    expect(await ordersAt(sandbox, 'eccang')).toEqual([]);

    for (const settings of [onRegularOutput, toErrorOutput]) {
      await control(sandbox, 'faults', { carrier: 'eccang', service: 'getFieldRule', kind: 'html' });
      const unknown = await run([eccangOrder('X')], step(node, 'Create', 'order', 'create', body, settings));
      const out = [...outputsOf(unknown, 'Create'), ...outputsOf(unknown, 'Create', 1)];
      expect(out.map(({ error }) => error?.message)).toEqual(['Eccang TMS: A web page came instead of a reply.']);
    }
    expect(await ordersAt(sandbox, 'eccang')).toEqual([]);

    const some = await run(
      [eccangOrder('GOOD'), ...missing],
      step(node, 'Create', 'order', 'create', body, onRegularOutput),
    );
    const required = expect.stringContaining('ItemArr[0].material_enture is required by this product');
    expect(outputsOf(some, 'Create').map(({ error }) => error?.message)).toEqual([
      undefined,
      required,
      required,
      required,
    ]);
    const fields = await run(
      [{}],
      step(node, 'Fields', 'product', 'getRequiredFields', {
        shippingMethod: { __rl: true, mode: 'code', value: 'PK0049' },
      }),
    );
    expect(jsonOf(fields, 'Fields')[0]?.['requiredFields']).toContain('Volume.weight');
  });
});
