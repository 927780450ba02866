import { PDFDocument } from 'pdf-lib';
import { objectOf, textOf } from '../../carriers/json-value';
import { listSearch, loadOptions, runWorkflow, stopEngine, type WorkflowRun } from '../../engine';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { enveloped, paramsOf } from '../contract/eccang-carrier';
import { loopback } from '../contract/loopback';
import { control, credentialsFor, order, outputsOf, pairs, servicesOf, stateOf, step } from './shop';
import { chain, type Step } from './workflow';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

beforeEach(() => control(sandbox, 'reset'));

afterAll(async () => {
  await sandbox.close();
  await stopEngine();
});

const toErrorOutput = { onError: 'continueErrorOutput' };
const onRegularOutput = { onError: 'continueRegularOutput' };

function run(items: readonly object[], ...steps: Step[]): Promise<WorkflowRun> {
  return runWorkflow({ workflow: chain(...steps), credentials: credentialsFor(sandbox), items });
}

async function create(node: string, orders: readonly object[], parameters = {}): Promise<Record<string, string>[]> {
  const ran = await run(
    orders,
    step(node, 'Create', 'order', 'create', { inputMode: 'json', body: '={{ $json }}', ...parameters }),
  );
  expect(ran.result.status).toBe('success');
  return outputsOf(ran, 'Create').map(({ json }) =>
    Object.fromEntries(Object.entries(json).map(([name, value]) => [name, textOf(value) ?? ''])),
  );
}

const numbered = (count: number, prefix = 'REF', changes = {}): Record<string, unknown>[] =>
  Array.from({ length: count }, (_, index) => order(`${prefix}-${index}`, changes));

describe.each(['huahan', 'eccangTms'])('corrections at %s', (node) => {
  const carrier = node === 'huahan' ? 'huahan' : 'eccang';
  const act = (operation: string, parameters = {}, settings = toErrorOutput): Step =>
    step(node, 'Act', 'order', operation, { number: '={{ $json.orderNumber }}', ...parameters }, settings);

  test('cancel once, not twice', async () => {
    const [created] = await create(node, [order('A')]);
    const ran = await run(
      [created ?? {}, created ?? {}, { orderNumber: 'NOBODY' }],
      act('cancel', { options: { concurrency: 1 } }),
    );
    expect(outputsOf(ran, 'Act').map(({ json }) => json)).toEqual([
      { carrier, number: created?.orderNumber, success: true, message: expect.any(String) },
    ]);
    expect(pairs(outputsOf(ran, 'Act', 1))).toEqual([{ item: 1 }, { item: 2 }]);
    expect((await stateOf(sandbox, carrier))[0]?.['status']).toBe('E');
  });

  test('intercept', async () => {
    const [created] = await create(node, [order('A')]);
    const ran = await run([created ?? {}], act('intercept', { numberType: '1', holdOnRemark: 'Buyer cancelled' }));
    expect(outputsOf(ran, 'Act')[0]?.json).toMatchObject({ carrier, success: true });
    expect((await stateOf(sandbox, carrier))[0]?.['status']).toBe('Q');
  });

  test('weights in shared calls, each item its own result', async () => {
    const created = await create(node, numbered(45));
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
    const state = await stateOf(sandbox, carrier);
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
    const created = await create(node, numbered(3, 'LATE', { shipping_method: later }));
    expect(created.every(({ trackingNumberPending }) => trackingNumberPending === 'true')).toBe(true);
    const ask = (name: string, parameters = {}): Step =>
      step(node, name, 'order', 'getTrackingNumber', { number: '={{ $json.reference }}', ...parameters });
    const pending = await run(created, ask('Ask'));
    expect(outputsOf(pending, 'Ask').map(({ json }) => json)).toEqual(
      created.map(({ reference, orderNumber }) => ({
        carrier,
        reference,
        orderNumber,
        trackingNumberPending: true,
        message: 'Tracking number not issued yet',
      })),
    );
    const issued = await run(created, ask('Wait', { waitUntilIssued: true, options: { waitInterval: 0.1 } }));
    expect(outputsOf(issued, 'Wait').map(({ json }) => json)).toEqual(
      created.map(({ reference }) => ({
        carrier,
        reference,
        orderNumber: expect.any(String),
        trackingNumber: expect.stringMatching(/^\w{10,}$/),
      })),
    );
  });

  test('five orders a call, each with its own answer', async () => {
    const items = [...numbered(6), order('REF-2'), order('BAD', { shipping_method: 'NO-SUCH' })];
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
    expect(out.map(({ error }) => error !== undefined)).toEqual([false, false, false, false, false, false, true, true]);
    expect(out.slice(0, 6).map(({ json }) => json['reference'])).toEqual(
      numbered(6).map((each) => each['reference_no']),
    );
    const services = await servicesOf(sandbox, carrier);
    expect(services['batchCreateOrder']).toBe(2);
    expect(services['createOrder']).toBeUndefined();
  });

  test('a batch whose answer was lost is looked up, order by order', async () => {
    await control(sandbox, 'faults', { carrier, service: 'batchCreateOrder', kind: 'disconnect-after' });
    const ran = await run(
      numbered(3),
      step(node, 'Create', 'order', 'create', {
        inputMode: 'json',
        body: '={{ $json }}',
        options: { sendInBatches: true },
      }),
    );
    expect(outputsOf(ran, 'Create').map(({ json }) => json['recovered'])).toEqual([true, true, true]);
    expect(await stateOf(sandbox, carrier)).toHaveLength(3);
  });

  test('charges, once there are some', async () => {
    const created = await create(node, numbered(2));
    await control(sandbox, 'advance', { carrier, number: created[0]?.['orderNumber'], status: 'V' });
    const items = [...created, { orderNumber: 'NOBODY' }];
    const ran = await run(items, act('getCharges', {}, onRegularOutput));
    const [billed, unbilled, unknown] = outputsOf(ran, 'Act');
    expect(billed?.json).toMatchObject({
      carrier,
      charges: expect.arrayContaining([
        { name: expect.any(String), amount: expect.anything(), ...(node === 'huahan' ? { currency: 'RMB' } : {}) },
      ]),
    });
    expect(unbilled?.json['charges']).toBeUndefined();
    expect(unknown?.error).toBeDefined();
  });

  test('rates by form and by JSON', async () => {
    const form = {
      inputMode: 'form',
      countryCode: { __rl: true, mode: 'code', value: 'US' },
      weight: '1.35',
      shippingTypeId: 'W',
    };
    const ran = await run(
      [{}],
      step(node, 'Form', 'rate', 'get', form),
      step(node, 'Json', 'rate', 'get', {
        inputMode: 'json',
        body: '{"country_code":"US","weight":"1.35","shipping_type_id":"W"}',
        simplify: false,
      }),
    );
    expect(ran.result.status).toBe('success');
    expect(outputsOf(ran, 'Form')[0]?.json).toMatchObject({
      carrier,
      service: { code: expect.any(String) },
      charges: expect.any(Array),
    });
    expect(outputsOf(ran, 'Json')[0]?.json).toMatchObject({
      ServiceCode: expect.any(String),
      TotalFee: expect.anything(),
    });
    const empty = await run(
      [{}],
      step(node, 'Rate', 'rate', 'get', {
        ...form,
        countryCode: { __rl: true, mode: 'code', value: '={{ $json.none }}' },
      }),
    );
    expect(empty.result.error?.message).toContain('country_code and warehouse_code are both empty');
  });

  test('200 mixed orders from create to charges keep their pairs', async () => {
    const late = await laterProduct(node);
    const items = numbered(200).map((each, index) => ({
      ...each,
      ...(index % 10 === 3 ? { shipping_method: late } : {}),
      ...(index % 50 === 49 ? { order_weight: -1 } : {}),
    }));
    const next = (name: string, resource: string, operation: string, parameters: Record<string, unknown>): Step =>
      step(node, name, resource, operation, parameters, onRegularOutput);
    const from = (field: string): string => `={{ $('Create').item.json.${field} ?? 'NOTHING' }}`;
    const ran = await run(
      items,
      step(node, 'Create', 'order', 'create', { inputMode: 'json', body: '={{ $json }}' }, onRegularOutput),
      next('Number', 'order', 'getTrackingNumber', {
        number: from('reference'),
        waitUntilIssued: true,
        options: { waitInterval: 0.1 },
      }),
      next('Label', 'label', 'get', { number: from('orderNumber'), binaryPropertyName: 'label' }),
      next('Track', 'tracking', 'get', { number: "={{ $('Number').item.json.trackingNumber ?? 'NOTHING' }}" }),
      next('Charges', 'order', 'getCharges', { number: from('orderNumber') }),
    );
    expect(ran.result.status).toBe('success');
    const expected = items.map((_, item) => ({ item }));
    for (const name of ['Create', 'Number', 'Label', 'Track', 'Charges'])
      expect({ name, pairs: pairs(outputsOf(ran, name)) }).toEqual({ name, pairs: expected });
    const failed = (name: string): number[] =>
      outputsOf(ran, name).flatMap(({ error }, index) => (error ? [index] : []));
    expect(failed('Create')).toEqual([49, 99, 149, 199]);
    for (const name of ['Number', 'Label', 'Track', 'Charges'])
      expect({ name, failed: failed(name) }).toEqual({ name, failed: [49, 99, 149, 199] });
    const created = outputsOf(ran, 'Create');
    outputsOf(ran, 'Label').forEach(({ json, error }, index) => {
      if (!error) expect(json['number']).toBe(created[index]?.json['orderNumber']);
    });
    outputsOf(ran, 'Number').forEach(({ json, error }, index) => {
      if (!error) expect(json['reference']).toBe(created[index]?.json['reference']);
    });
    expect(await stateOf(sandbox, carrier)).toHaveLength(196);
  });
});

describe('Eccang alone', () => {
  const node = 'eccangTms';

  test('validation gives its findings as output', async () => {
    const items = [order('A'), order('B', { Consignee: { consignee_name: 'Sample', consignee_street: '' } })];
    const ran = await run(
      items,
      step(node, 'Validate', 'order', 'validate', { inputMode: 'json', body: '={{ $json }}' }),
    );
    expect(outputsOf(ran, 'Validate').map(({ json }) => json)).toEqual([
      { carrier: 'eccang', reference: 'A', valid: true, message: '检验通过' },
      {
        carrier: 'eccang',
        reference: 'B',
        valid: false,
        message: '信息不合法',
        problems: expect.arrayContaining([expect.any(String)]),
      },
    ]);
    expect(await stateOf(sandbox, 'eccang')).toEqual([]);
  });

  test('a validation by form sends the documented text and says what is missing in the words of the form', async () => {
    const server = await loopback(() => ({ body: enveloped({ ask: 'Success', message: '检验通过' }) }));
    const validate = (referenceNo: string, itemArr: string) =>
      runWorkflow({
        workflow: chain(
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
        ),
        credentials: { eccangTmsApi: { baseUrl: server.url, appToken: 'token-of-test', appKey: 'key-of-test' } },
        items: [{}],
      });
    const refused = await validate('={{ $json.none }}', '[]');
    await validate('R', '{"invoice_enname":"x"}');
    await server.close();
    expect(refused.result.error?.message).toBe(
      'Reference Number (reference_no) is required; Item (ItemArr) needs at least one item',
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

  test('the required fields of the product are asked for once and told before anything is sent', async () => {
    const missing = numbered(3, 'PK49', { shipping_method: 'PK0049' });
    const body = { inputMode: 'json', body: '={{ $json }}', options: { checkRequiredFields: true } };
    const ran = await run([order('GOOD'), ...missing], step(node, 'Create', 'order', 'create', body));
    expect(ran.result.error?.message).toContain('ItemArr[0].material_enture is required by this product');
    expect(ran.result.error?.message).toContain('Volume[0].weight is required by this product');
    expect((await servicesOf(sandbox, 'eccang'))['getFieldRule']).toBe(2);
    expect(await stateOf(sandbox, 'eccang')).toEqual([]);

    for (const settings of [onRegularOutput, toErrorOutput]) {
      await control(sandbox, 'faults', { carrier: 'eccang', service: 'getFieldRule', kind: 'html' });
      const unknown = await run([order('X')], step(node, 'Create', 'order', 'create', body, settings));
      const out = [...outputsOf(unknown, 'Create'), ...outputsOf(unknown, 'Create', 1)];
      expect(out.map(({ error }) => error !== undefined)).toEqual([true]);
    }
    expect(await stateOf(sandbox, 'eccang')).toEqual([]);

    const some = await run([order('GOOD'), ...missing], step(node, 'Create', 'order', 'create', body, onRegularOutput));
    expect(outputsOf(some, 'Create').map(({ error }) => error !== undefined)).toEqual([false, true, true, true]);
    const fields = await run(
      [{}],
      step(node, 'Fields', 'product', 'getRequiredFields', {
        shippingMethod: { __rl: true, mode: 'code', value: 'PK0049' },
      }),
    );
    expect(outputsOf(fields, 'Fields')[0]?.json['requiredFields']).toContain('Volume.weight');
  });

  test('a document by template', async () => {
    const created = await create(node, numbered(2));
    const numbers = created.map(({ orderNumber }) => orderNumber).join(',');
    const ran = await run([{}], step(node, 'Document', 'label', 'getDocument', { templateId: '78', number: numbers }));
    expect(outputsOf(ran, 'Document')[0]?.binary?.['data']).toMatchObject({ mimeType: 'application/pdf' });
  });

  test('numbers of a list that lost digits are refused', async () => {
    const number = '={{ [12345678901234567890] }}';
    const ran = await run([{}], step(node, 'Document', 'label', 'getDocument', { templateId: '78', number }));
    expect(ran.result.error?.message).toContain('has too many digits for a number');
  });

  test('the link to the invoice that comes with a label, where the carrier gives one', async () => {
    const reply = { ask: 'Success', message: '', url: 'http://labels.example.com/1.pdf', reference_no: 'R' };
    const invoice_url = 'http://labels.example.com/invoice.pdf';
    const server = await loopback((_, index) => ({ body: enveloped(index === 0 ? { ...reply, invoice_url } : reply) }));
    const ran = await runWorkflow({
      workflow: chain(
        step(node, 'Label', 'label', 'get', { number: 'R', download: false, options: { concurrency: 1 } }),
      ),
      credentials: { eccangTmsApi: { baseUrl: server.url, appToken: 'token-of-test', appKey: 'key-of-test' } },
      items: [{}, {}],
    });
    await server.close();
    const facts = { carrier: 'eccang', number: 'R', reference: 'R', url: reply.url };
    expect(outputsOf(ran, 'Label').map(({ json }) => json)).toEqual([{ ...facts, invoiceUrl: invoice_url }, facts]);
  });

  test('the history of a tracking number', async () => {
    const late = await laterProduct(node);
    const [created] = await create(node, [order('A', { shipping_method: late })]);
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
    expect(outputsOf(ran, 'History')[0]?.json).toMatchObject({
      carrier: 'eccang',
      orderNumber: created?.['orderNumber'],
      trackingNumber: expect.any(String),
      time: null,
    });
  });

  test('countries and extra services, as lists and in the form', async () => {
    const place = {
      shippingMethod: { __rl: true, mode: 'code', value: 'PK0001' },
      countryCode: { __rl: true, mode: 'code', value: 'US' },
    };
    const ran = await run(
      [{}],
      step(node, 'Countries', 'country', 'getMany', { limit: 3 }),
      step(node, 'Extras', 'extraService', 'getMany', { ...place, returnAll: true }),
    );
    expect(outputsOf(ran, 'Countries')).toHaveLength(3);
    expect(outputsOf(ran, 'Countries')[0]?.json).toMatchObject({
      code: expect.stringMatching(/^[A-Z]{2}$/),
      name: expect.any(String),
    });
    const extras = outputsOf(ran, 'Extras');
    expect(extras.length).toBeGreaterThan(0);

    const credentials = credentialsFor(sandbox);
    const form = { resource: 'order', operation: 'create', inputMode: 'form' };
    const countries = await listSearch({ node, method: 'searchCountries', credentials, filter: 'spain' });
    expect(countries.results).toEqual([{ name: expect.stringContaining('Spain'), value: 'ES' }]);
    expect((await servicesOf(sandbox, 'eccang'))['getCountry']).toBeGreaterThan(0);
    const options = await loadOptions({
      node,
      method: 'getExtraServices',
      credentials,
      parameters: { ...form, ...place },
    });
    expect(options.map(({ value }) => value)).toContain(extras[0]?.json['code']);
    await expect(loadOptions({ node, method: 'getExtraServices', credentials, parameters: form })).rejects.toThrow(
      'Choose Product and Destination Country first',
    );
  });
});

describe('Huahan alone', () => {
  const node = 'huahan';

  test('merged labels: 20 orders and one product a call, every item told its file', async () => {
    const created = await create(node, numbered(25));
    const other = await create(node, numbered(2, 'OTHER', { shipping_method: 'PK0032' }));
    const items = [
      ...created.map((each) => ({ ...each, product: 'PK0001' })),
      ...other.map((each) => ({ ...each, product: 'PK0032' })),
    ];
    const merged = step(node, 'Merge', 'label', 'getMerged', {
      number: '={{ $json.orderNumber }}',
      shippingMethod: '={{ $json.product }}',
      labelType: '3',
      binaryPropertyName: 'labels',
    });
    const ran = await run(items, merged);
    const out = outputsOf(ran, 'Merge');
    expect(pairs(out)).toEqual(items.map((_, item) => ({ item })));
    expect(out.flatMap(({ binary }, index) => (binary ? [index] : []))).toEqual([0, 20, 25]);
    expect((await servicesOf(sandbox, 'huahan'))['batchGetLabelUrl']).toBe(3);
    const first = await PDFDocument.load(await (ran.binaries[0]?.read() ?? Promise.reject(new Error('no file'))));
    expect(first.getPageCount()).toBe(20);
    const mixed = await run(
      items.slice(24),
      step(node, 'Merge', 'label', 'getMerged', { number: '={{ $json.orderNumber }}' }, onRegularOutput),
    );
    expect(outputsOf(mixed, 'Merge').every(({ error }) => (error?.message ?? '').length > 0)).toBe(true);
  });

  test('proofs of dispatch, three a call', async () => {
    const created = await create(node, numbered(7));
    for (const { orderNumber } of created)
      await control(sandbox, 'advance', { carrier: 'huahan', number: orderNumber, status: 'C' });
    const items = [...created.slice(0, 4), { orderNumber: 'NOBODY' }, ...created.slice(4)];
    const ran = await run(
      items,
      step(node, 'Proof', 'label', 'getProofOfDispatch', { number: '={{ $json.orderNumber }}' }, onRegularOutput),
    );
    const out = outputsOf(ran, 'Proof');
    expect(pairs(out)).toEqual(items.map((_, item) => ({ item })));
    expect(out.filter(({ binary }) => binary !== undefined)).toHaveLength(7);
    expect(out[4]?.error).toBeDefined();
    expect((await servicesOf(sandbox, 'huahan'))['batchGetDeliveryProof']).toBe(3);
  });

  test('billed weights: weighed, not yet in the warehouse, unknown', async () => {
    const created = await create(node, numbered(2));
    await control(sandbox, 'advance', { carrier: 'huahan', number: created[0]?.['orderNumber'], status: 'V' });
    const ran = await run(
      [...created, { orderNumber: 'NOBODY' }],
      step(node, 'Weight', 'order', 'getBilledWeight', { number: '={{ $json.orderNumber }}' }, onRegularOutput),
    );
    const out = outputsOf(ran, 'Weight');
    expect(out[0]?.json).toEqual({
      carrier: 'huahan',
      number: created[0]?.['orderNumber'],
      weightKg: expect.any(Number),
    });
    expect(out[1]?.error?.message).toContain('订单还未入库');
    expect(out[2]?.error?.message).toContain('订单不存在');
    expect((await servicesOf(sandbox, 'huahan'))['getBillingWeight']).toBe(1);
  });

  test('tracking with time zones, by reference, with an unknown number among them', async () => {
    const created = await create(node, numbered(2));
    const items = [...created, { reference: 'NOBODY' }];
    const ran = await run(
      items,
      step(node, 'Track', 'tracking', 'getWithTimeZones', { number: '={{ $json.reference }}' }, onRegularOutput),
    );
    const out = outputsOf(ran, 'Track');
    const events = out[0]?.json['events'];
    expect(objectOf(Array.isArray(events) ? events[0] : undefined)['time']).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/,
    );
    expect(out.map(({ error }) => error !== undefined)).toEqual([false, false, true]);
  });
});

/** The product of the stand-in that issues its tracking numbers later. */
async function laterProduct(node: string): Promise<string> {
  const { results } = await listSearch({ node, method: 'searchProducts', credentials: credentialsFor(sandbox) });
  for (const { value } of results) {
    const code = textOf(value) ?? '';
    const ran = await run(
      [order(`PROBE-${code}`, { shipping_method: code })],
      step(node, 'Create', 'order', 'create', { inputMode: 'json', body: '={{ $json }}' }, onRegularOutput),
    );
    if (outputsOf(ran, 'Create')[0]?.json['trackingNumberPending'] === true) {
      await control(sandbox, 'reset');
      return code;
    }
  }
  throw new Error('No product issues its tracking number later');
}
