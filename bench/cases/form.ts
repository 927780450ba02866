import type { Case, FormCarrier, Mark, OrderForm, Row } from '../case';
import { createStep } from '../forms';

const CARRIERS: readonly FormCarrier[] = ['eccang', 'huahan', 'etower', 'hge', 'mgoship'];
const EXTENTS = ['typical', 'full'] as const;
const COUNT = 100;
const AT_ONCE = 10;

const nameOf = ({ carrier, extent }: OrderForm, how: string): string => `${carrier}, ${extent}: ${how}`;
const common = { kind: 'workflow', roundTrip: 0, atOnce: AT_ONCE } as const;

function rowsOf(order: OrderForm): Row[] {
  const form = createStep(order, 'form', AT_ONCE);
  const json = nameOf(order, 'JSON');
  const filled = { of: { order, from: 'form' }, count: COUNT } as const;
  return [
    {
      name: json,
      job: {
        ...common,
        chains: [[createStep(order, 'json', AT_ONCE)]],
        items: { of: { order, from: 'json' }, count: COUNT },
      },
    },
    { name: nameOf(order, 'form'), beside: json, job: { ...common, chains: [[form]], items: filled } },
    {
      name: nameOf(order, "n8n's evaluation alone"),
      isPeer: true,
      beside: json,
      job: { ...common, chains: [[form]], items: filled, onlyEvaluates: true },
    },
  ];
}

function markOf(order: OrderForm): Mark {
  const atMost = order.extent === 'typical' ? 1.5 : 3;
  return {
    says: `CPU of the form at most ${atMost} x that of JSON`,
    measure: 'cpuMsPerItem',
    row: nameOf(order, 'form'),
    than: nameOf(order, 'JSON'),
    atMost,
  };
}

const ORDERS = CARRIERS.flatMap((carrier) => EXTENTS.map((extent): OrderForm => ({ carrier, extent })));

export const form: Case = {
  name: 'form',
  title: 'Orders created from the form and from JSON',
  rows: ORDERS.flatMap(rowsOf),
  marks: ORDERS.map(markOf),
  limits:
    "n8n's evaluation of expressions, which is the floor: each parameter with an expression in it is evaluated once per item. A full form has an expression in every field, a typical one in the reference, the weight and the recipient.",
};
