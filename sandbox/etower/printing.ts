import { record, text, texts, type JsonRecord } from '../json';
import { envelope, failed, nothingGiven, refusal, succeeded, tooMany, unknownOrder } from './answers';
import { createOrder } from './creation';
import { formats, papers, printAll, printOne, type Printing } from './labels';
import type { Orders } from './orders';

/** `etower.md` B.4.3. */
export async function printLabels(body: unknown, orders: Orders): Promise<JsonRecord> {
  const sent = record(body);
  const printing = printingOf(sent);
  if (!printing) return refusal(100001, 'Wrong label format or label type');
  const merged = sent.merged === true;
  if (merged && !['', 'PDF'].includes(printing.format)) return refusal(100001, 'Only PDF can be merged');
  const asked = texts(sent.orderIds) ?? texts(sent.masterIds);
  if (!asked) return nothingGiven;
  const isMaster = texts(sent.orderIds) === undefined;
  const found = asked.map((number) => ({
    number,
    order: isMaster ? orders.byReference(number) : orders.byAny(number),
  }));
  const printed = found.flatMap(({ number, order }) =>
    order ? [order, ...(isMaster ? order.pieces : [])].map((each) => ({ number, order: each })) : [],
  );
  const file = merged
    ? await printAll(
        printed.map(({ order }) => order),
        printing,
      )
    : undefined;
  const entries = await Promise.all(
    printed.map(async ({ number, order }, index) => {
      if (order.stage === 'created') order.stage = 'labelled';
      const files = merged ? [index === 0 ? file : null] : await printOne(order, printing);
      return succeeded({
        labelContent: files.length === 1 ? files[0] : null,
        orderId: isMaster ? order.reference : number,
        trackingNo: order.tracking === '' ? null : order.tracking,
        labelContents: files.length === 1 ? null : files,
        lastMileCarrier: order.service.provider,
        ...(isMaster ? { masterRefno: number } : {}),
      });
    }),
  );
  const unknown = found.filter(({ order }) => !order).map(({ number }) => failed([unknownOrder], { orderId: number }));
  return envelope([...entries, ...unknown]);
}

/** B.4.2. */
export async function createWithLabels(body: unknown, orders: Orders): Promise<JsonRecord> {
  const sent = record(body);
  const printing = printingOf(sent);
  if (!printing) return refusal(100001, 'Wrong label format or label type');
  if (!Array.isArray(sent.orders) || sent.orders.length === 0) return nothingGiven;
  if (sent.orders.length > 300) return tooMany;
  const created = sent.orders.map((order: unknown) => createOrder(order, orders));
  const entries = await Promise.all(
    created.map(async ({ entry, order }) => {
      if (!order) return entry;
      order.stage = 'labelled';
      const [labelContent] = await printOne(order, printing);
      return { ...entry, labelContent };
    }),
  );
  return envelope(entries);
}

function printingOf(sent: JsonRecord): Printing | undefined {
  const paper = papers.get(text(sent.labelType));
  const format = text(sent.labelFormat).toUpperCase();
  const dpi = Number(text(sent.dpi) || 300);
  if (!paper || !formats.includes(format) || ![203, 300].includes(dpi)) return undefined;
  return { paper, format, dpi, packingList: sent.packinglist === true };
}
