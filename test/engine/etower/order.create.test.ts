import { objectOf } from '#carriers/shared/json-value';
import { control, ordersAt, servicesOf } from '../../../sandbox/control-client';
import { etowerOrder } from '../../../sandbox/sample-orders';
import { jsonOf, outputsOf, pairs, toErrorOutput } from '../outputs';
import { useSandbox } from '../sandbox';
import { create, etower, orders, reference, tracking } from './orders';
import { wire } from './wire';

const { sandbox, run } = useSandbox();

describe('order create', () => {
  test('every order of a mixed list ends as one output or one error, paired with it, from one call', async () => {
    const items = [
      etowerOrder('A'),
      etowerOrder('B', { invoiceValue: 7 }),
      etowerOrder('A'),
      etowerOrder('C', { serviceCode: 'NO.SUCH' }),
      etowerOrder('D', { postcode: 'ABC' }),
      etowerOrder('E'),
    ];
    const ran = await run(items, create({}, toErrorOutput));
    expect(pairs(outputsOf(ran, 'Create'))).toEqual([{ item: 0 }, { item: 5 }]);
    const errors = outputsOf(ran, 'Create', 1);
    expect(pairs(errors)).toEqual([{ item: 1 }, { item: 2 }, { item: 3 }, { item: 4 }]);
    expect(errors.map(({ json }) => json['error'])).toEqual([
      'invoiceValue differs by more than 0.1 from the sum of its items (quantity x unit value), which is 6.23',
      'Reference number is duplicate',
      'Illegal service code',
      'Postcode must be numeric',
    ]);
    expect(errors[3]?.json['message']).toBe("The recipient's postcode must be numeric. Carrier's code: 120025.");
    expect(errors.map(({ json }) => json['referenceNo'])).toEqual(['B', 'A', 'C', 'D']);
    expect(await servicesOf(sandbox, 'etower')).toEqual({ orders: 1 });
  });

  test('one bad order among 300 fails alone', async () => {
    const items = orders(300).map((each, index) => (index === 150 ? { ...each, postcode: 'BAD' } : each));
    const ran = await run(items, create({}, toErrorOutput));
    expect(outputsOf(ran, 'Create')).toHaveLength(299);
    expect(pairs(outputsOf(ran, 'Create', 1))).toEqual([{ item: 150 }]);
    expect(await servicesOf(sandbox, 'etower')).toEqual({ orders: 1 });
    expect(await ordersAt(sandbox, 'etower')).toHaveLength(299);
  });

  test('a bad order stops the node before anything is sent', async () => {
    const ran = await run([etowerOrder('A'), etowerOrder('B', { recipientName: '' })], create());
    expect(ran.result.error?.message).toBe('recipientName is required');
    expect(await servicesOf(sandbox, 'etower')).toEqual({});
  });

  test('the form makes the same order as the JSON, and names fields as it shows them', async () => {
    const form = {
      inputMode: 'form',
      referenceNo: '={{ $json.id }}',
      serviceCode: { __rl: true, mode: 'list', value: 'UBI.AU2AU.AUPOST.1' },
      serviceOption: { __rl: true, mode: 'code', value: 'Expedited' },
      facility: { __rl: true, mode: 'list', value: '' },
      country: { __rl: true, mode: 'code', value: 'AU' },
      description: 'Dress',
      weight: '={{ 0.1 + 0.2 }}',
      weightUnit: 'KG',
      invoiceValue: '7.74',
      invoiceCurrency: 'USD',
      recipient: {
        recipientName: '={{ $json.name }}',
        addressLine1: '3 Example Drive',
        city: 'Berwick',
        state: '',
        postcode: '3806',
        phone: '0491570156',
      },
      shipper: { shipperName: 'Sample Shipper' },
      itemsFrom: 'fields',
      items: { entry: [{ itemNo: '1', sku: 'S', originCountry: 'CN', itemCount: 2, unitValue: '3.87', weight: 0 }] },
      size: { length: 10, dimensionUnit: 'CM', volume: 0 },
      additionalFields: { authorityToLeave: true, incoterm: 'DDP', pieces: '[]' },
      extendData: { entry: [{ name: 'vendorid', value: '111' }] },
      simplify: false,
    };
    const items = [
      { id: 'FORM-1', name: 'Jane Sample' },
      { id: 'FORM-2', name: '12345' },
    ];
    const ran = await run(items, etower('Create', 'order', 'create', form, toErrorOutput));
    expect(jsonOf(ran, 'Create')[0]).toMatchObject({ status: 'Success', referenceNo: 'FORM-1' });
    expect(jsonOf(ran, 'Create', 1)[0]?.['error']).toBe('Recipient: Name (recipientName) must not be digits only');
    const got = await run(
      [{ trackingNumber: (await ordersAt(sandbox, 'etower'))[0]?.['trackingNumber'] }],
      etower('Get', 'order', 'get', { ...tracking, simplify: false }),
    );
    expect(objectOf(jsonOf(got, 'Get')[0]?.['order'])).toMatchObject({
      referenceNo: 'FORM-1',
      serviceOption: 'Expedited',
      weight: 0.3,
      weightUnit: 'kg',
      length: 10,
      volume: null,
      authorityToLeave: 'true',
      incoterm: 'DDP',
      // A Double of B.4.1, though the form has a text field for it.
      orderItems: [{ itemNo: '1', sku: 'S', originCountry: 'CN', itemCount: 2, unitValue: 3.87 }],
    });
  });

  test.each(['disconnect-after', 'truncated', 'half-body'])(
    'an answer that is lost (%s) is found again by the references',
    async (kind) => {
      await control(sandbox, 'faults', { carrier: 'etower', service: 'orders', kind });
      const ran = await run([etowerOrder('A'), etowerOrder('B', { postcode: 'BAD' })], create({}, toErrorOutput));
      expect(jsonOf(ran, 'Create')).toMatchObject([{ reference: 'A', recovered: true }]);
      expect(jsonOf(ran, 'Create', 1)[0]?.['error']).toContain('eTower does not know reference B at this moment.');
      expect(await servicesOf(sandbox, 'etower')).toEqual({
        orders: 1,
        trackingNumbers: 1,
        queryorders: 1,
        trackingEvents: 1,
      });
    },
  );

  test('an order that was there before, and whose refusal was lost, is not recovered but named', async () => {
    await run([etowerOrder('OLD')], create());
    await control(sandbox, 'advance', { carrier: 'etower', number: 'OLD', status: 'RCV' });
    await control(sandbox, 'faults', { carrier: 'etower', service: 'orders', kind: 'disconnect-after' });
    const again = await run([etowerOrder('OLD')], create({}, toErrorOutput));
    expect(jsonOf(again, 'Create', 1)[0]?.['error']).toContain(
      'has order OLD, which is not the one sent: it is older than this run',
    );
  });

  test('a workflow that runs again can return the orders that exist', async () => {
    await run(orders(3), create());
    const again = create({ options: { ifReferenceExists: 'return' } });
    const ran = await run(orders(4), again);
    expect(outputsOf(ran, 'Create').map(({ json }) => json['recovered'])).toEqual([true, true, true, undefined]);
    expect(jsonOf(ran, 'Create')[1]?.['trackingNumber']).toBe(
      (await ordersAt(sandbox, 'etower'))[1]?.['trackingNumber'],
    );
  });

  test('an order of several pieces gives the numbers of all', async () => {
    const item = etowerOrder('M', { pieces: [{ referenceNo: 'M-2' }, { referenceNo: 'M-3' }] });
    const ran = await run(
      [item],
      create(),
      etower('Labels', 'label', 'get', { numberType: 'masterIds', ...reference, labelFormat: 'JPG' }),
    );
    expect(jsonOf(ran, 'Create')[0]?.['pieces']).toMatchObject([{ reference: 'M-2' }, { reference: 'M-3' }]);
    expect(Object.keys(outputsOf(ran, 'Labels')[0]?.binary ?? {})).toEqual(['data', 'data_2', 'data_3']);
  });

  test('each master’s labels come by a call of their own, so that they cannot be mixed up', async () => {
    const items = ['M1', 'M2'].map((master) => etowerOrder(master, { pieces: [{ referenceNo: `${master}-2` }] }));
    const label = { numberType: 'masterIds', ...reference, labelFormat: 'ZPL' };
    const ran = await run(items, create(), etower('Labels', 'label', 'get', label));
    const files = outputsOf(ran, 'Labels').map(({ binary }) => Object.keys(binary ?? {}));
    expect(files).toEqual([
      ['data', 'data_2'],
      ['data', 'data_2'],
    ]);
    expect(await servicesOf(sandbox, 'etower')).toEqual({ orders: 1, labels: 2 });
  });
});

test('a clock that is an hour off costs one more call and is told', async () => {
  await control(sandbox, 'faults', { carrier: 'etower', kind: 'clock-ahead' });
  const ran = await run([etowerOrder('A')], create());
  expect(jsonOf(ran, 'Create')[0]).toMatchObject({ reference: 'A' });
  expect(await servicesOf(sandbox, 'etower')).toEqual({ orders: 2 });
  expect(ran.hints['Create']).toEqual([expect.stringContaining('The clock of this server is 60 minutes behind')]);
});

describe('forms send the documented types', () => {
  const form = {
    referenceNo: '={{ $json.id }}',
    serviceCode: { __rl: true, mode: 'code', value: 'X' },
    country: { __rl: true, mode: 'code', value: 'AU' },
    description: 'Dress',
    weight: '={{ $json.weight }}',
    invoiceValue: '={{ $json.total }}',
    invoiceCurrency: 'USD',
    recipient: {
      recipientName: 'Jane Sample',
      addressLine1: '3 Example Drive',
      city: 'Berwick',
      postcode: '={{ $json.zip }}',
      phone: '={{ $json.phone }}',
    },
    itemsFrom: 'fields',
    items: {
      entry: [
        {
          itemNo: '={{ $json.line }}',
          sku: 'S',
          originCountry: 'CN',
          itemCount: '2',
          unitValue: '3.870',
          weight: '0.05',
        },
      ],
    },
    size: { length: '.5' },
    additionalFields: { authorityToLeave: true },
  };
  const item = { id: 10023, weight: '0.3', total: '7.74', zip: 3806, phone: 61400000000, line: 1 };

  test('of an order (B.4.1)', async () => {
    const { sent } = await wire(item, 'create', form);
    expect(sent).toMatchObject({
      referenceNo: '10023',
      weight: 0.3,
      invoiceValue: 7.74,
      postcode: '3806',
      phone: '61400000000',
      length: 0.5,
      authorityToLeave: true,
      orderItems: [{ itemNo: '1', sku: 'S', originCountry: 'CN', itemCount: 2, unitValue: 3.87, weight: 0.05 }],
    });
  });

  test('without losing a digit', async () => {
    const long = await wire({ ...item, zip: '03806', phone: '61400000000123456789' }, 'create', form);
    expect(long.sent).toMatchObject({ postcode: '03806', phone: '61400000000123456789' });
    const rounded = await wire({ ...item, id: 12345678901234567000 }, 'create', form);
    expect(jsonOf(rounded.ran, 'Send', 1)[0]?.['error']).toContain('has too many digits for a number');
    const noNumber = await wire({ ...item, weight: '0,3' }, 'create', form);
    expect(jsonOf(noNumber.ran, 'Send', 1)[0]?.['error']).toContain('must be a number');
  });

  test('and nothing for a field that holds blanks alone, or no piece', async () => {
    const { sent } = await wire({ ...item, zip: '  ' }, 'create', { ...form, additionalFields: { pieces: '[]' } });
    expect(sent).toMatchObject({ referenceNo: '10023' });
    expect(Object.keys(sent)).not.toEqual(expect.arrayContaining(['postcode']));
    expect(Object.keys(sent)).not.toEqual(expect.arrayContaining(['pieces']));
  });

  test('and refuses pieces that are no list', async () => {
    const { ran } = await wire(item, 'create', { ...form, additionalFields: { pieces: '{"referenceNo":"B"}' } });
    expect(jsonOf(ran, 'Send', 1)[0]?.['error']).toBe('Additional Fields: Pieces (pieces) must be a list [ ]');
  });
});
