/** The node of all carriers in n8n's editor: the examples with it, what its form shows, and a credential that is missing. */
import { PDFDocument } from 'pdf-lib';
import { objectOf, textOf, type JsonObject } from '../../carriers/shared/json-value';
import type { OutputItem, WorkflowResult } from '../../engine';
import { ordersAt } from '../../sandbox/control-client';
import { Editor } from '../editor';
import { resultOf, startManually } from '../execution';
import { expectEqual, expectTrue, type Report } from '../report';
import {
  importExample,
  nodesOf,
  readExamples,
  resetSandbox,
  triggerOf,
  type Example,
  type Workspace,
} from '../workspace';
import { checkParcelForm } from './any-carrier-form';

const SHIP = 'ship-with-any-carrier.workflow.json';
const RATES = 'compare-rates.workflow.json';

export async function checkAnyCarrier(report: Report, workspace: Workspace): Promise<void> {
  report.part('Any carrier: one step for all');
  const editor = await report.check('Chromium opens the editor', () => Editor.open(workspace.rest));
  if (!editor) return;
  try {
    await checkShipping(report, workspace, editor);
    await report.check(`${RATES}: every rate is ranked in its currency, the cheapest one is chosen`, () =>
      compareRates(workspace, editor),
    );
    await checkParcelForm(report, workspace, editor);
    await report.check('a missing credential fails the items of its carrier alone, and nothing is sent for them', () =>
      runWithOneCredential(workspace),
    );
  } finally {
    await editor.close();
  }
}

async function checkShipping(report: Report, workspace: Workspace, editor: Editor): Promise<void> {
  const example = await exampleNamed(workspace, SHIP);
  await resetSandbox(workspace.sandbox);
  const result = await report.check(`${SHIP}: runs in the editor`, async () => {
    await editor.openWorkflow(await importExample(workspace.rest, example));
    const executionId = await editor.execute();
    await editor.screenshot('ship-with-any-carrier');
    return resultOf(workspace.rest, executionId);
  });
  if (!result) return;
  await report.check('every order has the number that its carrier gave it, in the order of the items', () =>
    checkNumbers(workspace, example, result),
  );
  await report.check(
    'the order that names no carrier leaves alone; carriers without labels leave before the sheet',
    () => checkLeaving(result),
  );
  await report.check('one PDF: the labels by their places in the warehouse, four on a page of A4', () =>
    checkSheet(editor, result),
  );
}

/** Those that are sent: the last one names no carrier. */
function sentOf({ items }: Example): readonly JsonObject[] {
  return items.slice(0, -1);
}

async function checkNumbers({ sandbox }: Workspace, example: Example, result: WorkflowResult): Promise<void> {
  const created = jsonOf(result, 'Create Orders');
  expectEqual(created.map(idsOf), sentOf(example).map(carrierAndOrder), 'orders that were created');
  for (const order of created) {
    const [carrier = '', reference] = idsOf(order);
    const [held] = (await ordersAt(sandbox, carrier)).filter((each) => each['reference'] === reference);
    const number = textOf(held?.['orderNumber']) ?? 'no order';
    // What HGE answers is not documented, and stands in the output as it is.
    const shown = JSON.stringify(carrier === 'hge' ? order['answer'] : order['orderNumber']);
    expectTrue(shown.includes(number), `${carrier}: ${reference} has ${shown}, and ${number} at the carrier`);
  }
}

function checkLeaving(result: WorkflowResult): void {
  const [refused] = itemsOf(result, 'Refused Orders');
  expectEqual(refused?.json['order'], 'SHOP-5013', 'the refused order');
  const error = textOf(refused?.json['error']) ?? '';
  expectTrue(error.startsWith('Carrier is "own van"'), `Its error: ${error}`);
  const left = jsonOf(result, 'Orders Without a Label');
  const names: Readonly<Record<string, string>> = { hge: 'HGE', mgoship: 'Mgoship' };
  expectEqual(
    left.map(({ reference, error }) => [reference, error]),
    ['SHOP-5003 mgoship', 'SHOP-5005 hge', 'SHOP-5009 mgoship', 'SHOP-5011 hge'].map((order) => {
      const [reference, carrier = ''] = order.split(' ');
      const name = names[carrier] ?? '';
      return [reference, `Label: Get is not documented for ${name}: use ${name}: Endpoint: Call`];
    }),
    'orders without a label',
  );
}

/** By the column "place", B-1, C-2, C-7, C-11. */
const PRINTED = [
  ...['SHOP-5004', 'SHOP-5007', 'SHOP-5002', 'SHOP-5010'],
  ...['SHOP-5006', 'SHOP-5012', 'SHOP-5001', 'SHOP-5008'],
];

async function checkSheet(editor: Editor, result: WorkflowResult): Promise<void> {
  const [sheet, ...others] = jsonOf(result, 'One Sheet of Labels');
  const pages = PRINTED.map((reference, at) => {
    const page = at < 4 ? 1 : 2;
    return { reference, file: 'labels.pdf', from: page, to: page };
  });
  const told = Array.isArray(sheet?.['pages']) ? sheet['pages'].map(objectOf) : [];
  expectEqual(
    told.map(({ reference, file, from, to }) => ({ reference, file, from, to })),
    pages,
    'pages',
  );
  expectEqual(others, [], 'further sheets');
  await editor.openOutput('One Sheet of Labels');
  await editor.part('output-panel').getByTestId('radio-button-binary').click();
  const [, bytes] = await editor.downloadFile();
  const drawn = (await PDFDocument.load(bytes)).getPages();
  const millimetres = (points: number): number => Math.round((points * 25.4) / 72);
  expectEqual(
    drawn.map((page) => [millimetres(page.getWidth()), millimetres(page.getHeight())]),
    [
      [210, 297],
      [210, 297],
    ],
    'pages of the PDF in millimetres',
  );
  await editor.closeNode();
}

async function compareRates(workspace: Workspace, editor: Editor): Promise<void> {
  const { rest, sandbox } = workspace;
  await resetSandbox(sandbox);
  await editor.openWorkflow(await importExample(rest, await exampleNamed(workspace, RATES)));
  const executionId = await editor.execute();
  await editor.screenshot('compare-rates');
  const result = await resultOf(rest, executionId);
  const rates = jsonOf(result, 'All Rates');
  expectTrue(rates.length > 0, 'There are no rates');
  const unnamed = rates.filter(({ rank, currency }) => rank !== undefined && currency === undefined);
  expectEqual(unnamed, [], 'ranked rates without a currency');
  const chosen = jsonOf(result, 'One Rate per Order');
  expectEqual(
    chosen.map(({ rank, currency }) => [rank, currency]),
    chosen.map(() => [1, 'CNY']),
    'the chosen rates',
  );
  expectEqual(chosen.length, 2, 'orders with a rate');
}

/** Huahan's is chosen; the others have no credential in the node. */
async function runWithOneCredential(workspace: Workspace): Promise<void> {
  const { rest, sandbox } = workspace;
  const example = await exampleNamed(workspace, SHIP);
  await resetSandbox(sandbox);
  const nodes = nodesOf(example.workflow).map((node) => {
    const { huahanApi } = objectOf(node['credentials']);
    return huahanApi === undefined ? node : { ...node, credentials: { huahanApi } };
  });
  const workflowId = await importExample(rest, { ...example, workflow: { ...example.workflow, nodes } });
  const result = await resultOf(rest, await startManually(rest, workflowId, triggerOf(example.workflow)));
  const expected = sentOf(example).map(carrierAndOrder);
  const isOfHuahan = ([carrier]: readonly string[]): boolean => carrier === 'huahan';
  expectEqual(jsonOf(result, 'Create Orders').map(idsOf), expected.filter(isOfHuahan), 'created orders');
  const failed = jsonOf(result, 'Create Orders', 1);
  expectEqual(
    failed.slice(0, -1).map(({ order, error }) => [order, String(error).replace(/^No credential of (\w+).*/, '$1')]),
    expected.filter((each) => !isOfHuahan(each)).map(([carrier = '', order]) => [order, NAMES[carrier]]),
    'items without a credential',
  );
  for (const carrier of Object.keys(NAMES)) {
    expectEqual(await ordersAt(sandbox, carrier), [], `orders at ${carrier}`);
  }
}

const NAMES: Readonly<Record<string, string>> = { eccang: 'Eccang', etower: 'eTower', hge: 'HGE', mgoship: 'Mgoship' };

async function exampleNamed(workspace: Workspace, name: string): Promise<Example> {
  const example = (await readExamples(workspace)).find(({ file }) => file === name);
  if (!example) throw new Error(`${name} is missing`);
  return example;
}

function carrierAndOrder({ carrier, order }: JsonObject): string[] {
  return [String(carrier).toLowerCase(), String(order)];
}

function idsOf({ carrier, reference }: JsonObject): string[] {
  return [String(carrier), String(reference)];
}

function itemsOf(result: WorkflowResult, node: string, output = 0): readonly OutputItem[] {
  return result.nodes[node]?.outputs[output] ?? [];
}

function jsonOf(result: WorkflowResult, node: string, output = 0): JsonObject[] {
  return itemsOf(result, node, output).map(({ json }) => json);
}
