import type { Reply } from '../carrier';
import { text, type JsonRecord } from '../json';
import { refusal, success } from './envelope';
import type { Orders } from './orders';
import { jobProblems, orderProblems } from './rules';

/** What was handed in by scanform or manifest: accepted, carried out later. */
export interface Job {
  service: string;
  reference: string;
  sent: JsonRecord;
}

export interface Desk {
  orders: Orders;
  jobs: Job[];
}

type Service = (body: JsonRecord, desk: Desk) => Reply;

/** The endpoints of which the path is known; the slash at the end is part of it (`hge.md` 1). */
export const services: ReadonlyMap<string, Service> = new Map<string, Service>([
  ['order_create/', createOrder],
  ['query_order/', queryOrder],
  ['scanform/', (body, desk) => acceptJob('scanform', 'handoverinfo', body, desk)],
  ['manifest/', (body, desk) => acceptJob('manifest', 'handover_mode', body, desk)],
]);

/**
 * `hge.md` 7.3. The answer is not documented: the sandbox gives the pair that query_order takes. What counts as a repeat
 * is not stated either; here it is a `customer_order_num` that exists.
 */
function createOrder(body: JsonRecord, { orders }: Desk): Reply {
  const problems = orderProblems(body);
  if (problems.length > 0) return refusal(400, problems.join(', '));
  if (orders.has(text(body.customer_order_num))) return refusal(301);
  return success({ num_type: 1, num: orders.add(body).number });
}

/** `hge.md` 7.6: the order as it was submitted. `num_type` is a number in the example, `num` a text. */
function queryOrder(body: JsonRecord, { orders }: Desk): Reply {
  if (typeof body.num_type !== 'number') return refusal(400, 'num_type is not number');
  if (typeof body.num !== 'string' || body.num === '') return refusal(400, 'num is not text');
  const order = body.num_type === 1 ? orders.find(body.num) : undefined;
  return order ? success(order.sent) : refusal(400, 'no such order');
}

/** `hge.md` 8.1, 8.3. Asynchronous, and the paths of the result queries are not known: all it says is that it has it. */
function acceptJob(service: string, objectName: string, body: JsonRecord, { jobs }: Desk): Reply {
  const problems = jobProblems(body, objectName);
  if (problems.length > 0) return refusal(400, problems.join(', '));
  jobs.push({ service, reference: text(body.reference_num), sent: body });
  return success(null);
}
