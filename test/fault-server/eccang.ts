/** Eccang TMS and Huahan, from `docs/references/eccang.md` and `huahan.md`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fieldsIn, listIn, memberOf, numbersOf, textIn, type Wire } from './wire';

const ENVELOPE = readFileSync(path.join(__dirname, '../payloads/eccang/envelope.response.xml'), 'utf8');

export const eccangWire: Wire = ({ body }, find) => {
  const text = body.toString('utf8');
  const service = elementOf(text, 'service');
  const params: unknown = JSON.parse(elementOf(text, 'paramsJson') || '{}');
  const write = WRITES[service];
  const sent = write ? write.each(params) : [];
  const references = sent.map((each) => textIn(each, write?.name ?? ''));
  return {
    references,
    orders: new Map(sent.map((each, index) => [references[index] ?? '', each])),
    contentType: 'text/xml; charset=utf-8',
    refusal: () =>
      enveloped({ ask: 'Failure', message: '订单数据不合法', Error: { errCode: '50048', errMessage: '地址不合法' } }),
    answer: (asked) => {
      if (!write) return enveloped(readOf(service, params, find));
      const entries = asked.map(write.entry);
      return enveloped(write.isBatch ? { ask: 'Success', message: '', Result: entries } : (entries[0] ?? SUCCESS));
    },
  };
};

const SUCCESS = { ask: 'Success', message: 'Success' };

interface Write {
  /** The field that names what is asked for. */
  name: string;
  each: (params: unknown) => unknown[];
  entry: (reference: string) => object;
  isBatch?: true;
}

const created = (reference: string): object => {
  const { order, tracking } = numbersOf(reference);
  return {
    ...SUCCESS,
    reference_no: reference,
    shipping_method_no: tracking,
    order_code: order,
    track_status: '1',
    sender_info_status: '1',
    ODA: '',
    agent_number: '',
  };
};
const echoed = (reference_no: string): object => ({ ...SUCCESS, reference_no, type: null });
const one = (params: unknown): unknown[] => [params];

/** Eccang 3.1, 3.2, 3.10 to 3.13. */
const WRITES: Readonly<Record<string, Write>> = {
  createOrder: { name: 'reference_no', each: one, entry: created },
  batchCreateOrder: { name: 'reference_no', each: listIn, entry: created, isBatch: true },
  modifyOrder: { name: 'reference_no', each: one, entry: created },
  cancelOrder: { name: 'reference_no', each: one, entry: echoed },
  interceptOrder: { name: 'reference_no', each: one, entry: echoed },
  modifyOrderWeight: {
    name: 'order_code',
    each: listIn,
    entry: (order_code) => ({ order_code, ...SUCCESS }),
    isBatch: true,
  },
};

/** The two methods by which an order is found (Eccang 3.3, 3.8; Huahan 3.3, 3.7). */
function readOf(service: string, params: unknown, find: Parameters<Wire>[1]): object {
  if (service === 'getTrackNumber') {
    const data = listIn(memberOf(params, 'reference_no')).flatMap((asked) => {
      const found = find(String(asked));
      const { order, tracking } = numbersOf(textIn(found?.order, 'reference_no'));
      return found ? [{ OrderNumber: asked, TrackingNumber: tracking, WayBillNumber: order }] : [];
    });
    return { ...SUCCESS, data };
  }
  const number = textIn(params, 'reference_no');
  const found = find(number);
  if (service !== 'getOrder' || !found) return { ask: 'Failure', message: '订单不存在' };
  const { order, tracking } = numbersOf(textIn(found.order, 'reference_no'));
  const data = {
    ...fieldsIn(found.order),
    shipper_hawbcode: order,
    shipping_method_no: tracking,
    ...(found.made === undefined ? {} : { modify_date: chinaTime(found.made) }),
    status: 'D',
  };
  return { ...SUCCESS, reference_no: number, data };
}

function chinaTime(time: number): string {
  return new Date(time + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

function enveloped(reply: object): string {
  const json = JSON.stringify(reply).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return ENVELOPE.replace(/<response>.*<\/response>/s, () => `<response>${json}</response>`);
}

/** The same envelope with something else in it than JSON. */
export function envelopedText(inner: string): string {
  return ENVELOPE.replace(/<response>.*<\/response>/s, () => `<response>${inner}</response>`);
}

function elementOf(xml: string, name: string): string {
  const content = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
  return content.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: string) => ENTITIES[entity] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
