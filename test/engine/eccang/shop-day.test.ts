import { PDFDocument } from '@cantoo/pdf-lib';
import { textOf } from '#carriers/shared/json-value';
import { step, type Step } from '../../../engine';
import { ordersAt } from '../../../sandbox/control-client';
import { eccangOrder } from '../../../sandbox/sample-orders';
import { fileOf, jsonOf, onRegularOutput, outputsOf, pairs } from '../outputs';
import { carrierOf, create, orders, useEccang } from './orders';

const { sandbox, run, laterProduct } = useEccang();

describe.each(['huahan', 'eccangTms'])('%s', (node) => {
  const carrier = carrierOf(node);

  test('a parcel from order to label to tracking', async () => {
    const ran = await run(
      [eccangOrder('SHOP-1')],
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
    expect(jsonOf(ran, 'Get')[0]).toMatchObject({
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
    const pdf = await PDFDocument.load(await fileOf(ran));
    expect(pdf.getPageCount()).toBe(1);
    expect(Math.round(pdf.getPage(0).getHeight() / 2.835)).toBe(150);
    expect(jsonOf(ran, 'Track')[0]).toMatchObject({ carrier, status: 'pending' });
  });
});

describe.each(['huahan', 'eccangTms'])('corrections at %s', (node) => {
  const carrier = carrierOf(node);

  test('200 mixed orders from create to charges keep their pairs', async () => {
    const late = await laterProduct(node);
    const items = orders(200).map((each, index) => ({
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
    expect(await ordersAt(sandbox, carrier)).toHaveLength(196);
  });
});
