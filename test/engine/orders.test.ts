/** Input Mode From an Order: from neutral orders to created ones, at every operation that creates an order. */
import { step, type WorkflowRun } from '../../engine';
import { ordersAt } from '../../sandbox/control-client';
import { shopJson } from '../documented';
import { CREATES, createFrom, line, neutralOrder, type OrderCarrier } from './orders';
import { located } from './every-field';
import { jsonOf, outputsOf, pairs, toErrorOutput } from './outputs';
import { useSandbox } from './sandbox';

const { sandbox, run } = useSandbox();

function carrierAt(node: string): OrderCarrier {
  const found = CREATES.find((each) => each.node === node);
  if (!found) throw new Error(`Nothing creates an order at ${node}`);
  return found;
}

function errorsOf(ran: WorkflowRun): unknown[] {
  return outputsOf(ran, 'Create', 1).map(({ json }) => json['error']);
}

describe.each(CREATES)('$node $resource: $operation', (carrier) => {
  const { order } = carrier;

  test('makes an order of each item or one error of it, and names what was not sent', async () => {
    const items = [
      order('A'),
      order(' ', { recipient: { country: carrier.node === 'mgoship' ? 'JP' : 'US' } }),
      order('C', { customsItems: [line({ description: 'Case', quantity: 0, unitValue: '1' })] }),
      order('D', { gift: { card: 'Hello' } }),
    ];
    const ran = await run(items, createFrom(carrier, {}, toErrorOutput));
    const [missing, wrong, ...others] = errorsOf(ran);
    expect(others).toEqual([]);
    expect(missing).toMatch(/reference \([\w.]+\) is required/);
    if (carrier.node !== 'hge') expect(missing).toMatch(/recipient\.name \([\w.]+\) is required/);
    expect(wrong).toBe('customsItems[0].quantity must be a whole number greater than 0');
    expect(pairs(outputsOf(ran, 'Create'))).toEqual([{ item: 0 }, { item: 3 }]);
    expect(pairs(outputsOf(ran, 'Create', 1))).toEqual([{ item: 1 }, { item: 2 }]);
    expect((await ordersAt(sandbox, carrier.carrier)).map(({ reference }) => reference).sort()).toEqual(['A', 'D']);
    const notSent = jsonOf(ran, 'Create').map((json) => [json['notSent']].flat().sort());
    expect(notSent).toEqual([[...carrier.notSent].sort(), [...carrier.notSent, 'gift.card'].sort()]);
  });
});

describe('the service', () => {
  const eccang = carrierAt('eccangTms');
  const nothing = { mode: 'list', value: '', __rl: true };

  test('of the step comes before that of the order', async () => {
    const items = [neutralOrder('A', { service: 'NO-SUCH' })];
    await run(items, createFrom(eccang));
    expect(await ordersAt(sandbox, 'eccang')).toHaveLength(1);
  });

  test.each([
    ['text', 'PK0001'],
    ['the service that Get gives', { code: 'PK0001', name: 'Standard' }],
  ])('of the order is taken where the step has none: %s', async (_, service) => {
    await run([neutralOrder('A', { service })], createFrom(eccang, { shippingMethod: nothing }));
    expect(await ordersAt(sandbox, 'eccang')).toHaveLength(1);
  });

  test.each(CREATES.filter(({ node }) => node !== 'hge'))(
    'is asked for in words where it is nowhere: $node $operation',
    async (carrier) => {
      const [name = ''] = Object.keys(carrier.service);
      const empty = carrier.node === 'mgoship' ? '' : nothing;
      const ran = await run([carrier.order('A')], createFrom(carrier, { [name]: empty }));
      expect(ran.result.error?.message).toMatch(
        /^\w+ is empty: choose it here, give service in the order, or set it in the credential$/,
      );
      expect(ran.result.error?.description).toContain('Nothing was sent');
      expect(await ordersAt(sandbox, carrier.carrier)).toEqual([]);
    },
  );
});

describe('overrides', () => {
  test('grow into the objects of the request and replace lists, and are named as they are on the wire', async () => {
    const overrides = {
      Consignee: { consignee_name: 'x'.repeat(3), consignee_province: '' },
      order_weight: 'heavy',
      ItemArr: [{ invoice_enname: 'Case', invoice_quantity: 'many', invoice_weight: 0.1, invoice_unitcharge: '1' }],
    };
    const eccang = { ...carrierAt('eccangTms'), overrides };
    const ran = await run([neutralOrder('A', { recipient: { country: 'US' } })], createFrom(eccang));
    expect(ran.result.error?.message.split('; ')).toEqual([
      'order_weight must be a number greater than 0',
      'recipient.street (Consignee.consignee_street) is required',
      'ItemArr[0].invoice_quantity must be a whole number greater than 0',
    ]);
  });
});

describe('what an order says nothing of', () => {
  const sender = neutralOrder('A')['sender'];
  const article = { sku: 'CASE', localDescription: '手机壳', weightKg: '0.2', material: 'Silicone', stock: 12 };
  const bare = (changes = {}): object => ({
    description: 'Phone case',
    sku: 'CASE',
    quantity: 1,
    unitValue: '3.50',
    ...changes,
  });
  const sent = async (items: readonly object[], parameters: Record<string, unknown>): Promise<unknown> => {
    const ran = await run(items, createFrom(carrierAt('huahan'), parameters, toErrorOutput));
    expect(errorsOf(ran)).toEqual([]);
    const get = step('huahan', 'Get', 'order', 'get', { number: '={{ $json.orderNumber }}' });
    return jsonOf(await run(jsonOf(ran, 'Create'), get), 'Get').map(({ customsItems }) => customsItems);
  };

  test('comes from the list by SKU, then from Item Defaults; what it says itself stays', async () => {
    const items = [neutralOrder('A', { customsItems: [bare(), bare({ sku: 'OTHER', localDescription: '数据线' })] })];
    const itemDefaults = { weightKg: 0.1, currency: 'EUR', localDescription: '其他' };
    const given = { itemsBySku: JSON.stringify([article]), itemDefaults };
    expect(await sent(items, given)).toMatchObject([
      [
        { localDescription: '手机壳', weightKg: 0.2, currency: 'EUR' },
        { localDescription: '数据线', weightKg: 0.1, currency: 'EUR' },
      ],
    ]);
  });

  test('and the list may come from the item, as a list or as its only entry', async () => {
    const items = [article, [article]].map((articles, at) => ({
      order: neutralOrder(`A-${at}`, { customsItems: [bare()] }),
      articles,
    }));
    const given = { order: '={{ $json.order }}', itemsBySku: '={{ $json.articles }}' };
    expect(await sent(items, given)).toMatchObject([[{ weightKg: 0.2 }], [{ weightKg: 0.2 }]]);
  });

  test.each([
    ['no list', '"CASE"', 'Items by SKU: entry 1 must be an object { } with a sku'],
    ['an entry without a SKU', JSON.stringify([article, { hsCode: '1' }]), 'Items by SKU: entry 2 has no sku'],
    [
      'two entries of one SKU that differ',
      JSON.stringify([article, { ...article, weightKg: 1 }]),
      'Items by SKU: entry 2 has the sku of an entry before it, and differs from it',
    ],
  ])('a list by SKU that cannot be used is refused: %s', async (_, itemsBySku, message) => {
    const items = [neutralOrder('A', { sender })];
    const ran = await run(items, createFrom(carrierAt('huahan'), { itemsBySku }));
    expect(ran.result.error?.message).toBe(message);
    expect(await ordersAt(sandbox, 'huahan')).toEqual([]);
  });
});

describe('an order that is none', () => {
  test.each([
    ['{}', 'neutral', 'Order is empty: the step before has to give the order'],
    ['[]', 'neutral', 'Order is not a JSON object'],
    ['{ "customsItems": "Case" }', 'neutral', expect.stringContaining('customsItems must be a list [ ]')],
    ['{ "id": 1 }', 'shopify', expect.stringContaining('Shopify')],
    ['{ "id": 1 }', 'wooCommerce', expect.stringContaining('WooCommerce')],
    ['{ "id": 1 }', '={{ "magento" }}', 'Order Format must be one of neutral, shopify, wooCommerce'],
  ])('%s as %s is refused', async (order, orderFormat, message) => {
    const ran = await run([{}], createFrom(carrierAt('eccangTms'), { order, orderFormat }));
    expect(ran.result.error?.message).toEqual(message);
  });
});

describe('an order that Get gives', () => {
  /** By what Create gives of it. */
  const NUMBERS: Record<string, string> = { etower: '={{ $json.trackingNumber }}', hge: '={{ $json.data.num }}' };
  /** What no two orders have in common, and what the carrier measures of parcels that it has. */
  const OWN = /^(?:number|orderNumber|trackingNumber|reference|time|timeRaw|modify_date|measured\w+)$/;
  const same = (parcel: unknown): unknown =>
    JSON.parse(JSON.stringify(parcel, (name, value: unknown) => (OWN.test(name) ? undefined : value)));

  test.each(CREATES.filter(({ operation }) => operation === 'create'))(
    'makes another one, with a new reference: $node',
    async (carrier) => {
      const number = NUMBERS[carrier.node] ?? '={{ $json.orderNumber }}';
      const get = (name: string) => step(carrier.node, name, carrier.resource, 'get', { number });
      const [service = ''] = Object.keys(carrier.service);
      const nothing = { [service]: carrier.node === 'mgoship' ? '' : located({}, '') };
      const order = '={{ ({ ...$json, reference: "B" }) }}';
      const again = createFrom({ ...carrier, overrides: {} }, { ...nothing, order }, {}, 'Again');
      const steps = [createFrom(carrier), get('Get'), again, get('Look')];
      const ran = await run([carrier.order('A', { remark: 'Call first' })], ...steps);
      expect(ran.result.error?.message).toBeUndefined();
      const [[first], [second]] = [jsonOf(ran, 'Get'), jsonOf(ran, 'Look')];
      expect([first?.['reference'], second?.['reference']]).toEqual(['A', 'B']);
      expect(same(second)).toEqual(same(first));
      const implied = carrier.node === 'mgoship' ? ['customsItems[0].currency', 'insurance.currency'] : undefined;
      expect(jsonOf(ran, 'Again')[0]?.['notSent']).toEqual(implied);
    },
  );
});

describe("a shop's order", () => {
  const itemDefaults = { localDescription: '商品', weightKg: 0.2, originCountry: located({}, 'CN') };

  test.each([
    ['shopify', shopJson('shopify', 'order.rest.json')],
    ['wooCommerce', shopJson('woocommerce', 'order.json')],
  ])('makes an order at the carrier: %s', async (orderFormat, order) => {
    const eccang = { ...carrierAt('eccangTms'), overrides: { order_weight: 0.5 } };
    const ran = await run([{ order }], createFrom(eccang, { order: '={{ $json.order }}', orderFormat, itemDefaults }));
    expect(ran.result.error?.message).toBeUndefined();
    expect(jsonOf(ran, 'Create')).toEqual([expect.objectContaining({ reference: expect.any(String) })]);
  });
});

test('what was not sent is told once beside the output, whatever the number of items', async () => {
  const items = [neutralOrder('A'), neutralOrder('B', { gift: 1 }), neutralOrder('C')];
  const ran = await run(items, createFrom(carrierAt('eccangTms'), { simplify: false }));
  const told = (ran.hints['Create'] ?? []).filter((hint) => hint.startsWith('Not sent'));
  expect(told).toEqual([
    'Not sent, because the carrier has no place for it: customsItems.originCountry. Each item names its own as notSent.',
    'Not sent, because the carrier has no place for it: customsItems.originCountry, gift. Each item names its own as notSent.',
  ]);
  expect(jsonOf(ran, 'Create').map(({ notSent }) => [notSent].flat().length)).toEqual([2, 3, 2]);
});
