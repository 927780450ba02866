/** Both APIs of eTower, from `docs/references/etower.md`. */
import { listIn, memberOf, numbersOf, textIn, type Call, type Wire } from './wire';

export const etowerWire: Wire = ({ method, path, body }, find) => {
  const named = (references: readonly string[], sent: readonly unknown[], entry: (reference: string) => object): Call =>
    call(references, sent, (asked) => enveloped(asked.map(entry)));
  if (path === '/api/shipper/v1/order/upload/uploadOrder') return upload(body.toString('latin1'));
  const [, number] = /^\/services\/shipper\/order\/(.+)$/.exec(path) ?? [];
  if (method === 'DELETE' && number !== undefined) {
    const reference = decodeURIComponent(number);
    return call([reference], [], (asked) => enveloped(changed(asked[0] ?? reference)));
  }
  const sent: unknown = body.length === 0 ? [] : JSON.parse(body.toString('utf8'));
  const texts = (value: unknown): string[] => listIn(value).map(String);
  const orders = (list: unknown): [string[], unknown[]] => [
    listIn(list).map((order) => textIn(order, 'referenceNo')),
    listIn(list),
  ];
  switch (path.replace('/services/shipper/', '')) {
    case 'orders':
      return named(...orders(sent), created);
    case 'orderLabels':
      return named(...orders(memberOf(sent, 'orders')), labelled);
    case 'manifests':
      return named(texts(sent), [], changed);
    case 'closeShipments':
      return named(texts(memberOf(sent, 'shipmentIds')), [], changed);
    case 'hold':
      return named(texts(memberOf(sent, 'orderIds')), [], (orderId) => ({ status: 'Success', errors: null, orderId }));
    case 'update-order':
      return named(
        listIn(sent).map((order) => textIn(order, 'orderId')),
        [],
        changed,
      );
    case 'pickup-requests':
      return named(
        listIn(sent).map((pickup) => textIn(pickup, 'contact')),
        [],
        () => ({
          status: 'Success',
          errors: null,
        }),
      );
    case 'handover':
      return handover(listIn(memberOf(sent, 'bags')));
    case 'trackingNumbers':
      return read(texts(sent).map((asked) => foundNumbers(asked, find)));
    case 'queryorders':
      return read(texts(sent).map((asked) => foundOrder(asked, find)));
    case 'trackingEvents':
      return read(texts(sent).map((asked) => foundEvents(asked, find)));
    default:
      return read([]);
  }
};

function call(references: readonly string[], sent: readonly unknown[], answer: Call['answer']): Call {
  return {
    references,
    orders: new Map(references.map((reference, index) => [reference, sent[index]])),
    contentType: 'application/json',
    refusal: () => JSON.stringify({ status: 'Failure', errors: [FAULTY], data: null }),
    answer,
  };
}

const FAULTY = { code: 120013, message: 'Country is wrong' };

function read(entries: readonly object[]): Call {
  return call([], [], () => enveloped(entries));
}

function enveloped(data: unknown): string {
  return JSON.stringify({ status: 'Success', errors: null, data, warnings: null });
}

/** B.4.1. */
function created(reference: string): object {
  return { ...changed(reference), referenceNo: reference, connoteId: null, piecesResult: null };
}

/** B.4.2: these do not repeat the reference but as the order's ID. */
function labelled(reference: string): object {
  return { ...changed(reference), labelContent: Buffer.from(`%PDF-1.4\n${reference}\n%%EOF`).toString('base64') };
}

/** B.4.5, B.4.6, B.4.10. */
function changed(reference: string): object {
  const { tracking } = numbersOf(reference);
  return { status: 'Success', errors: null, orderId: reference, referenceNo: reference, trackingNo: tracking };
}

/** B.4.15: one entry per bag, and in it one per parcel. Strangers come in a bag of their own. */
function handover(bags: readonly unknown[]): Call {
  const bagOf = new Map(
    bags.flatMap((bag) =>
      listIn(memberOf(bag, 'parcels')).map((parcel) => [textIn(parcel, 'trackingNo'), textIn(bag, 'bagNo')] as const),
    ),
  );
  return call([...bagOf.keys()], [], (asked) => {
    const shared = new Set(bagOf.values()).size === 1 && bagOf.size > 1 ? [...bagOf.values()][0] : undefined;
    const inBag = (bagNo: string, parcels: readonly string[]): object => ({
      status: 'Success',
      errors: null,
      bagNo,
      orderResults: parcels.map((parcel) => ({ ...changed(parcel), trackingNo: parcel, connoteId: null })),
    });
    return enveloped(
      shared === undefined ? asked.map((each) => inBag(bagOf.get(each) ?? each, [each])) : [inBag(shared, asked)],
    );
  });
}

/** B.4.9. */
function foundNumbers(asked: string, find: Parameters<Wire>[1]): object {
  const found = find(asked);
  if (!found) return unknown(asked);
  const { tracking } = numbersOf(asked);
  return { status: 'Success', errors: null, orderId: asked, trackingNo: tracking, relabelStatus: null };
}

/** B.4.7. */
function foundOrder(asked: string, find: Parameters<Wire>[1]): object {
  const found = find(asked);
  if (!found) return unknown(asked);
  const { order: sent } = found;
  const order = {
    referenceNo: textIn(sent, 'referenceNo'),
    recipientName: textIn(sent, 'recipientName'),
    addressline1: textIn(sent, 'addressLine1'),
    city: textIn(sent, 'city'),
    state: textIn(sent, 'state'),
    postcode: textIn(sent, 'postcode'),
    country: 'Australia',
    weight: memberOf(sent, 'weight'),
  };
  return { status: 'Success', errors: null, orderId: asked, order };
}

/** B.4.8: the one event of a new order, at the time of China. */
function foundEvents(asked: string, find: Parameters<Wire>[1]): object {
  const found = find(asked);
  if (!found) return unknown(asked);
  const events = found.made === undefined ? [] : [eventOf(asked, found.made)];
  return { orderId: asked, status: 'Success', errors: null, events };
}

function eventOf(trackingNo: string, time: number): object {
  const eventTime = new Date(time + 8 * 3_600_000).toISOString().slice(0, 19);
  return {
    trackingNo,
    eventTime,
    timeZone: 'GMT+08:00',
    eventCode: 'INF',
    activity: 'Shipping information received',
  };
}

function unknown(orderId: string): object {
  return { status: 'Failure', errors: [{ code: 100009, message: 'Order does not exist' }], orderId };
}

/** A.5.5: the reply names no order. */
function upload(form: string): Call {
  const [, reference = ''] = /filename="orders-(\w+)\.xlsx"/.exec(form) ?? [];
  const data = {
    errorMessage: '',
    errors: [],
    uploadResult: true,
    missHeaders: [],
    rowWarnings: [],
    rowErrors: [],
    verrors: [],
  };
  return {
    ...call([reference], [], () => JSON.stringify({ success: true, code: '0', data, errors: [] })),
    refusal: () => JSON.stringify({ success: false, code: '1001', data: null, errors: ['参数校验失败'] }),
  };
}
