/** Every template in a real n8n, against the sandbox and with recorders in the place of shops, mails and chats. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { objectOf, type JsonObject } from '../../carriers/shared/json-value';
import { PROJECT_ROOT, type WorkflowResult } from '../../engine';
import { readJson } from '../../engine/json-files';
import { ordersAt } from '../../sandbox/control-client';
import { Editor } from '../editor';
import { resultOf, runOf, startManually } from '../execution';
import { waitFor } from '../machine';
import { McpClient } from '../mcp-client';
import { expectEqual, expectTrue, type Report } from '../report';
import { openStage, pinnedTo, publish, readTemplate, type Stage } from '../template-stage';
import { brief, NUMBERS_MAIL, parcelToAskAbout, TEMPLATES, TOLD, without, type Template } from '../templates';
import { importWorkflow, oneCallAtATime, resetSandbox, type Workspace } from '../workspace';

/** `PIN_TEMPLATES=1` writes what each step gave into the templates, as their sample data. */
const PINS = process.env['PIN_TEMPLATES'] === '1';

const EXAMPLES = path.join(PROJECT_ROOT, 'examples');

const CARRIERS = ['eccang', 'etower', 'huahan', 'mgoship'];

export async function checkTemplates(report: Report, workspace: Workspace): Promise<void> {
  report.part('Templates: each does its work');
  const editor = await report.check('Chromium opens the editor', () => Editor.open(workspace.rest));
  if (!editor) return;
  const stage = await openStage(workspace);
  try {
    for (const template of TEMPLATES) {
      await report.check(`${template.name}: as it comes, it reaches nobody`, () => runAsItComes(stage, template));
      await report.check(`${template.name}: without its sample data`, () => runTemplate(stage, editor, template));
    }
    await report.check('a spreadsheet that is uploaded on the page of its template', () => uploadSpreadsheet(stage));
    await report.check('an assistant asks about a parcel, and can do nothing else', () => askAboutParcel(stage));
  } finally {
    await editor.close();
    await stage.close();
  }
}

/** As after the import, then with the accounts of a user: either run goes through, and reaches nobody. */
async function runAsItComes(stage: Stage, { name, trigger }: Template): Promise<void> {
  const { rest, sandbox } = stage.workspace;
  await resetSandbox(sandbox);
  const imported = objectOf(await readJson(path.join(EXAMPLES, fileOf(name))));
  for (const workflow of [imported, await readTemplate(stage, fileOf(name))]) {
    const result = await resultOf(rest, await startManually(rest, await importWorkflow(rest, workflow), trigger));
    expectEqual(result.status, 'success', result.error?.message ?? 'status of the run');
  }
  for (const carrier of CARRIERS) expectEqual(await ordersAt(sandbox, carrier), [], `orders at ${carrier}`);
  expectEqual(stage.shop.takeCalls(), [], 'calls of the shop or the chat');
  expectEqual(stage.mails.takeMails(), [], 'mails');
}

async function runTemplate(stage: Stage, editor: Editor, template: Template): Promise<void> {
  const { name, outside = [], varies = [], prepare, check } = template;
  const { rest, sandbox } = stage.workspace;
  await resetSandbox(sandbox);
  const workflow = oneCallAtATime(await readTemplate(stage, fileOf(name)));
  await prepare?.(stage, workflow);
  const all = Object.entries(objectOf(workflow['pinData']));
  const pinData = Object.fromEntries(all.filter(([node]) => outside.includes(node)));
  await editor.openWorkflow(await importWorkflow(rest, { ...workflow, pinData }));
  const result = await resultOf(rest, await editor.execute());
  await editor.screenshot(`template-${name}`);
  expectEqual(result.status, 'success', result.error?.message ?? 'status of the run');
  const steps = all.map(([node]) => node).filter((node) => ![...outside, ...varies].includes(node));
  if (PINS) await pin(fileOf(name), steps, result);
  else for (const node of steps) compare(node, workflow, result);
  await check(stage, result);
}

/** What a step gave is what its sample data say. */
function compare(node: string, workflow: JsonObject, { nodes }: WorkflowResult): void {
  const given = (nodes[node]?.outputs[0] ?? []).map(({ json }) => without(json, WRITTEN));
  expectEqual(given, pinnedTo(workflow, node), node);
}

/** Moments at which n8n wrote a row of a table. */
const WRITTEN = ['createdAt', 'updatedAt'];

async function pin(file: string, steps: readonly string[], { nodes }: WorkflowResult): Promise<void> {
  const place = path.join(EXAMPLES, file);
  const template = objectOf(JSON.parse(await readFile(place, 'utf8')));
  const given = steps.map((node) => {
    const items = nodes[node]?.outputs[0] ?? [];
    return [node, items.map(({ json, pairedItem }) => ({ json: without(json, WRITTEN), pairedItem }))] as const;
  });
  const pinData = { ...objectOf(template['pinData']), ...Object.fromEntries(given) };
  await writeFile(place, `${JSON.stringify({ ...template, pinData }, null, 2)}\n`);
}

const ERP = 'erp-spreadsheet-to-orders';

/** As a colleague does it: the page of the published workflow, and a file that n8n's own node made of the sample rows. */
async function uploadSpreadsheet(stage: Stage): Promise<void> {
  const { workspace, mails } = stage;
  await resetSandbox(workspace.sandbox);
  const workflow = oneCallAtATime(await readTemplate(stage, fileOf(ERP)));
  const file = await spreadsheetOf(workspace, pinnedTo(workflow, 'Rows'));
  const page = await publish(workspace, workflow, '/form/erp-orders');
  const form = new FormData();
  form.set('field-0', new Blob([file], { type: XLSX }), 'orders.xlsx');
  const sent = await fetch(page, { method: 'POST', body: form });
  expectTrue(sent.ok, `The page answered ${sent.status}`);
  const mail = await waitFor('The mail with the numbers came', () => Promise.resolve(mails.takeMails()[0]));
  expectEqual(brief([mail]), [NUMBERS_MAIL], 'the mail');
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function spreadsheetOf({ rest }: Workspace, rows: readonly JsonObject[]): Promise<Buffer<ArrayBuffer>> {
  const nodes = [
    { name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
    {
      name: 'File',
      type: 'n8n-nodes-base.convertToFile',
      typeVersion: 1.1,
      position: [200, 0],
      parameters: { operation: 'xlsx', binaryPropertyName: 'data', options: {} },
    },
  ];
  const connections = { Start: { main: [[{ node: 'File', type: 'main', index: 0 }]] } };
  const pinData = { Start: rows.map((json) => ({ json })) };
  const id = await importWorkflow(rest, { name: 'Spreadsheet of the ERP', nodes, connections, settings: {}, pinData });
  const run = await runOf(rest, await startManually(rest, id, 'Start'));
  const binary = run.data.resultData.runData['File']?.[0]?.data?.main?.[0]?.[0]?.binary?.['data'];
  if (!binary) throw new Error('n8n made no spreadsheet');
  if (binary.id === undefined) return Buffer.from(binary.data, 'base64');
  const file = await rest.fetch(`/rest/binary-data?id=${encodeURIComponent(binary.id)}&action=download`);
  return Buffer.from(await file.arrayBuffer());
}

const MCP = 'ask-about-my-parcel';

async function askAboutParcel(stage: Stage): Promise<void> {
  const { workspace, token } = stage;
  await resetSandbox(workspace.sandbox);
  const workflow = await readTemplate(stage, fileOf(MCP));
  const address = await publish(workspace, workflow, `/mcp/${MCP}`);
  await parcelToAskAbout(workspace);
  const refused = await McpClient.connect(address, 'another token').catch((error: unknown) => String(error));
  expectTrue(typeof refused === 'string' && /40[13]/.test(refused), 'Another token is refused');
  const client = await McpClient.connect(address, token);
  const tools = (await client.tools()).map(({ name }) => name).sort();
  expectEqual(tools, ['What_Did_It_Cost', 'What_Is_in_My_Order', 'Where_Is_My_Parcel'], 'tools');
  const shown = pinnedTo(workflow, TOLD);
  const told = await client.call('Where_Is_My_Parcel', { number: shown[0]?.['number'] ?? '' });
  expectEqual(JSON.parse(told.text), shown, 'what the assistant is told, and what its template shows');
  const held = await client.call('What_Is_in_My_Order', { number: 'SHOP-1001' });
  expectTrue(held.text.includes('Phone case'), `It told: ${held.text.slice(0, 300)}`);
  const cost = await client.call('What_Did_It_Cost', { number: 'SHOP-1001' });
  expectTrue(!cost.isError && cost.text.includes('SHOP-1001'), `It told: ${cost.text.slice(0, 300)}`);
}

function fileOf(name: string): string {
  return `templates/${name}.workflow.json`;
}
