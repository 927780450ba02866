/** The templates of `docs/templates.md`: what is there before each runs, and what must have happened outside of n8n after it. */
import { objectOf, textOf, type JsonObject } from '../carriers/shared/json-value';
import type { WorkflowResult } from '../engine';
import { changeEvents, control } from '../sandbox/control-client';
import { eccangOrder, etowerOrder } from '../sandbox/sample-orders';
import type { Mail } from './mail-recorder';
import { createParcelTable, importOrderTable } from './parcel-table';
import { expectEqual, expectTrue } from './report';
import { createOrders, createParcels, eventOf } from './routine-parcels';
import { playShopify, playWooCommerce } from './template-shops';
import { pinnedTo, type Stage } from './template-stage';
import type { Workspace } from './workspace';

export interface Template {
  /** Its name without the ending, and that of its picture. */
  name: string;
  /** What starts it. */
  trigger: string;
  /** Nodes whose pinned data stand for what comes from outside; all others run. */
  outside?: readonly string[];
  /** Nodes that give something else each day: what is pinned to them stays, and what they gave is not compared with it. */
  varies?: readonly string[];
  prepare?: (stage: Stage, workflow: JsonObject) => Promise<void> | void;
  check: (stage: Stage, result: WorkflowResult) => Promise<void> | void;
}

export const TEMPLATES: readonly Template[] = [
  {
    name: 'daily-orders-to-labels',
    trigger: 'Every Afternoon',
    varies: ['Mail What Is Wrong'],
    prepare: ({ workspace }) => importOrderTable(workspace.rest),
    check: ({ mails }, result) => {
      expectEqual(
        brief(mails.takeMails()),
        [
          { subject: 'Labels of today: 3', files: ['labels.pdf'] },
          { subject: 'Orders to look at: 1', files: [] },
        ],
        'mails',
      );
      expectTrue(/^SHOP-6004: .*street/i.test(line(result, 'What Is Wrong')), line(result, 'What Is Wrong'));
    },
  },
  {
    name: 'shopify-number-and-status',
    trigger: 'Every Hour',
    prepare: async (stage, workflow) => {
      await parcelIn(stage, 'SHOP-2999', 'C');
      stage.shop.answers(playShopify(workflow));
    },
    check: ({ shop }) => {
      const told = shop.takeCalls().map(({ body }) => objectOf(objectOf(JSON.parse(body))['variables']));
      const numbers = told.map(({ fulfillment }) => objectOf(objectOf(fulfillment)['trackingInfo'])['number']);
      // Both are told at once.
      expectEqual(numbers.filter(Boolean).sort(), ['LZ251182118CN', 'LZ251182121CN'], 'numbers told');
      expectEqual(told.map(({ event }) => objectOf(event)['status']).filter(Boolean), ['IN_TRANSIT'], 'status told');
    },
  },
  {
    name: 'woocommerce-number-and-status',
    trigger: 'Every Hour',
    prepare: async (stage, workflow) => {
      await parcelIn(stage, 'SHOP-4001', 'O');
      stage.shop.answers(playWooCommerce(workflow));
    },
    check: ({ shop }) => {
      const [, ...told] = shop.takeCalls().map(({ method, path, body }) => `${method} ${path} ${body}`);
      const orders = '/wp-json/wc/v3/orders';
      expectEqual(
        told,
        [
          `PUT ${orders}/4001 {"status":"completed"}`,
          `PUT ${orders}/4002 {"meta_data":[{"key":"parcel_number","value":"LZ251182118CN"}]}`,
          `POST ${orders}/4002/notes {"note":"Your parcel is on its way. Its number: LZ251182118CN","customer_note":true}`,
        ],
        'told',
      );
    },
  },
  {
    name: 'stuck-parcels-to-chat',
    trigger: 'Every Morning',
    varies: ['Get Updates'],
    prepare: async ({ workspace, shop }) => {
      const numbers = await createParcels(workspace, DAYS.length);
      const events = numbers.map((number, at) =>
        eventOf(number, { daysAgo: DAYS[at] ?? 0, text: 'Arrived at facility' }),
      );
      await changeEvents(workspace.sandbox, ...events);
      await (await createParcelTable(workspace.rest)).insert(numbers);
      shop.answers([{ method: 'POST', path: /^\/hooks\//, json: { ok: true } }]);
    },
    check: ({ shop }) => {
      const [call, ...more] = shop.takeCalls();
      expectEqual(more, [], 'further messages');
      const lines = (textOf(objectOf(JSON.parse(call?.body ?? '{}'))['text']) ?? '').split('\n');
      expectEqual(
        lines.map((each) => each.replace(/ \d+ days$/, ' (days)')),
        ['Stuck parcels: 2', ...[3, 1].map((at) => `HHWSB600500000${at}YQ: picked_up, no news for (days)`)],
        'the message',
      );
    },
  },
  {
    name: 'charges-against-expected',
    trigger: 'Sent Parcels',
    outside: ['Sent Parcels'],
    prepare: async ({ workspace }) => {
      const references = ['SHOP-7001', 'SHOP-7002', 'SHOP-7003'];
      await createOrders(
        workspace,
        'huahan',
        references.map((reference) => eccangOrder(reference)),
      );
      for (const number of references.slice(0, 2)) {
        await control(workspace.sandbox, 'advance', { carrier: 'huahan', number, status: 'V' });
      }
    },
    check: (_, result) => {
      const differing = jsonOf(result, 'Differs').map((row) => without(row, ['Currency']));
      expectEqual(differing, [{ Order: 'SHOP-7002', Expected: 38.5, Charged: 40, Difference: 1.5 }], 'what differs');
      expectEqual(fileOf(result, 'Spreadsheet'), 'charges.xlsx', 'the file');
      expectEqual(jsonOf(result, 'Not Billed Yet').length, 1, 'parcels without charges');
    },
  },
  {
    name: 'cheapest-allowed-product',
    trigger: 'Orders to Send',
    outside: ['Orders to Send'],
    check: (_, result) =>
      expectEqual(
        jsonOf(result, 'What Was Chosen').map(({ order, product, price }) => [order, product, price]),
        [
          ['SHOP-8001', 'eccang:PK0032', '34.20 CNY'],
          ['SHOP-8002', 'huahan:PK0032', '56.10 CNY'],
        ],
        'what was chosen',
      ),
  },
  {
    name: 'hand-over-of-the-day',
    trigger: 'Packed Today',
    outside: ['Packed Today'],
    varies: ['Mail the List'],
    prepare: async ({ workspace }, workflow) => {
      const packed = pinnedTo(workflow, 'Packed Today');
      const orders = packed.map(({ order }) => etowerOrder(textOf(order) ?? ''));
      const made = await createOrders(workspace, 'etower', orders, 'createWithLabel');
      const numbersOf = (all: readonly JsonObject[]) => all.map(({ trackingNumber }) => trackingNumber);
      expectEqual(numbersOf(packed), numbersOf(made), 'numbers in the sample data');
    },
    check: ({ mails }) =>
      expectEqual(
        brief(mails.takeMails()),
        [{ subject: 'Handed over today: 3 parcels', files: ['hand-over.xlsx'] }],
        'mails',
      ),
  },
  {
    name: 'erp-spreadsheet-to-orders',
    trigger: 'Upload a Spreadsheet',
    outside: ['Upload a Spreadsheet', 'Rows'],
    varies: ['Mail the Numbers'],
    check: ({ mails }, result) => {
      expectEqual(
        jsonOf(result, 'Each Order Once').map((row) => [row['Order No'], row['Parcel No']]),
        [
          ['ERP-1001', 'LO423745065CN'],
          ['ERP-1002', 'LZ251182104CN'],
          ['ERP-1003', ''],
        ],
        'orders',
      );
      expectEqual(brief(mails.takeMails()), [NUMBERS_MAIL], 'mails');
    },
  },
  {
    name: 'ask-about-my-parcel',
    trigger: 'Try It Here',
    prepare: ({ workspace }) => parcelToAskAbout(workspace),
    check: (_, result) =>
      expectEqual(
        jsonOf(result, TOLD).map(({ number, status }) => [number, status]),
        [['LO423745065CN', 'in_transit']],
        'what is told',
      ),
  },
];

/** The step that shows what an assistant gets. */
export const TOLD = 'What the Assistant Is Told';

/** It goes on with each look at it: what is told first is the same in every run. */
export async function parcelToAskAbout(workspace: Workspace): Promise<void> {
  await createOrders(workspace, 'huahan', [eccangOrder('SHOP-1001')]);
  await control(workspace.sandbox, 'advance', { carrier: 'huahan', number: 'SHOP-1001', status: 'C' });
}

export const NUMBERS_MAIL = { subject: 'Parcel numbers of 3 orders', files: ['parcel-numbers.xlsx'] };

export function brief(mails: readonly Mail[]): Pick<Mail, 'subject' | 'files'>[] {
  return mails.map(({ subject, files }) => ({ subject, files }));
}

/** For how long each parcel has had no news. */
const DAYS = [9, 0, 12];

/** The first parcel of the sandbox, in a status of the carrier's. */
async function parcelIn({ workspace }: Stage, reference: string, status: string): Promise<void> {
  const [made] = await createOrders(workspace, 'eccangTms', [eccangOrder(reference)]);
  const number = textOf(made?.['orderNumber']) ?? '';
  await control(workspace.sandbox, 'advance', { carrier: 'eccang', number, status });
}

export function without(row: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}

function jsonOf({ nodes }: WorkflowResult, node: string): JsonObject[] {
  return (nodes[node]?.outputs[0] ?? []).map(({ json }) => json);
}

function line(result: WorkflowResult, node: string): string {
  return textOf(jsonOf(result, node)[0]?.['line']) ?? '';
}

function fileOf({ nodes }: WorkflowResult, node: string): string | null | undefined {
  return nodes[node]?.outputs[0]?.[0]?.binary?.['data']?.fileName;
}
