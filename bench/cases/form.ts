import type { Case, FormCarrier, Mark, OrderForm, Row } from '../case';
import { createStep } from '../forms';

const CARRIERS: readonly FormCarrier[] = ['eccang', 'huahan', 'etower', 'hge', 'mgoship'];
const EXTENTS = ['typical', 'full'] as const;
const COUNT = 100;
const AT_ONCE = 10;
const LINES = 20;
const MANY = 1000;

/** Warm-up of what takes n8n long for each item. */
const FEW = 20;
const COMPUTED = 'form, computed expressions';
const EACH_BY_ITSELF =
  'Only n8n may evaluate an expression that does more than point at a value, and it takes its time for each. Each is evaluated once per item: the row "n8n\'s evaluation, field by field" is the floor of it. Expressions that only point at values of the item are asked for once per run.';

const nameOf = ({ carrier, extent }: OrderForm, how: string): string => `${carrier}, ${extent}: ${how}`;
const common = { kind: 'workflow', roundTrip: 0, atOnce: AT_ONCE } as const;

function rowsOf(order: OrderForm): Row[] {
  const json = nameOf(order, 'JSON');
  const filled = (own: OrderForm) => ({
    ...common,
    chains: [[createStep(own, 'form', AT_ONCE)]],
    items: { of: { order: own, from: 'form' }, count: COUNT } as const,
  });
  const computed: OrderForm = { ...order, computes: true };
  return [
    {
      name: json,
      job: {
        ...common,
        chains: [[createStep(order, 'json', AT_ONCE)]],
        items: { of: { order, from: 'json' }, count: COUNT },
      },
    },
    { name: nameOf(order, 'form'), beside: json, job: filled(order) },
    ...(order.extent === 'typical'
      ? [{ name: nameOf(order, COMPUTED), beside: json, job: { ...filled(computed), warmUp: FEW } }]
      : []),
    {
      name: nameOf(order, "n8n's evaluation, field by field"),
      isPeer: true,
      beside: json,
      job: { ...filled(order), onlyEvaluates: true, warmUp: FEW },
      runs: 2,
    },
  ];
}

function marksOf(order: OrderForm): Mark[] {
  const atMost = order.extent === 'typical' ? 1.5 : 3;
  const ways = order.extent === 'typical' ? ['form', COMPUTED] : ['form'];
  return ways.map((way) => ({
    says: `CPU of the form at most ${atMost} x that of JSON`,
    measure: 'cpuMsPerItem',
    row: nameOf(order, way),
    than: nameOf(order, 'JSON'),
    atMost,
    ...(way === COMPUTED ? { whenMissed: EACH_BY_ITSELF } : {}),
  }));
}

/** Goods that are a list, dragged into a typical form. */
const LISTED: OrderForm = { carrier: 'eccang', extent: 'typical', lines: LINES };
const LIST = `form, list of ${LINES} lines`;
const LIST_IN_JSON = `JSON, ${LINES} lines`;

function listRowsOf(order: OrderForm): Row[] {
  const rowOf = (how: string, from: 'form' | 'json'): Row => ({
    name: nameOf(order, how),
    ...(from === 'form' ? { beside: nameOf(order, LIST_IN_JSON) } : {}),
    job: {
      ...common,
      chains: [[createStep(order, from, AT_ONCE)]],
      items: { of: { order, from }, count: MANY },
      warmUp: FEW,
    },
  });
  return [rowOf(LIST_IN_JSON, 'json'), rowOf(LIST, 'form')];
}

function listMarkOf(order: OrderForm): Mark {
  return {
    says: `CPU of the form with a list of ${LINES} lines at most 1.5 x that of JSON, ${MANY} orders`,
    measure: 'cpuMsPerItem',
    row: nameOf(order, LIST),
    than: nameOf(order, LIST_IN_JSON),
    atMost: 1.5,
  };
}

const ORDERS = CARRIERS.flatMap((carrier) => EXTENTS.map((extent): OrderForm => ({ carrier, extent })));

export const form: Case = {
  name: 'form',
  title: 'Orders created from the form and from JSON',
  rows: [...ORDERS.flatMap(rowsOf), ...listRowsOf(LISTED)],
  marks: [...ORDERS.flatMap(marksOf), listMarkOf(LISTED)],
  limits:
    "n8n's evaluation of expressions, which takes about as long for one as for fifty ways to values within one. Fields into which a value was dragged, as users fill in a form, are asked for together, and those of the item itself once per run; an expression that computes is asked for by itself. Field by field: what n8n needs when each parameter is asked for once per item, which is the floor for computed ones. A full form has an expression in every field, a typical one in the reference, the weight and the recipient.",
};
