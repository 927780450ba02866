import { listOf, objectOf, textOf, type JsonObject } from '../../carriers/shared/json-value';
import { ordersAt } from '../../sandbox/control-client';
import { Editor } from '../editor';
import { expectEqual, expectTrue, type Report } from '../report';
import {
  importExample,
  nodesOf,
  packageTypes,
  readExamples,
  resetSandbox,
  triggerOf,
  type Workspace,
} from '../workspace';

const EXAMPLE = 'ship-orders.workflow.json';
const CREATE = 'Create Order';
const TRACK = 'Get Tracking';

/** The fields of a step that never ran: n8n serves them, shows them, and what is dragged from there has its value later. */
export async function checkFields(report: Report, workspace: Workspace): Promise<void> {
  report.part('Fields of a step before it ran');
  for (const type of await packageTypes(workspace.rest)) {
    const name = textOf(type['name']) ?? '';
    await report.check(`n8n serves the fields of every operation of ${name}`, () => checkServed(workspace, name, type));
  }
  const editor = await report.check('Chromium opens the editor', () => Editor.open(workspace.rest));
  if (!editor) return;
  try {
    await resetSandbox(workspace.sandbox);
    await report.check('trackingNumber is shown before anything ran, and dragged into the next step', () =>
      drag(workspace, editor),
    );
    await report.check('the next step runs with the value', () => execute(workspace, editor));
  } finally {
    await editor.close();
  }
}

/** As the editor asks for them. */
async function checkServed({ rest }: Workspace, name: string, type: JsonObject): Promise<void> {
  const operations = listOf(type['properties']).filter((property) => property['name'] === 'operation');
  const paths = operations.flatMap(({ displayOptions, options }) => {
    const resource = String(objectOf(objectOf(displayOptions)['show'])['resource']);
    // n8n adds an entry of its own for custom calls, which is no operation of ours.
    const values = listOf(options).flatMap(({ value }) => textOf(value) ?? []);
    const ours = values.filter((value) => !value.startsWith('__'));
    return ours.map((value) => `/schemas/${name}/1.0.0/${resource}/${value}.json`);
  });
  expectTrue(paths.length > 3, `Only ${paths.length} operations`);
  for (const path of paths) expectEqual(objectOf(await rest.get(path))['type'], 'object', path);
}

/** The example without the step between: the tracking has no number yet. */
async function drag(workspace: Workspace, editor: Editor): Promise<void> {
  const example = (await readExamples(workspace)).find(({ file }) => file === EXAMPLE);
  if (!example) throw new Error(`${EXAMPLE} is missing`);
  const nodes = nodesOf(example.workflow).filter(({ name }) =>
    [triggerOf(example.workflow), CREATE, TRACK].includes(textOf(name) ?? ''),
  );
  const track = nodes.find(({ name }) => name === TRACK);
  const connections = { [triggerOf(example.workflow)]: to(CREATE), [CREATE]: to(TRACK) };
  const workflow = {
    ...example.workflow,
    nodes: nodes.map((node) =>
      node === track ? { ...node, parameters: { ...objectOf(node['parameters']), number: '' } } : node,
    ),
    connections,
  };
  const items = example.items.slice(0, 1);
  const id = await importExample(workspace.rest, { ...example, workflow, items }, 'Fields before the first run');
  await editor.openNode(id, textOf(track?.['id']) ?? '');
  await editor.part('schema-preview-warning').first().waitFor();
  await editor.screenshot('fields-before-the-first-run');
  await editor.drag('trackingNumber', 'number');
  expectEqual(await ordersAt(workspace.sandbox, 'huahan'), [], 'Orders at the carrier before a run');
}

function to(node: string): { main: { node: string; type: string; index: number }[][] } {
  return { main: [[{ node, type: 'main', index: 0 }]] };
}

async function execute({ sandbox }: Workspace, editor: Editor): Promise<void> {
  await editor.executeStep();
  const output = editor.part('output-panel');
  await output.getByText('statusRaw').first().waitFor();
  const [order] = await ordersAt(sandbox, 'huahan');
  const number = textOf(order?.['trackingNumber']) ?? '';
  const shown = await output.innerText();
  expectTrue(number !== '' && shown.includes(number), `Asked should be ${number}. Shown: ${shown}`);
}
