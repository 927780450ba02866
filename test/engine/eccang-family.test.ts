import { EccangTmsApi } from '../../credentials/EccangTmsApi.credentials';
import { HuahanApi } from '../../credentials/HuahanApi.credentials';
import { PDFDocument } from 'pdf-lib';
import { objectOf, textOf } from '../../carriers/json-value';
import { listSearch, runWorkflow, stopEngine, testCredential, type WorkflowRun } from '../../engine';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { control, credentialsFor, order, outputsOf, pairs, servicesOf, stateOf, statsOf, step } from './shop';
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

function orders(count: number, prefix = 'REF'): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => order(`${prefix}-${index}`));
}

const create = (node: string, parameters = {}, settings = {}): Step =>
  step(node, 'Create', 'order', 'create', { inputMode: 'json', body: '={{ $json }}', ...parameters }, settings);

test.each([
  ['eccang', new EccangTmsApi()],
  ['huahan', new HuahanApi()],
] as const)(
  '%s: a request of another node follows no redirect, which would take the secret along',
  async (family, type) => {
    const url = `${sandbox.url}/${family}/default/svc/web-service`;
    const signed = await type.authenticate(credentialsFor(sandbox)[type.name] ?? {}, {
      url,
      headers: { 'content-type': 'application/json', accept: '*/*' },
      body: { service: 'getShippingMethod', paramsJson: {} },
    });
    expect(signed).toMatchObject({ disableFollowRedirect: true, followRedirect: false, followAllRedirects: false });
    expect(signed.headers).toEqual({ 'Content-Type': 'application/xml', accept: '*/*' });
  },
);

describe.each(['huahan', 'eccangTms'])('%s', (node) => {
  const carrier = node === 'huahan' ? 'huahan' : 'eccang';

  test('a parcel from order to label to tracking', async () => {
    const ran = await run(
      [order('SHOP-1')],
      create(node),
      step(node, 'Get', 'order', 'get', { number: '={{ $json.orderNumber }}' }),
      step(node, 'Label', 'label', 'get', {
        number: '={{ $json.orderNumber }}',
        labelType: '3',
        binaryPropertyName: 'label',
      }),
      step(node, 'Track', 'tracking', 'get', { number: "={{ $('Create').item.json.trackingNumber }}" }),
    );
    expect(ran.result.status).toBe('success');
    const [created] = outputsOf(ran, 'Create');
    expect(created?.json).toMatchObject({ carrier, reference: 'SHOP-1' });
    expect(outputsOf(ran, 'Get')[0]?.json).toMatchObject({
      carrier,
      reference: 'SHOP-1',
      orderNumber: created?.json['orderNumber'],
      country: 'US',
      weightKg: 0.25,
      recipient: { name: 'Sample & Recipient <"one">', street: "100 Example Street 'A'" },
    });
    const [label] = outputsOf(ran, 'Label');
    expect(label?.binary?.['label']).toMatchObject({
      mimeType: 'application/pdf',
      fileName: `${textOf(created?.json['orderNumber']) ?? ''}.pdf`,
    });
    const pdf = await PDFDocument.load(await (ran.binaries[0]?.read() ?? Promise.reject(new Error('no label'))));
    expect(pdf.getPageCount()).toBe(1);
    expect(Math.round(pdf.getPage(0).getHeight() / 2.835)).toBe(150);
    expect(outputsOf(ran, 'Track')[0]?.json).toMatchObject({ carrier, status: 'pending' });
  });

  test('every item of a mixed list ends as one output or one error, paired with it', async () => {
    const items = [
      order('A'),
      order('B', { order_weight: '' }),
      order('A'),
      order('C', { shipping_method: 'NO-SUCH' }),
      order('D'),
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
    expect((await stateOf(sandbox, carrier)).map(({ reference }) => reference).sort()).toEqual(['A', 'D']);
  });

  test('continue on the regular output keeps the order of the items', async () => {
    const items = [order('A', { country_code: 'USA' }), order('B'), order('B')];
    const ran = await run(items, create(node, {}, onRegularOutput));
    const out = outputsOf(ran, 'Create');
    expect(pairs(out)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
    expect(out.map(({ error }) => error !== undefined)).toEqual([true, false, true]);
    expect(out[0]?.json).toEqual({
      error: expect.stringContaining('country_code must be a country code of two letters'),
    });
  });

  test('a bad item stops the node before anything is sent', async () => {
    const ran = await run([order('A'), order('B', { Consignee: {} })], create(node));
    expect(ran.result.status).toBe('error');
    expect(ran.result.error?.message).toContain('Consignee.consignee_name is required');
    expect(await stateOf(sandbox, carrier)).toEqual([]);
  });

  test.each([onRegularOutput, toErrorOutput])(
    'retry on fail ships nothing twice when the first item fails, %j',
    async (onError) => {
      const settings = { ...onError, retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
      const refused = order('A', { shipping_method: 'NO-SUCH' });
      const ran = await run([refused, order('B'), order('C')], create(node, {}, settings));
      const out = [...outputsOf(ran, 'Create'), ...outputsOf(ran, 'Create', 1)];
      expect(out.filter(({ error }) => error === undefined)).toHaveLength(2);
      expect(pairs(out.filter(({ error }) => error !== undefined))).toEqual([{ item: 0 }]);
      expect((await servicesOf(sandbox, carrier))['createOrder']).toBe(3);
    },
  );

  test('a node that stops tells how far it came', async () => {
    const items = [order('A'), order('B', { shipping_method: 'NO-SUCH' }), order('C')];
    const ran = await run(items, create(node, { options: { concurrency: 1 } }));
    expect(ran.result.error?.description).toContain('1 of 3 items were carried out before the node stopped');
    expect(await stateOf(sandbox, carrier)).toHaveLength(1);
  });

  test('a workflow that runs again can return the orders that exist', async () => {
    await run(orders(2), create(node));
    const ran = await run(orders(3), create(node, { options: { ifReferenceExists: 'return' } }));
    expect(outputsOf(ran, 'Create').map(({ json }) => json['recovered'])).toEqual([true, true, undefined]);
    expect(await stateOf(sandbox, carrier)).toHaveLength(3);
  });

  test('an order whose answer was lost is found again and not sent twice', async () => {
    await control(sandbox, 'faults', { carrier, service: 'createOrder', kind: 'disconnect-after', after: 1 });
    const ran = await run(orders(3), create(node, { options: { concurrency: 1 } }));
    expect(ran.result.status).toBe('success');
    expect(outputsOf(ran, 'Create').map(({ json }) => json['recovered'])).toEqual([undefined, true, undefined]);
    expect(outputsOf(ran, 'Create')[1]?.json).toMatchObject({ reference: 'REF-1', orderNumber: expect.any(String) });
    expect(await stateOf(sandbox, carrier)).toHaveLength(3);
    expect((await servicesOf(sandbox, carrier))['createOrder']).toBe(3);
  });

  test.each(['truncated', 'half-body'])('an order is found again after a %s answer to its create', async (kind) => {
    await control(sandbox, 'faults', { carrier, service: 'createOrder', kind });
    const ran = await run([order('LOST')], create(node, {}, toErrorOutput));
    expect(outputsOf(ran, 'Create')[0]?.json).toMatchObject({ reference: 'LOST', recovered: true });
    expect((await servicesOf(sandbox, carrier))['createOrder']).toBe(1);
    expect(await stateOf(sandbox, carrier)).toHaveLength(1);
  });

  test.each(['html', 'empty'])(
    'a %s answer to a create that did nothing says so, and sends nothing again',
    async (kind) => {
      await control(sandbox, 'faults', { carrier, service: 'createOrder', kind });
      const ran = await run([order('LOST')], create(node, {}, toErrorOutput));
      expect(outputsOf(ran, 'Create', 1)[0]?.error?.message).toContain('does not know reference LOST');
      expect((await servicesOf(sandbox, carrier))['createOrder']).toBe(1);
      expect(await stateOf(sandbox, carrier)).toEqual([]);
    },
  );

  test('a read is tried again', async () => {
    await run([order('A')], create(node));
    await control(sandbox, 'faults', { carrier, service: 'getShippingMethod', kind: 'http', status: 503, times: 1 });
    const ran = await run([{}], step(node, 'List', 'product', 'getMany', { returnAll: true }));
    expect(outputsOf(ran, 'List').length).toBeGreaterThanOrEqual(6);
    expect(pairs(outputsOf(ran, 'List')).every((pair) => JSON.stringify(pair) === '{"item":0}')).toBe(true);
  });

  test('products: limit, simplified and raw', async () => {
    const ran = await run(
      [{}],
      step(node, 'Few', 'product', 'getMany', { limit: 2 }),
      step(node, 'Raw', 'product', 'getMany', { limit: 1, simplify: false }),
    );
    expect(outputsOf(ran, 'Few')).toHaveLength(2);
    expect(outputsOf(ran, 'Few')[0]?.json).toMatchObject({ code: expect.any(String), name: expect.any(String) });
    expect(outputsOf(ran, 'Raw')[0]?.json).toMatchObject({ code: expect.any(String), cn_name: expect.any(String) });
  });

  test('any service by its name, as an object and as JSON text', async () => {
    const ran = await run(
      [order('A')],
      create(node, { simplify: false }),
      step(node, 'Call', 'service', 'call', { service: 'getOrder', body: '={{ { reference_no: $json.order_code } }}' }),
      step(node, 'Text', 'service', 'call', { service: 'getShippingMethod', body: '{ }' }),
      step(node, 'Unknown', 'service', 'call', { service: 'noSuchService' }, toErrorOutput),
    );
    expect(outputsOf(ran, 'Create')[0]?.json).toMatchObject({ ask: 'Success', reference_no: 'A' });
    expect(outputsOf(ran, 'Call')[0]?.json).toMatchObject({ ask: 'Success', data: { reference_no: 'A' } });
    expect(outputsOf(ran, 'Text')[0]?.json).toMatchObject({ ask: 'Success' });
    expect(outputsOf(ran, 'Unknown', 1)[0]?.error?.description).toContain('50005');
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
    expect(outputsOf(ran, 'Get')[0]?.json).toMatchObject({
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
      'Item 1: Unit Weight (Kilograms) (ItemArr[0].invoice_weight) must be a number greater than 0',
    );
  });

  test('a label that ends too early comes with a hint', async () => {
    await control(sandbox, 'faults', { carrier, service: 'label', kind: 'half-body' });
    const label = step(node, 'Label', 'label', 'get', { number: '={{ $json.orderNumber }}' });
    const ran = await run(orders(2), create(node, { options: { concurrency: 1 } }), {
      ...label,
      parameters: { ...label.parameters, options: { concurrency: 1 } },
    });
    const [cut] = outputsOf(ran, 'Label');
    expect(ran.hints['Label']).toEqual([expect.stringMatching(/^\S+\.pdf: the end of the file is missing/)]);
    expect(ran.hints['Label']?.[0]).toContain(textOf(cut?.json['fileName']));
  });

  test('a label that cannot be had keeps its link, and the link alone can be asked for', async () => {
    await control(sandbox, 'faults', { carrier, kind: 'label-html' });
    const get = (name: string, parameters = {}): Step =>
      step(
        node,
        name,
        'label',
        'get',
        { number: "={{ $('Create').first().json.orderNumber }}", ...parameters },
        toErrorOutput,
      );
    const failed = await run([order('A')], create(node), get('Label'));
    const [error] = outputsOf(failed, 'Label', 1);
    expect(error?.error?.message).toContain('gave a web page instead of a label');
    expect(error?.error?.description).toMatch(/Link: http:\/\/127\.0\.0\.1:\d+\/\w+\/PDF\//);
    const link = await run([order('B')], create(node), get('Label', { download: false }));
    expect(outputsOf(link, 'Label')[0]?.json).toMatchObject({ url: expect.stringContaining('/PDF/') });
    expect(outputsOf(link, 'Label')[0]?.binary).toBeUndefined();
  });

  describe('wrong credentials', () => {
    const secret = 'wrong-and-secret-key-123456';

    test("turn the credential test red, with the carrier's text and without the key", async () => {
      const type = `${node}Api`;
      const good = credentialsFor(sandbox)[type] ?? {};
      expect(await testCredential(type, good)).toEqual({ status: 'OK', message: expect.any(String) });
      const result = await testCredential(type, { ...good, appToken: secret });
      expect(result.status).toBe('Error');
      expect(result.message).toMatch(/[\u4e00-\u9fff]|token/i);
      expect(result.message).not.toContain(secret);
      expect(await testCredential(type, { ...good, baseUrl: 'http://127.0.0.1:9' })).toMatchObject({ status: 'Error' });
      expect(await testCredential(type, { ...good, baseUrl: 'no address' })).toMatchObject({
        status: 'Error',
        message: expect.stringContaining('Base URL'),
      });
    });

    test('fail the run with a message that says where to look', async () => {
      const credentials = credentialsFor(sandbox, { appKey: secret });
      const ran = await runWorkflow({ workflow: chain(create(node)), credentials, items: [order('A')] });
      expect(ran.result.status).toBe('error');
      expect(ran.result.error?.description).toContain('Check App Token and App Key in the credential');
      expect(ran.result.error?.description).toContain('50001');
      expect(JSON.stringify(ran.result.error)).not.toContain(secret);
    });

    test('that cannot even be read make every item an error, where the node continues', async () => {
      const credentials = credentialsFor(sandbox, { baseUrl: 'no address' });
      const items = [order('A'), order('B')];
      const ran = await runWorkflow({ workflow: chain(create(node, {}, toErrorOutput)), credentials, items });
      expect(outputsOf(ran, 'Create')).toEqual([]);
      expect(pairs(outputsOf(ran, 'Create', 1))).toEqual([{ item: 0 }, { item: 1 }]);
      expect(outputsOf(ran, 'Create', 1)[0]?.error?.message).toContain('Base URL');
      const stopped = await runWorkflow({ workflow: chain(create(node)), credentials, items });
      expect(stopped.result).toMatchObject({
        status: 'error',
        error: { message: expect.stringContaining('Base URL') },
      });
    });

    test("show the carrier's message in the product list", async () => {
      const credentials = credentialsFor(sandbox, { appKey: secret });
      const search = listSearch({ node, method: 'searchProducts', credentials });
      await expect(search).rejects.toMatchObject({
        message: expect.stringMatching(/[\u4e00-\u9fff]|token/i),
        description: expect.stringContaining('credential'),
      });
    });
  });

  test('products and countries are searched by any part of code and name', async () => {
    const credentials = credentialsFor(sandbox);
    const all = await listSearch({ node, method: 'searchProducts', credentials });
    expect(all.results.length).toBeGreaterThanOrEqual(6);
    const found = await listSearch({ node, method: 'searchProducts', credentials, filter: 'pk0001' });
    expect(found.results).toEqual([{ name: expect.stringContaining('PK0001'), value: 'PK0001' }]);
    const countries = await listSearch({ node, method: 'searchCountries', credentials, filter: 'andor' });
    expect(countries.results).toEqual([{ name: expect.stringMatching(/^Andorra.* \(AD\)$/), value: 'AD' }]);
  });
});

describe('many items', () => {
  test('1,000 numbers at Huahan are 20 tracking calls, one after the other, none lost', async () => {
    await run(orders(40), create('huahan'));
    const known = (await stateOf(sandbox, 'huahan')).map(({ orderNumber }) => String(orderNumber));
    const items = Array.from({ length: 1000 }, (_, index) => ({
      number: index % 25 === 24 ? `HHWXX${String(index).padStart(10, '0')}YQ` : known[index % 40],
    }));
    const ran = await run(
      items,
      step('huahan', 'Track', 'tracking', 'get', { number: '={{ $json.number }}' }, onRegularOutput),
    );
    const out = outputsOf(ran, 'Track');
    expect(pairs(out)).toEqual(items.map((_, item) => ({ item })));
    out.forEach(({ json, error }, index) => {
      if (index % 25 === 24) expect(error?.message).toContain(String(items[index]?.number));
      else expect(json['trackingNumber']).toBe(items[index]?.number);
    });
    const stats = await statsOf(sandbox, 'huahan');
    expect(objectOf(stats['services'])['getCargoTrack']).toBe(20);
    expect(ran.hints['Track']).toEqual(['1,000 items were sent in 20 calls.']);
    expect(stats['blocked'] ?? 0).toBe(0);
  });

  test('two workflows that track at the same time take turns', async () => {
    await run(orders(2), create('huahan'));
    const numbers = (await stateOf(sandbox, 'huahan')).map(({ orderNumber }) => ({ number: orderNumber }));
    const track = () => run(numbers, step('huahan', 'Track', 'tracking', 'get', { number: '={{ $json.number }}' }));
    const runs = await Promise.all([track(), track(), track()]);
    expect(runs.map(({ result }) => result.status)).toEqual(['success', 'success', 'success']);
    expect((await statsOf(sandbox, 'huahan'))['blocked'] ?? 0).toBe(0);
  });

  test('1,000 orders at Eccang are read over at most as many connections as the concurrency', async () => {
    await run(orders(10), create('eccangTms'));
    const numbers = (await stateOf(sandbox, 'eccang')).map(({ orderNumber }) => orderNumber);
    const own = await startSandbox();
    try {
      await runWorkflow({ workflow: chain(create('eccangTms')), credentials: credentialsFor(own), items: orders(10) });
      const before = Number((await statsOf(own, 'eccang'))['connections']);
      const items = Array.from({ length: 1000 }, (_, index) => ({ number: numbers[index % 10] }));
      const get = step('eccangTms', 'Get', 'order', 'get', {
        number: '={{ $json.number }}',
        options: { concurrency: 3 },
      });
      const ran = await runWorkflow({ workflow: chain(get), credentials: credentialsFor(own), items });
      expect(outputsOf(ran, 'Get')).toHaveLength(1000);
      expect(outputsOf(ran, 'Get').map(({ json }) => json['orderNumber'])).toEqual(items.map(({ number }) => number));
      const stats = await statsOf(own, 'eccang');
      expect(Number(stats['maxInFlight'])).toBeLessThanOrEqual(5);
      expect(Number(stats['connections']) - before).toBeLessThanOrEqual(3);
    } finally {
      await own.close();
    }
  });

  test('cancelling stops what was not sent', async () => {
    const stop = new AbortController();
    await control(sandbox, 'faults', {
      carrier: 'eccang',
      service: 'createOrder',
      kind: 'slow',
      delayMs: 100,
      times: 3,
    });
    const running = runWorkflow({
      workflow: chain(create('eccangTms', { options: { concurrency: 1 } })),
      credentials: credentialsFor(sandbox),
      items: orders(200),
      signal: stop.signal,
    });
    while ((await stateOf(sandbox, 'eccang')).length === 0) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    await running;
    expect((await stateOf(sandbox, 'eccang')).length).toBeLessThan(200);
  });
});
