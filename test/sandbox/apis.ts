import type { Sandbox } from '../../sandbox/server';
import { envelopeXml, order, postXml, responseText, type CarrierName } from './eccang/wire';
import { newOrder, portal, sendSigned } from './etower/wire';
import { found, send } from './hge/wire';
import { by, documentedParams, envelope, parcel, post } from './mgoship/wire';
import { control, exampleJson, asObject, objects, type Answer } from './wire';

/** What the tests of faults ask of one API: every answer as it came. */
export interface Api {
  carrier: string;
  /** Makes an order with a reference. */
  create: (reference: string) => Promise<Response>;
  /** Reads without changing anything: an answer with a list of objects in it. One order must have been made. */
  read: () => Promise<Response>;
  /** Finds the order with that reference. */
  find: (reference: string) => Promise<Response>;
  track?: (reference: string) => Promise<Response>;
  label?: (reference: string) => Promise<Response>;
  /** The JSON text in a body. */
  json: (body: string) => string;
}

export const apiNames = ['eccang', 'huahan', 'hge', 'etower', 'portal', 'mgoship'] as const;
export type ApiName = (typeof apiNames)[number];

/** Events are there from the start, or are brought by looking at a parcel: this many times. */
const looks = 4;

export function apisOf(sandbox: Sandbox): Record<ApiName, Api> {
  return {
    eccang: callService(sandbox, 'eccang'),
    huahan: callService(sandbox, 'huahan'),
    hge: {
      carrier: 'hge',
      create: (reference) => send(sandbox, 'order_create/', hgeOrder(reference)),
      read: () => send(sandbox, 'query_order/', found),
      find: (reference) => send(sandbox, 'query_order/', { num_type: 1, num: reference }),
      json: (body) => body,
    },
    etower: {
      carrier: 'etower',
      create: (reference) => shipper(sandbox, 'orders', [newOrder(reference)]),
      read: () => sendSigned(sandbox, 'GET', '/services/shipper/service-catalog'),
      find: async (reference) => {
        const { body } = await control(sandbox, 'state');
        const own = objects(asObject(body.etower).orders).find((each) => each.reference === reference);
        return shipper(sandbox, 'queryorders', [own?.trackingNumber]);
      },
      track: async (reference) => {
        for (let step = 1; step < looks; step += 1)
          await control(sandbox, 'advance', { carrier: 'etower', number: reference });
        return shipper(sandbox, 'trackingEvents', [reference]);
      },
      label: (reference) => shipper(sandbox, 'labels', { orderIds: [reference], labelFormat: 'ZPL' }),
      json: (body) => body,
    },
    portal: {
      carrier: 'etower',
      create: (reference) => shipper(sandbox, 'orders', [newOrder(reference)]),
      read: () => portal(sandbox, 'channel/servicesByShipperAndCountry?country=AU'),
      find: async (reference) => {
        const { body } = await control(sandbox, 'state');
        const own = objects(asObject(body.etower).orders).find((each) => each.reference === reference);
        return portal(sandbox, `parcel/order/edit/${String(own?.uuid)}`, {
          headers: { 'Content-Type': 'application/json' },
        });
      },
      json: (body) => body,
    },
    mgoship: mgoship(sandbox),
  };
}

function callService(sandbox: Sandbox, carrier: CarrierName): Api {
  const ask = (service: string, params: unknown) => postXml(sandbox, carrier, envelopeXml(carrier, service, params));
  const numbersOf = async (reference: string): Promise<Answer> => {
    const { body } = await control(sandbox, 'state');
    return objects(asObject(body[carrier]).orders).find((each) => each.reference === reference) ?? {};
  };
  return {
    carrier,
    create: (reference) => ask('createOrder', order(carrier, reference)),
    read: () => ask('getShippingMethod', {}),
    find: async (reference) => ask('getOrder', { reference_no: (await numbersOf(reference)).orderNumber }),
    track: async (reference) => {
      for (let step = 1; step < looks; step += 1) await control(sandbox, 'advance', { carrier, number: reference });
      return ask('getCargoTrack', { codes: [(await numbersOf(reference)).trackingNumber], lang: 'EN' });
    },
    label: (reference) => ask('getLabelUrl', { reference_no: reference }),
    json: responseText,
  };
}

function mgoship(sandbox: Sandbox): Api {
  const ask = (module: string, action: string, params: unknown) =>
    post(sandbox, module, action, JSON.stringify(envelope(module, action, params)));
  return {
    carrier: 'mgoship',
    create: (reference) => ask('tms_orders', 'add_tms_order', parcel(reference)),
    read: () => ask('stock', 'get_stock_log', documentedParams('stock.get_stock_log')),
    find: (reference) => ask('tms_orders', 'get_tms_order_detail', by('customerno', reference)),
    track: async (reference) => {
      await control(sandbox, 'advance', { carrier: 'mgoship', number: reference });
      return ask('tms_orders', 'get_tms_order_detail', by('customerno', reference));
    },
    // An inbound order that is there from the start and may be labelled.
    label: () => ask('in_orders', 'get_inorder_label', { orderNo: '121218772474', size: '100' }),
    json: (body) => body,
  };
}

function shipper(sandbox: Sandbox, operation: string, body: unknown): Promise<Response> {
  return sendSigned(sandbox, 'POST', `/services/shipper/${operation}`, body);
}

function hgeOrder(reference: string): Answer {
  return { ...asObject(exampleJson('hge', 'query_order.response.json').data), customer_order_num: reference };
}
