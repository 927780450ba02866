/** Steps as tools: what n8n hands to a language model that calls them. */
import { loadOptions, step, type Step } from '../../engine';
import { credentialsFor, ordersAt, servicesOf } from '../../sandbox/control-client';
import { eccangOrder, etowerOrder, hgeOrder, mgoshipParcelOrder } from '../../sandbox/sample-orders';
import { loopback } from '../loopback';
import { CREATES, createFrom } from './orders';
import { onRegularOutput } from './outputs';
import { useSandbox } from './sandbox';
import { byModel, callTool } from './tools';

const { sandbox, run } = useSandbox();

const call = (tool: Step, ...calls: readonly object[]) => callTool(credentialsFor(sandbox), tool, ...calls);

describe('Output', () => {
  const get = (parameters: object = {}, settings: object = {}): Step =>
    step('eccangTms', 'Get', 'order', 'get', { number: byModel('number'), ...parameters }, { ...settings });

  let number = '';
  beforeEach(async () => {
    const body = { inputMode: 'json', body: '={{ $json }}' };
    await run([eccangOrder('A')], step('eccangTms', 'Create', 'order', 'create', body));
    number = String((await ordersAt(sandbox, 'eccang'))[0]?.['orderNumber']);
  });

  test('is simplified by itself, with a description of one line', async () => {
    const [handed] = await call(get(), { number });
    expect(handed?.answer).toEqual([expect.objectContaining({ carrier: 'eccang', number, reference: 'A' })]);
    expect(handed?.description).toBe('Get order in Eccang TMS');
  });

  test.each([{ toolOutput: 'raw' }, { simplify: false }, { simplify: '={{ false }}' }])(
    "is the carrier's own answer: %j",
    async (parameters) => {
      const [handed] = await call(get(parameters), { number });
      expect(handed?.answer[0]).toHaveProperty('reference_no', 'A');
      expect(handed?.answer[0]).not.toHaveProperty('carrier');
    },
  );

  test('is simplified where that was chosen in a tool that was saved with Simplify off', async () => {
    const [handed] = await call(get({ simplify: false, toolOutput: 'simplified' }), { number });
    expect(handed?.answer[0]).toHaveProperty('carrier', 'eccang');
  });

  test.each([
    [['reference', 'recipient.country', 'none'], { reference: 'A', recipient: { country: 'US' } }],
    ['reference, recipient.country', { reference: 'A', recipient: { country: 'US' } }],
    [['customsItems.quantity'], { customsItems: [{ quantity: 1 }] }],
  ])('has the chosen fields: %j', async (toolFields, wanted) => {
    const [handed] = await call(get({ toolOutput: 'selected', toolFields }), { number });
    expect(handed?.answer).toEqual([wanted]);
  });

  test('has all fields where none is chosen', async () => {
    const [handed] = await call(get({ toolOutput: 'selected', toolFields: [] }), { number });
    expect(handed?.answer[0]).toHaveProperty('reference', 'A');
  });

  test('is asked for anew by each call of the same arguments, with Retry On Fail too', async () => {
    const before = await servicesOf(sandbox, 'eccang');
    await call(get({}, { retryOnFail: true }), { number }, { number });
    const after = await servicesOf(sandbox, 'eccang');
    const asked = Object.keys(after).filter((service) => after[service] !== before[service]);
    expect(asked.map((service) => Number(after[service]) - Number(before[service] ?? 0))).toEqual([2]);
  });

  test.each([[{}], [onRegularOutput]])('tells what went wrong, with %j', async (settings) => {
    const [handed] = await call(get({}, settings), { number: 'NO-SUCH' });
    const told = handed?.error ?? JSON.stringify(handed?.answer);
    expect(told).toMatch(/NO-SUCH|not found|不存在/i);
  });
});

describe('Files As', () => {
  const label = (parameters: object): Step =>
    step('etower', 'Label', 'label', 'get', { number: byModel('number'), ...parameters });

  beforeEach(async () => {
    const body = { inputMode: 'json', body: '={{ $json }}' };
    await run([etowerOrder('A')], step('etower', 'Create', 'order', 'create', body));
  });

  test('Base64 gives the file itself', async () => {
    const [handed] = await call(label({ toolFilesAs: 'base64' }), { number: 'A' });
    const files = handed?.answer[0]?.['files'];
    expect(files).toEqual([
      { fileName: 'A.pdf', mimeType: 'application/pdf', bytes: expect.any(Number), base64: expect.any(String) },
    ]);
    expect(JSON.stringify(files)).toContain(`"base64":"${Buffer.from('%PDF').toString('base64').slice(0, 5)}`);
  });

  test('Link says what to do where n8n keeps files in memory, and fails nothing', async () => {
    const [handed] = await call(label({}), { number: 'A' });
    expect(handed?.answer[0]?.['files']).toEqual([
      expect.objectContaining({ fileName: 'A.pdf', note: expect.stringContaining('Base64') }),
    ]);
  });
});

test.each(['eccangTms', 'huahan', 'etower', 'hge', 'parcel'])(
  'Selected Fields lists what Order: Get of %s gives',
  async (node) => {
    const parameters = { resource: 'order', operation: 'get' };
    const listed = await loadOptions({ node, method: 'getOutputFields', parameters });
    expect(listed).toContainEqual(expect.objectContaining({ name: 'reference', value: 'reference' }));
  },
);

test('a step that takes files says that a model has none', async () => {
  const [handed] = await call(step('parcel', 'Print', 'label', 'merge'), {});
  expect(handed?.error).toContain('This step takes files, and a model has none to give');
});

/** Without a number of its own, which the carrier does not ask for. */
const OUTBOUND = {
  goods_info: [{ goodsId: '1000100003', qty: 1 }],
  receiver_info: {
    AddressLine: '秋田市見本町1-2-3',
    Name: '山田 太郎',
    Phone: '0180000000',
    PostalCode: '010-0001',
    StateOrRegion: '秋田県',
  },
  sender_info: { sender: 'Sample Shop' },
  ship_way: '38',
  storageid: '4',
};

describe('an order that a model makes', () => {
  test.each(CREATES)('needs a reference: $node $resource: $operation', async (carrier) => {
    const create = createFrom(carrier, { order: byModel('order', 'json') });
    const [blank, zero, made] = await call(create, ...[' ', '0', 'A'].map((own) => ({ order: carrier.order(own) })));
    expect(blank?.error).toMatch(/reference .*(is empty|is required)/);
    expect(zero?.error).toMatch(/reference .*is 0: what a model/);
    expect(made?.error).toBeUndefined();
    expect(await ordersAt(sandbox, carrier.carrier)).toHaveLength(1);
  });

  test.each([
    ['hge', 'hge', 'manifest', {}, { handover_mode: { mawb_no: 'M-1' } }],
    ['hge', 'hge', 'scanForm', {}, { handoverinfo: { contact_name: 'Sample Name' } }],
    ['hge', 'hge', 'order', {}, hgeOrder(' ')],
    ['mgoship', 'mgoship', 'parcelOrder', {}, mgoshipParcelOrder(' ')],
    ['mgoship', 'mgoship', 'outboundOrder', {}, OUTBOUND],
    ['parcel', 'hge', 'order', { carrier: 'hge' }, hgeOrder(' ')],
  ])('needs one in JSON too, though %s asks for none: %s %s', async (node, carrier, resource, parameters, body) => {
    const create = { inputMode: 'json', body: byModel('body', 'json'), ...parameters };
    const [refused] = await call(step(node, 'Create', resource, 'create', create), { body });
    expect(refused?.error).toMatch(/(customer_order_num|reference_num|customerno|ownNO)\)? is empty: what a model/);
    expect(await servicesOf(sandbox, carrier)).toEqual({});
  });

  test('is not sent again by Retry On Fail once its outcome is unknown', async () => {
    const place = await loopback((response) => response.destroy());
    const credentials = credentialsFor(place, { baseUrl: `${place.url}/api.php` });
    const again = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };
    const remove = step('mgoship', 'Delete', 'inboundOrder', 'delete', { number: byModel('number') }, again);
    const [handed] = await callTool(credentials, remove, { number: '1' }).finally(place.close);
    expect(handed?.error).toContain('It may or may not have been carried out');
    expect(place.received).toHaveLength(1);
  });
});
