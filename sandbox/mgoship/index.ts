import { randomBytes, timingSafeEqual } from 'node:crypto';
import credentials from '../../examples/credentials.sandbox.json';
import { downloadService, type Carrier, type CarrierRequest, type OrderState } from '../carrier';
import { text } from '../json';
import { drawLabels } from '../label';
import { Links } from '../links';
import { jsonReply, plainReply } from '../reply';
import { actions } from './actions';
import { failure, type Answer } from './answers';
import type { Desk, OutboundOrder } from './desk';
import { form } from './form';
import { invented, MalformedRequest, readEnvelope, type Envelope } from './envelope';
import {
  parcelEvents,
  ParcelOrders,
  statuses,
  writeEvents,
  type ParcelOrder,
  type ParcelStatus,
} from './parcel-orders';
import { fbaSeeds, inboundSeeds, stockSeeds } from './seeds';

const name = 'mgoship';
const prefix = `/${name}`;
const address = `${prefix}/api.php`;
const { appId, appSecret, version } = credentials.mgoshipApi;

/**
 * A stand-in for Mgoship, from `mgoship.md` alone. Its signature rule is INVENTED (see `envelope.ts`): that a client
 * passes here says nothing about the rule of the live service, which is not known.
 */
export function createMgoship(): Carrier {
  const links = new Links(`${prefix}/label/`);
  const parcels = new ParcelOrders();
  const stock = { stockLog: stockSeeds(), fba: fbaSeeds() };
  const orderOf = (number: string) => {
    const order = parcels.find(number);
    if (order) return order;
    throw new RangeError(`number: ${name} has no parcel order "${number}".`);
  };
  let outbound: OutboundOrder[] = [];
  let inbound = inboundSeeds();

  return {
    name,
    prefix,
    address,
    identify({ path, query }) {
      if (links.isLink(path)) return { kind: 'download', service: downloadService, exclusive: false };
      return { kind: 'api', service: query.get('action') ?? '', exclusive: false };
    },
    async handle(request) {
      if (links.isLink(request.path)) return links.open(request);
      if (request.path !== address) return plainReply(404, 'Not found');
      if (request.method !== 'POST') return plainReply(405, 'Only POST', { Allow: 'POST' });
      const host = request.headers.host ?? '127.0.0.1';
      const desk: Desk = {
        parcels,
        outbound,
        inbound,
        ...stock,
        // As in the sample: `inorder/<random>/<orderNo>_<size>.pdf`.
        link: (label, paper, pages) =>
          links.add(host, `inorder/${randomBytes(6).toString('base64url')}/${label}.pdf`, () =>
            drawLabels(pages, paper),
          ),
      };
      return jsonReply(200, answerOf(request, desk));
    },
    state: () => ({ orders: [...parcels.all().map(parcelState), ...outbound.map(outboundState)] }),
    advance(number, status) {
      const order = orderOf(number);
      parcels.move(order, status === undefined ? nextAfter(order.status) : checkedStatus(status));
      return parcelState(order);
    },
    tracking: {
      events: (number) => parcelEvents(orderOf(number)),
      write: (number, events) => writeEvents(orderOf(number), events),
    },
    reset() {
      parcels.clear();
      links.clear();
      outbound = [];
      inbound = inboundSeeds();
    },
    forms: [form],
    faultReplies: new Map([
      ['error-500', () => jsonReply(500, failure('Sandbox fault: 系统错误'))],
      ['no-status', () => jsonReply(200, { data: {} })],
    ]),
  };
}

function answerOf({ query, headers, body }: CarrierRequest, desk: Desk): Answer {
  try {
    const envelope = readEnvelope(query, headers['content-type'] ?? '', body);
    const action = actions.get(`${envelope.module}.${envelope.action}`);
    if (envelope.appid !== appId) return failure('appid不存在');
    if (envelope.version !== version) return failure('version不正确');
    if (!isSigned(envelope)) return failure('签名错误');
    return action ? action(envelope.params, desk) : failure('接口不存在');
  } catch (error) {
    if (error instanceof MalformedRequest) return failure(`请求格式不正确: ${error.message}`);
    throw error;
  }
}

function isSigned(envelope: Envelope): boolean {
  const expected = Buffer.from(invented(appSecret, envelope));
  const given = Buffer.from(envelope.sign);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function nextAfter(status: ParcelStatus): ParcelStatus {
  return statuses[statuses.indexOf(status) + 1] ?? status;
}

function checkedStatus(status: string): ParcelStatus {
  const known = statuses.find((each) => each === status);
  if (!known) throw new RangeError(`status: "${status}" is not one of ${statuses.join(', ')}.`);
  return known;
}

function parcelState({ orderNo, customerno, trackno, status, order, route }: ParcelOrder): OrderState {
  return {
    kind: 'parcel',
    reference: customerno,
    orderNumber: orderNo,
    trackingNumber: trackno,
    status,
    product: text(order.channel),
    country: 'JP',
    weight: Number(text(order.weight)),
    trackingEvents: route.length,
  };
}

function outboundState({ orderNo, sent }: OutboundOrder): OrderState {
  const { sender_info: sender, ship_way: shipWay } = sent;
  return {
    kind: 'outbound',
    reference: sender !== null && typeof sender === 'object' && 'ownNO' in sender ? text(sender.ownNO) : '',
    orderNumber: orderNo,
    trackingNumber: '',
    status: '',
    product: text(shipWay),
    country: 'JP',
    weight: 0,
  };
}
