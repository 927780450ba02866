import fc from 'fast-check';
import {
  ECCANG,
  checkOrder as checkEccangOrder,
  checkQuoteRequest,
  QUOTE,
  validationRequestOf,
} from '../../carriers/eccang';
import * as etower from '../../carriers/etower';
import * as hge from '../../carriers/hge';
import { HUAHAN } from '../../carriers/huahan';
import * as mgoship from '../../carriers/mgoship';
import { isObject, objectAsIs, type JsonObject } from '#carriers/shared/json-value';
import type { RequestTable } from '#carriers/shared/request';
import { RequestError } from '#carriers/shared/request-check';
import type { Rows } from '#carriers/shared/rows';
import { parseJson } from '../../carriers/http';
import { documentedJson } from '../documented';
import { choosing } from './disturbances';
import { hostileJson, HOSTILE_NAMES, planted } from './hostile';
import { always } from './property';

interface Request {
  table: RequestTable;
  /** What goes out, or a RequestError. */
  check: (request: JsonObject) => JsonObject;
  sample: unknown;
}

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const ofHge = (table: RequestTable, sample: unknown): Request => ({
  table,
  check: (body) => hge.checkBody(table, body),
  sample,
});
const filters = ({ filters: table }: mgoship.List): Request => ({
  table,
  check: (given) => table.check(given),
  sample: {},
});

const sampleOf = (carrier: string, name: string): unknown => first(documentedJson(carrier, `${name}.request.json`));
const paramsOf = (name: string): unknown => objectAsIs(documentedJson('mgoship', `${name}.json`))['params'];
const handover = objectAsIs(sampleOf('etower', 'handover'));

/** Every request that is checked against a table. */
const REQUESTS: Readonly<Record<string, Request>> = {
  'Eccang order': {
    table: ECCANG.order,
    check: (order) => checkEccangOrder(ECCANG, order),
    sample: sampleOf('eccang', 'createOrder'),
  },
  'Eccang validation': {
    table: ECCANG.order,
    check: validationRequestOf,
    sample: sampleOf('eccang', 'addressValidate'),
  },
  'Eccang quote': { table: QUOTE, check: checkQuoteRequest, sample: sampleOf('eccang', 'feeTrail') },
  'Huahan order': {
    table: HUAHAN.order,
    check: (order) => checkEccangOrder(HUAHAN, order),
    sample: sampleOf('huahan', 'createOrder'),
  },
  'eTower order': { table: etower.ORDER, check: etower.checkOrder, sample: sampleOf('etower', 'create-orders') },
  'eTower update': { table: etower.UPDATE, check: etower.checkUpdate, sample: sampleOf('etower', 'update-order') },
  'eTower pickup': { table: etower.PICKUP, check: etower.checkPickup, sample: sampleOf('etower', 'pickup-requests') },
  'eTower handover': { table: etower.HANDOVER, check: etower.checkHandover, sample: handover },
  'eTower bag': { table: etower.BAG, check: etower.checkBag, sample: first(handover['bags']) },
  'HGE order': ofHge(hge.ORDER, sampleOf('hge', 'order_create.partial')),
  'HGE manifest': ofHge(hge.manifest.table, sampleOf('hge', 'manifest.partial')),
  'HGE scan form': ofHge(hge.scanForm.table, sampleOf('hge', 'scanform.partial')),
  'Mgoship parcel order': {
    table: mgoship.PARCEL_ORDER,
    check: mgoship.parcelOrderParams,
    sample: paramsOf('tms_orders.add_tms_order.request.partial'),
  },
  'Mgoship outbound order': {
    table: mgoship.OUTBOUND_ORDER,
    check: mgoship.outboundOrderParams,
    sample: paramsOf('out_orders.add_out_order.request.partial'),
  },
  'Mgoship rate': { table: mgoship.ESTIMATE, check: mgoship.rateParams, sample: paramsOf('base.cal_ship_fee.request') },
  'Mgoship inbound orders': filters(mgoship.INBOUND_ORDERS),
  'Mgoship stock log': filters(mgoship.STOCK_LOG),
  'Mgoship FBA orders': filters(mgoship.FBA_ORDERS),
};

/** A request of the documented fields, and of hostile ones, with anything in them. */
function strange(rows: Rows): fc.Arbitrary<string> {
  const names = fc.constantFrom(...Object.keys(rows), ...HOSTILE_NAMES);
  return fc
    .array(fc.tuple(names, hostileJson), { maxLength: 6 })
    .map((entries) => `{${entries.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join()}}`);
}

const cases = fc.constantFrom(...Object.entries(REQUESTS)).chain(([name, request]) =>
  fc.tuple(
    fc.constant(name),
    fc.oneof(
      strange(request.table.rows),
      fc
        .tuple(hostileJson, fc.array(fc.nat(9999), { minLength: 6, maxLength: 12 }))
        .map(([json, numbers]) => planted(request.sample, json, choosing(numbers))),
    ),
  ),
);

it('any JSON is passed as a request, or refused by field', () => {
  always(
    fc.property(cases, ([name, json]) => {
      const given = parseJson(json);
      const request = REQUESTS[name];
      if (!request || !isObject(given)) return;
      const { table, check } = request;
      try {
        const folded = table.folded(given, () => undefined);
        expect(Object.keys(folded)).toEqual(Object.keys(given));
        const sent = check(folded);
        expect(namesIn(sent)).toEqual(expect.arrayContaining(namesIn(folded)));
        JSON.stringify(sent);
      } catch (error) {
        if (!(error instanceof RequestError)) throw error;
        expect(error.problems).not.toEqual([]);
        for (const { problem } of error.problems) expect(problem).toMatch(/^\S/);
      }
    }),
  );
});

/** Fields of which something is sent. */
function namesIn(request: JsonObject): string[] {
  return Object.entries(request).flatMap(([name, value]) => ((value ?? '') === '' ? [] : [name]));
}
