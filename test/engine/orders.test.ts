/** Input Mode From an Order: from neutral orders to created ones, at every operation that creates an order. */
import { step, type WorkflowRun } from '../../engine';
import { ordersAt, servicesOf } from '../../sandbox/control-client';
import { CREATES, createFrom, line, neutralOrder, type OrderCarrier } from './orders';
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

  test.each([['text', 'PK0001'], ['the service that Get gives', { code: 'PK0001', name: 'Standard' }]])(
    'of the order is taken where the step has none: %s',
    async (_, service) => {
      await run([neutralOrder('A', { service })], createFrom(eccang, { shippingMethod: nothing }));
      expect(await ordersAt(sandbox, 'eccang')).toHaveLength(1);
    },
  );

  test.each(CREATES.filter(({ node }) => node !== 'hge'))('is asked for in words where it is nowhere: $node $operation', async (carrier) => {
    const [name = ''] = Object.keys(carrier.service);
    const empty = carrier.node === 'mgoship' ? '' : nothing;
    const ran = await run([carrier.order('A')], createFrom(carrier, { [name]: empty }));
    expect(ran.result.error?.message).toMatch(
      /^\w+ is empty: choose it here, give service in the order, or set it in the credential$/,
    );
    expect(ran.result.error?.description).toContain('Nothing was sent');
    expect(await ordersAt(sandbox, carrier.carrier)).toEqual([]);
  });
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
