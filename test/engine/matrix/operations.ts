/**
 * Every operation of the nodes: those that write have a row each, or several where they can be sent in several ways; the
 * others are named. An operation that is in neither list fails a test.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { located } from '../every-field';

export interface Writing {
  node: string;
  carrier: string;
  resource: string;
  operation: string;
  /** In which way, where there are several. */
  way?: string;
  /** What the node is set to, with expressions for what is of the item. */
  parameters: Record<string, unknown>;
  /** The item that asks for something under this reference. */
  item: (reference: string) => object;
  /** How many items share a call. */
  perCall?: number;
  /**
   * The answer repeats the reference, so that another order's can be told. Not so of a call of the user's own, of which
   * the node does not know what it asks for; nor at Mgoship, whose answer holds an order number at most; nor where Eccang
   * TMS cancels or intercepts, whose documented answer names another number of the order than was asked.
   */
  names?: true;
  /** Orders whose answer is lost are looked up. */
  looksUp?: true;
}

type Row = Omit<Writing, 'node' | 'carrier' | 'resource' | 'operation'>;

const json = { inputMode: 'json', body: '={{ $json.body }}' };
const number = { number: '={{ $json.number }}' };
const ofNumber = (reference: string): object => ({ number: reference });
const SHARED = 300;

/** A documented request with the reference in it, at the place that the names lead to. */
function documentedOrder(carrier: string, file: string, ...place: string[]): (reference: string) => object {
  const text = readFileSync(path.join(__dirname, '../../payloads', carrier, file), 'utf8');
  return (reference) => {
    const parsed: unknown = JSON.parse(text);
    const order: unknown = Array.isArray(parsed) ? parsed[0] : parsed;
    if (typeof order !== 'object' || order === null) throw new Error(`${file} holds no order`);
    const body: object = order;
    const inner: unknown = place.slice(0, -1).reduce<unknown>((value, name) => memberOf(value, name), body);
    if (typeof inner === 'object' && inner !== null) Reflect.set(inner, place.at(-1) ?? '', reference);
    return { body };
  };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** What both carriers of the family have; `intercept` differs. */
function family(carrier: string, intercept: Record<string, unknown>): Record<string, Row[]> {
  const item = documentedOrder(carrier, 'createOrder.request.json', 'reference_no');
  const created = { item, names: true, looksUp: true } as const;
  return {
    'order.create': [
      { ...created, parameters: json },
      { ...created, way: 'in batches', parameters: { ...json, options: { sendInBatches: true } }, perCall: 5 },
    ],
    'order.cancel': [{ parameters: number, item: ofNumber }],
    'order.intercept': [{ parameters: { ...number, ...intercept }, item: ofNumber }],
    'order.updateWeight': [{ parameters: { ...number, weight: '0.5' }, item: ofNumber, perCall: SHARED, names: true }],
    'service.call': [{ parameters: { service: 'modifyOrder', body: '={{ $json.body }}' }, item }],
  };
}

const etowerOrder = documentedOrder('etower', 'create-orders.request.json', 'referenceNo');
const byCode = (value: string): unknown =>
  located({ modes: [{ displayName: '', name: 'code', type: 'string' }] }, value);
const bag = {
  serviceCode: byCode('UBI.AU2AU.AUPOST.1'),
  destCountry: byCode('AU'),
  totalWeight: 1.5,
  trackingNo: '={{ $json.number }}',
};

const ETOWER: Record<string, Row[]> = {
  'order.create': [{ parameters: json, item: etowerOrder, perCall: SHARED, names: true, looksUp: true }],
  'order.createWithLabel': [{ parameters: json, item: etowerOrder, perCall: SHARED, names: true, looksUp: true }],
  'order.update': [{ parameters: { orderId: '={{ $json.number }}', weight: 0.3 }, item: ofNumber, names: true }],
  'order.delete': [{ parameters: number, item: ofNumber, names: true }],
  'order.hold': [{ parameters: number, item: ofNumber, perCall: SHARED, names: true }],
  'manifest.send': [{ parameters: number, item: ofNumber, perCall: SHARED, names: true }],
  'manifest.close': [{ parameters: number, item: ofNumber, perCall: SHARED, names: true }],
  'bag.handOver': [
    {
      way: 'a bag each',
      parameters: { ...bag, bagNo: '={{ $json.number }}' },
      item: ofNumber,
      perCall: SHARED,
      names: true,
    },
    { way: 'one bag for all', parameters: { ...bag, bagNo: 'BAG-1' }, item: ofNumber, perCall: SHARED, names: true },
  ],
  'pickup.request': [
    { parameters: { contact: '={{ $json.number }}', pickupTime: '2026-01-05T14:00:00+0800' }, item: ofNumber },
  ],
  'portalOrder.upload': [
    {
      parameters: { binaryPropertyName: 'file', country: byCode('AU'), channelId: byCode('929') },
      item: (reference) => ({
        json: { number: reference },
        binary: {
          file: {
            data: Buffer.from('PK a spreadsheet').toString('base64'),
            mimeType: 'application/vnd.ms-excel',
            fileName: `orders-${reference}.xlsx`,
          },
        },
      }),
    },
  ],
  'endpoint.call': [
    {
      parameters: { method: 'POST', path: '/services/shipper/update-order', body: '={{ $json.body }}' },
      item: (orderId) => ({ body: [{ orderId, weight: 0.3 }] }),
    },
  ],
};

const hgeOrder = documentedOrder('hge', 'order_create.partial.request.json', 'customer_order_num');
const handover = { parameters: { referenceNum: '={{ $json.number }}' }, item: ofNumber, names: true } as const;

const HGE: Record<string, Row[]> = {
  'order.create': [{ parameters: json, item: hgeOrder, names: true }],
  'scanForm.create': [handover],
  'manifest.create': [handover],
  'endpoint.call': [
    { parameters: { method: 'POST', path: 'order_create/', body: '={{ $json.body }}' }, item: hgeOrder },
  ],
};

const parcelOrder = documentedOrder('mgoship', 'derived/tms_orders.add_tms_order.params.json', 'order', 'customerno');
const outboundOrder = documentedOrder(
  'mgoship',
  'derived/out_orders.add_out_order.params.json',
  'sender_info',
  'ownNO',
);

const MGOSHIP: Record<string, Row[]> = {
  'parcelOrder.create': [{ parameters: json, item: parcelOrder, looksUp: true }],
  'parcelOrder.delete': [{ parameters: number, item: ofNumber }],
  'outboundOrder.create': [{ parameters: json, item: outboundOrder }],
  'inboundOrder.delete': [{ parameters: number, item: ofNumber }],
  'endpoint.call': [
    {
      parameters: { module: 'tms_orders', action: 'add_tms_order', body: '={{ $json.body }}' },
      item: parcelOrder,
    },
  ],
};

const ECCANG = family('eccang', { numberType: '2', holdOnRemark: 'Buyer cancelled' });
const HUAHAN = family('huahan', {});

const NODES: readonly { node: string; carrier: string; rows: Record<string, Row[]> }[] = [
  { node: 'eccangTms', carrier: 'eccang', rows: ECCANG },
  { node: 'huahan', carrier: 'huahan', rows: HUAHAN },
  { node: 'etower', carrier: 'etower', rows: ETOWER },
  { node: 'hge', carrier: 'hge', rows: HGE },
  { node: 'mgoship', carrier: 'mgoship', rows: MGOSHIP },
];

/** What the step for all carriers does at each of them: as the carrier's own step, in the first of its ways. */
const AT_CARRIERS: readonly { carrier: string; create?: Row[] | undefined; cancel?: Row[] | undefined }[] = [
  { carrier: 'eccang', create: ECCANG['order.create'], cancel: ECCANG['order.cancel'] },
  { carrier: 'huahan', create: HUAHAN['order.create'], cancel: HUAHAN['order.cancel'] },
  { carrier: 'etower', create: ETOWER['order.create'], cancel: ETOWER['order.delete'] },
  { carrier: 'hge', create: HGE['order.create'] },
  { carrier: 'mgoship', create: MGOSHIP['parcelOrder.create'], cancel: MGOSHIP['parcelOrder.delete'] },
];

const PARCEL = AT_CARRIERS.flatMap(({ carrier, create = [], cancel = [] }): Writing[] => {
  const at = { node: 'parcel', carrier, resource: 'order', way: carrier };
  const all = [
    // With an expression the accounts of all carriers are opened.
    { operation: 'create', rows: create, parameters: { ...json, carrier: `={{ '${carrier}' }}` } },
    { operation: 'cancel', rows: cancel, parameters: { ...number, carrier, numberType: 'orderNumber' } },
  ];
  return all.flatMap(({ rows, ...asked }) => rows.slice(0, 1).map((row) => ({ ...row, ...at, ...asked })));
});

export const WRITINGS: readonly Writing[] = [
  ...NODES.flatMap(({ node, carrier, rows }) =>
    Object.entries(rows).flatMap(([name, ways]) => {
      const [resource = '', operation = ''] = name.split('.');
      return ways.map((way) => ({ node, carrier, resource, operation, ...way }));
    }),
  ),
  ...PARCEL,
];

/** Change nothing at the carrier. */
export const READINGS: Readonly<Record<string, readonly string[]>> = {
  eccangTms: [
    'country.getMany',
    'extraService.getMany',
    'label.get',
    'label.getDocument',
    'label.getMany',
    'order.get',
    'order.getCharges',
    'order.getTrackingNumber',
    'order.getTrackingNumberHistory',
    'order.validate',
    'product.getMany',
    'product.getRequiredFields',
    'rate.get',
    'tracking.get',
    'tracking.getUpdates',
  ],
  huahan: [
    'label.get',
    'label.getFba',
    'label.getMerged',
    'label.getProofOfDispatch',
    'order.get',
    'order.getBilledWeight',
    'order.getCharges',
    'order.getTrackingNumber',
    'product.getMany',
    'rate.get',
    'tracking.get',
    'tracking.getUpdates',
    'tracking.getWithTimeZones',
  ],
  etower: [
    'label.get',
    'label.getData',
    'order.get',
    'order.getTrackingNumber',
    'portalOrder.get',
    'portalService.getMany',
    'portalService.getOptions',
    'portalTemplate.download',
    'service.getMany',
    'tracking.get',
    'tracking.getUpdates',
  ],
  hge: ['order.get'],
  mgoship: [
    'fbaOrder.getMany',
    'inboundOrder.getLabel',
    'inboundOrder.getMany',
    'parcelOrder.get',
    'rate.get',
    'stockLog.getMany',
    'tracking.get',
    'tracking.getUpdates',
  ],
  parcel: [
    'charges.get',
    'label.get',
    'label.merge',
    'order.get',
    'rate.getMany',
    'tracking.get',
    'tracking.getUpdates',
  ],
};
