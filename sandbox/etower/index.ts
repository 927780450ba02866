import { downloadService, type Carrier, type CarrierRequest, type Reply } from '../carrier';
import { Links } from '../links';
import { plainReply } from '../reply';
import { json, refusal } from './answers';
import { eventCodes, moveOn, parcelEvents } from './events';
import { integrationForm, portalForm } from './form';
import { catalogue, deleteOrder, operations } from './operations';
import { Orders, stateOf, type Order, type Stage } from './orders';
import { createPortal, portalPath } from './portal';
import { signatureProblem } from './signature';

const prefix = '/etower';
const integrationPath = `${prefix}/services/shipper/`;
const hour = 3_600_000;

/** A stand-in for one eTower tenant: the integration API and the portal of the same shipper, `etower.md`. */
export function createEtower(): Carrier {
  const orders = new Orders();
  const portal = createPortal(orders);
  const links = new Links(`${prefix}/labels/`);
  let aheadMs = 0;
  const orderOf = (number: string) => {
    const order = orders.byAny(number);
    if (order) return order;
    throw new RangeError(`number: etower has no order "${number}".`);
  };
  const now = () => Date.now() + aheadMs;

  return {
    name: 'etower',
    prefix,
    address: prefix,
    identify: ({ path }) =>
      links.isLink(path)
        ? { kind: 'download', service: downloadService, exclusive: false }
        : { kind: 'api', service: serviceOf(path), exclusive: false },
    async handle(request) {
      const { path } = request;
      if (links.isLink(path)) return links.open(request);
      const reply = path.startsWith(integrationPath)
        ? await answerSigned(request, orders, now())
        : path.startsWith(`${prefix}${portalPath}`)
          ? await portal.answer(request, path.slice(prefix.length))
          : plainReply(404, 'Not found');
      return dated(reply, now());
    },
    state: () => ({ orders: orders.all().map(stateOf) }),
    advance(number, status) {
      const order = orderOf(number);
      if (status === undefined) moveOn(order);
      else moveTo(order, status);
      return stateOf(order);
    },
    tracking: {
      events: (number) => [...parcelEvents(orderOf(number))],
      write(number, events) {
        orderOf(number).written = events;
      },
    },
    reset() {
      orders.clear();
      portal.reset();
      links.clear();
      aheadMs = 0;
    },
    forms: [integrationForm(links), portalForm],
    faultReplies: new Map([
      // From now on the carrier's clock is an hour ahead, as its Date header says.
      [
        'clock-ahead',
        () => {
          aheadMs = hour;
          return dated(unauthorized('X-WallTech-Date is more than 15 minutes off'), now());
        },
      ],
    ]),
  };
}

async function answerSigned(request: CarrierRequest, orders: Orders, now: number): Promise<Reply> {
  const problem = signatureProblem(request, now);
  if (problem !== undefined) return unauthorized(problem);
  const operation = request.path.slice(integrationPath.length);
  if (request.method === 'GET' && operation === 'service-catalog') return json(200, catalogue());
  if (request.method === 'DELETE' && operation.startsWith('order/')) {
    return json(200, deleteOrder(decodeURIComponent(operation.slice('order/'.length)), orders));
  }
  const answer = request.method === 'POST' ? operations.get(operation) : undefined;
  if (!answer) return json(404, refusal(100001, `No operation ${request.method} ${operation}`));
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    return json(400, refusal(100001, 'Content-Type must be application/json'));
  }
  try {
    return json(200, await answer(JSON.parse(request.body.toString('utf8')), orders));
  } catch (error) {
    if (error instanceof SyntaxError) return json(400, refusal(100001, 'The body is not JSON'));
    throw error;
  }
}

function unauthorized(message: string): Reply {
  return json(401, refusal(100002, message));
}

function dated(reply: Reply, now: number): Reply {
  return { ...reply, headers: { ...reply.headers, Date: new Date(now).toUTCString() } };
}

/** The first part below the API's folder; what follows is a number. */
function serviceOf(path: string): string {
  if (path.startsWith(integrationPath)) return path.slice(integrationPath.length).split('/')[0] ?? '';
  return path.slice(prefix.length + portalPath.length).replace(/^(parcel\/order\/edit)\/.*$/, '$1');
}

const stages: readonly string[] = ['created', 'labelled', 'forecast'] satisfies Stage[];

function isStage(status: string): status is Stage {
  return stages.includes(status);
}

function moveTo(order: Order, status: string): void {
  if (isStage(status)) order.stage = status;
  else if (eventCodes.includes(status)) order.step = eventCodes.indexOf(status) + 1;
  else throw new RangeError(`status: "${status}" is not one of ${[...stages, ...eventCodes].join(', ')}.`);
}
