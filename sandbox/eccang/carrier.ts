import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { downloadService, type Carrier, type CarrierRequest, type OrderState, type Reply } from '../carrier';
import { drawLabels } from '../label';
import { Links } from '../links';
import { bodyReply, plainReply } from '../reply';
import { anyNumber } from './numbers';
import { trackingNumber, type Deployment, type Desk } from './deployment';
import { MalformedEnvelope, readEnvelope, writeEnvelope, writeFault, type ServiceCall } from './envelope';
import { eventsOf, moveOn, moveTo, parcelEvents, writeEvents } from './events';
import { formOf } from './form';
import { Orders, wireTime, type Order, type OrderStatus } from './orders';
import { answerCall } from './protocol';

/** Long enough that a second call sent at the same time meets the first one, short enough to cost little. */
const exclusiveMilliseconds = 4;

/** A stand-in for one installation of the Eccang family. */
export function callServiceCarrier(deployment: Deployment): Carrier {
  const { name, prefix } = deployment;
  const address = `${prefix}/default/svc/web-service`;
  const orders = new Orders(deployment.numbering);
  const links = new Links(`${prefix}/PDF/`);
  const envelopes = new WeakMap<CarrierRequest, ServiceCall | MalformedEnvelope>();
  const read = (request: CarrierRequest) => {
    const known = envelopes.get(request) ?? readOrRefuse(request.body);
    envelopes.set(request, known);
    return known;
  };
  const orderOf = (number: string) => {
    const order = orders.find(number, anyNumber);
    if (order) return order;
    throw new RangeError(`number: ${name} has no order "${number}".`);
  };
  const stateOf = (order: Order) => orderState(order, deployment);

  return {
    name,
    prefix,
    address,
    identify(request) {
      if (links.isLink(request.path)) return { kind: 'download', service: downloadService, exclusive: false };
      const call = read(request);
      const service = call instanceof MalformedEnvelope ? '' : call.service;
      return { kind: 'api', service, exclusive: deployment.exclusive.has(service) };
    },
    async handle(request) {
      if (links.isLink(request.path)) return links.open(request);
      if (request.path !== address) return plainReply(404, 'Not found');
      if (request.method !== 'POST') return plainReply(405, 'Only POST', { Allow: 'POST' });
      const call = read(request);
      if (call instanceof MalformedEnvelope) return faultReply(call.message);
      const host = request.headers.host ?? '127.0.0.1';
      const link: Desk['link'] = (paper, pages) =>
        links.add(host, `${randomUUID()}.pdf`, () => drawLabels(pages, paper));
      const answer = answerCall(call, { deployment, orders, link });
      if (deployment.exclusive.has(call.service)) await delay(exclusiveMilliseconds, undefined, { ref: false });
      return xmlReply(200, writeEnvelope(answer));
    },
    state: () => ({ orders: orders.all().map(stateOf) }),
    advance(number, status) {
      const order = orderOf(number);
      if (status === undefined) moveOn(order);
      else moveTo(order, checkedStatus(status));
      return stateOf(order);
    },
    tracking: {
      events: (number) => parcelEvents(orderOf(number)),
      write: (number, events) => writeEvents(orderOf(number), events),
    },
    reset() {
      orders.clear();
      links.clear();
    },
    forms: [formOf(deployment)],
    faultReplies: new Map([['soap-fault', () => faultReply('Sandbox fault: Internal error')]]),
  };
}

function orderState(order: Order, deployment: Deployment): OrderState {
  return {
    reference: order.reference,
    orderNumber: order.waybill,
    trackingNumber: trackingNumber(order, deployment),
    status: order.status,
    product: order.product.code,
    country: order.country,
    weight: order.weight,
    pieces: order.pieces,
    trackingEvents: eventsOf(order).length,
    createdAt: wireTime(order.created),
    modifiedAt: wireTime(order.modified),
    ...(order.holdRemark === '' ? {} : { holdRemark: order.holdRemark }),
  };
}

const statuses: ReadonlySet<string> = new Set<OrderStatus>(['D', 'P', 'V', 'C', 'Q', 'E', 'O', 'U', 'R']);

function checkedStatus(status: string): OrderStatus {
  if (!isStatus(status)) throw new RangeError(`status: "${status}" is not one of ${[...statuses].join(', ')}.`);
  return status;
}

function isStatus(status: string): status is OrderStatus {
  return statuses.has(status);
}

function readOrRefuse(body: Buffer): ServiceCall | MalformedEnvelope {
  try {
    return readEnvelope(body);
  } catch (error) {
    if (error instanceof MalformedEnvelope) return error;
    throw error;
  }
}

function faultReply(message: string): Reply {
  return xmlReply(500, writeFault(message));
}

function xmlReply(status: number, xml: string): Reply {
  return bodyReply(status, 'text/xml; charset=utf-8', xml);
}
