import { control, ordersAt, servicesOf } from '../../../sandbox/control-client';
import { etowerOrder } from '../../../sandbox/sample-orders';
import { jsonOf, outputsOf, toErrorOutput } from '../outputs';
import { useSandbox } from '../sandbox';
import { create, etower, reference } from './orders';
import { wire } from './wire';

const { sandbox, run } = useSandbox();

describe('changes', () => {
  test('an order is changed, held and deleted; what was forecast stays', async () => {
    const ran = await run(
      [etowerOrder('A'), etowerOrder('B')],
      create(),
      etower('Update', 'order', 'update', {
        inputMode: 'form',
        orderId: '={{ $json.reference }}',
        weight: 300,
        weightUnit: 'G',
        address: { city: 'Melbourne' },
        changes: { phone: '0491570157' },
      }),
      etower('Hold', 'order', 'hold', { number: "={{ $('Create').item.json.reference }}", holdType: '1' }),
    );
    expect(ran.result.error).toBeUndefined();
    expect(jsonOf(ran, 'Update')[0]).toMatchObject({ carrier: 'etower', orderNumber: 'A', updated: true });
    expect(await ordersAt(sandbox, 'etower')).toMatchObject([
      { reference: 'A', weight: 0.3, held: true },
      { reference: 'B', weight: 0.3, held: true },
    ]);
    await control(sandbox, 'advance', { carrier: 'etower', number: 'A', status: 'forecast' });
    const deleted = await run(
      [{ reference: 'A' }, { reference: 'B' }, { reference: 'C' }],
      etower('Delete', 'order', 'delete', reference, toErrorOutput),
    );
    expect(outputsOf(deleted, 'Delete')).toMatchObject([
      { json: { orderNumber: 'B', deleted: true }, pairedItem: { item: 1 } },
    ]);
    expect(outputsOf(deleted, 'Delete', 1)).toMatchObject([
      {
        json: {
          error: 'Order cannot be deleted',
          message: expect.stringContaining('forecast or closed can no longer be deleted'),
        },
      },
      { json: { error: 'Order does not exist' } },
    ]);
    expect(await ordersAt(sandbox, 'etower')).toMatchObject([{ reference: 'A' }]);
  });

  test('a reference with every kind of character is deleted: the URL is signed as it is sent', async () => {
    const odd = "A/B 10%?x=1#ü&'(*)!";
    const ran = await run([etowerOrder(odd)], create(), etower('Delete', 'order', 'delete', reference));
    expect(ran.result.error).toBeUndefined();
    expect(await ordersAt(sandbox, 'etower')).toEqual([]);
  });

  test('a number that would change the path is refused before anything is sent', async () => {
    const ran = await run([{ reference: '..' }], etower('Delete', 'order', 'delete', reference));
    expect(ran.result.error?.message).toContain('no number of an order');
    expect(await servicesOf(sandbox, 'etower')).toEqual({});
  });

  test('release is refused in the words of the carrier', async () => {
    const ran = await run(
      [etowerOrder('A')],
      create(),
      etower('Hold', 'order', 'hold', { ...reference, holdType: '2' }),
    );
    expect(ran.result.error?.message).toBe('Release is not enabled');
  });
});

describe('forms send the documented types', () => {
  const item = { id: 10023, weight: '0.3', total: '7.74', zip: 3806, phone: 61400000000, line: 1 };

  test('of a change (B.4.11)', async () => {
    const { sent } = await wire(item, 'update', {
      orderId: '={{ $json.id }}',
      weight: '={{ $json.weight }}',
      address: { postcode: '={{ $json.zip }}' },
      items: { entry: [{ sku: '={{ $json.line }}', unitValue: '6.2' }] },
      changes: { invoiceValue: '6.2', phone: '={{ $json.phone }}', height: '={{ "3" }}' },
    });
    expect(sent).toMatchObject({
      orderId: '10023',
      weight: 0.3,
      address: { postcode: '3806' },
      items: [{ sku: '1', unitValue: 6.2 }],
      invoiceValue: 6.2,
      phone: '61400000000',
      height: 3,
    });
  });

  test('and of a change only what the user set', async () => {
    const { sent } = await wire(item, 'update', {
      orderId: 'A',
      weight: 0.3,
      items: { entry: [{ sku: 'S', hsCode: '123456' }] },
    });
    expect(sent).toEqual({ orderId: 'A', weight: 0.3, weightUnit: 'KG', items: [{ sku: 'S', hsCode: '123456' }] });
  });

  test.each([{}, { weight: 0 }, { weight: '0' }, { weight: '' }])(
    'and no change without a weight, which would replace it: %j',
    async (weight) => {
      const { ran, sent } = await wire(item, 'update', { orderId: 'A', ...weight, changes: { phone: '1' } });
      expect(jsonOf(ran, 'Send', 1)[0]?.['error']).toBe('Weight is required');
      expect(sent).toEqual({});
    },
  );

  test('and names what is wrong with a change as the form shows it', async () => {
    const { ran, sent } = await wire(item, 'update', {
      orderId: 'A'.repeat(81),
      weight: 0.3,
      items: { entry: [{ sku: 'S', unitValue: 'free' }] },
      changes: { invoiceValue: '6,2' },
    });
    expect(jsonOf(ran, 'Send', 1)[0]?.['error']).toBe(
      'Order ID (orderId) is longer than 80 characters; Other Changes: Declared Value (invoiceValue) must be a number; Item 1: Unit Value (items[0].unitValue) must be a number',
    );
    expect(sent).toEqual({});
  });

  test('but JSON as it is', async () => {
    const body = { orderId: 'A', weight: 0, items: [{ sku: 1, itemCount: 0 }] };
    const { sent } = await wire(item, 'update', { inputMode: 'json', body: JSON.stringify(body) });
    expect(sent).toEqual(body);
  });
});

test('a tracking number that follows later is asked for', async () => {
  const later = etowerOrder('LATER', {
    serviceCode: 'UBI.CN2EU.LATER',
    serviceOption: 'Boxable',
    facility: 'SZX',
    country: 'DE',
    postcode: '10115',
  });
  const ran = await run([later], create(), etower('Number', 'order', 'getTrackingNumber', reference));
  expect(jsonOf(ran, 'Create')[0]).toMatchObject({ trackingNumberPending: true });
  expect(jsonOf(ran, 'Number')[0]).toMatchObject({
    trackingNumber: expect.stringMatching(/^ET/),
    lastMileCarrier: 'UBI Smart Parcel',
  });
});
