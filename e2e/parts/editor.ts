import {
  NodeHelpers,
  type INodeParameters,
  type INodeProperties,
  type INodePropertyOptions,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { objectOf, textOf, type JsonObject } from '../../carriers/shared/json-value';
import { runWorkflow } from '../../engine';
import type { ListRow, NodeRow } from '../carriers';
import { Editor } from '../editor';
import { expectEqual, expectTrue, type Report } from '../report';
import { idOf } from '../rest';
import {
  importExample,
  isOwn,
  nodesOf,
  packageTypes,
  readExamples,
  resetSandbox,
  storeCredential,
  type Example,
  type Workspace,
  TRIGGER,
} from '../workspace';

/** What every carrier's node is found by. */
const COMMON_WORDS = ['shipping', 'parcel'];

/** n8n's editor as a user sees it; screenshots go to docs/images. */
export async function checkEditor(report: Report, workspace: Workspace): Promise<void> {
  report.part('Editor: in the browser');
  const editor = await report.check('Chromium opens the editor', () => Editor.open(workspace.rest));
  if (!editor) return;
  try {
    await resetSandbox(workspace.sandbox);
    await checkNodePanel(report, workspace, editor);
    const examples = await readExamples(workspace);
    for (const row of workspace.rows) await checkNode(report, workspace, editor, row, examples);
    for (const example of examples) await checkRun(report, workspace, editor, example);
    await report.check('the editor asked no host outside of this machine', () =>
      expectEqual([...editor.strangers], [], 'hosts'),
    );
  } finally {
    await editor.close();
  }
}

async function checkNodePanel(report: Report, { rest, rows }: Workspace, editor: Editor): Promise<void> {
  const nothing = { name: 'Node panel', nodes: [TRIGGER], connections: {}, settings: {} };
  await editor.openWorkflow(idOf(await rest.post('/rest/workflows', nothing)));
  for (const word of [...rows.flatMap(({ searchedBy }) => searchedBy), ...COMMON_WORDS]) {
    const wanted = rows.filter(({ searchedBy }) => COMMON_WORDS.includes(word) || searchedBy.includes(word));
    const names = wanted.map(({ displayName }) => displayName);
    await report.check(`node panel: "${word}" finds ${names.join(', ')}`, async () => {
      const found = await editor.searchNodes(word);
      for (const name of names) expectTrue(found.includes(name), `Found only: ${found.join(', ')}`);
      if (word === 'shipping') await editor.screenshot('node-panel');
    });
  }
}

async function checkNode(
  report: Report,
  workspace: Workspace,
  editor: Editor,
  row: NodeRow,
  examples: readonly Example[],
): Promise<void> {
  const { rest } = workspace;
  const description = (await packageTypes(rest))
    .filter(isDescription)
    .find(({ name }) => name.endsWith(`.${row.node}`));
  if (!description) return;
  const plain = await formWorkflow(workspace, row, {}, workspace.credentialIds);

  await report.check(`${row.displayName}: opens, and every label of the form fits`, async () => {
    await openForm(workspace, editor, row, examples, plain);
    await editor.screenshot(`node-${row.node}`);
    expectEqual(await editor.cutLabels(), [], 'labels that are cut off');
  });
  await report.check(
    `${row.displayName}: every dropdown of every operation has its options, every label fits`,
    async () => {
      await editor.openNode(plain, 'node');
      report.progress(`${await checkForms(editor, description)} different dropdowns`);
    },
  );
  const { list } = row;
  if (!list) return;
  await report.check(`${row.displayName}: ${list.parameter} loads from the carrier and searches`, async () => {
    const workflowId = await formWorkflow(workspace, row, list, workspace.credentialIds);
    await editor.openNode(workflowId, 'node');
    await editor.openList(list.parameter);
    await editor.part('rlc-item').first().waitFor();
    await editor.screenshot(`list-${row.node}`);
    const found = await editor.searchList(list.search);
    expectTrue(
      found.every((text) => text.includes(list.finds)),
      `Found: ${found.join(', ')}`,
    );
  });
  await report.check(`${row.displayName}: a wrong secret shows the carrier's message in the list`, async () => {
    const wrong = await wrongCredential(workspace, row);
    await editor.openNode(await formWorkflow(workspace, row, list, wrong), 'node');
    await editor.openList(list.parameter);
    await editor.part('rlc-error-container').waitFor();
    const text = (await editor.part('rlc-error-container').innerText()).replaceAll('\n', ' ');
    expectTrue(text.includes(list.refusal), `Shown: ${text}`);
    await editor.screenshot(`wrong-secret-${row.node}`);
    report.progress(text);
  });
}

/**
 * Goes through all operations of a new node: every dropdown that the form shows has its options, and every label fits.
 * @returns the number of different dropdowns
 */
async function checkForms(editor: Editor, description: INodeTypeDescription): Promise<number> {
  const { properties } = description;
  const compared = new Set<string>();
  const resources = properties.find(({ name }) => name === 'resource');
  for (const resource of optionsOf(resources)) {
    await editor.choose('resource', resource.name);
    const operations = properties.find(
      ({ name, displayOptions }) =>
        name === 'operation' && displayOptions?.show?.['resource']?.includes(resource.value),
    );
    for (const operation of optionsOf(operations)) {
      await editor.choose('operation', operation.name);
      const form = `${resource.name}: ${operation.name}`;
      const chosen = { resource: resource.value, operation: operation.value };
      for (const property of dropdownsOf(description, chosen)) {
        const names = optionsOf(property).map(({ name }) => name);
        const key = [property.name, ...names].join();
        if (compared.has(key)) continue;
        compared.add(key);
        expectEqual(await editor.optionsOf(property.name), names, `${form}: ${property.displayName}`);
      }
      expectEqual(await editor.cutLabels(), [], `${form}: labels that are cut off`);
    }
  }
  return compared.size;
}

/** The dropdowns with fixed options that a new node shows with this resource and operation. */
function dropdownsOf(description: INodeTypeDescription, chosen: INodeParameters): INodeProperties[] {
  const { properties } = description;
  const given = NodeHelpers.getNodeParameters(properties, chosen, true, false, null, description) ?? {};
  return properties.filter(
    (property) => isFixedDropdown(property) && NodeHelpers.displayParameter(given, property, null, description),
  );
}

/** Runs an example by its button; then looks at what the last node gave out, at a label and at an error. */
async function checkRun(report: Report, workspace: Workspace, editor: Editor, example: Example): Promise<void> {
  const name = example.file.replace('.workflow.json', '');
  const own = nodesOf(example.workflow).filter((node) => isOwn(node) && node['disabled'] !== true);
  await report.check(`${name}: runs by its button, output is shown`, async () => {
    await resetSandbox(workspace.sandbox);
    await editor.openWorkflow(await importExample(workspace.rest, example));
    await editor.execute();
    await editor.screenshot(`run-${name}`);
    await editor.openOutput(textOf(own.at(-1)?.['name']) ?? '');
    expectTrue(/\d+ items?/.test(await editor.part('output-panel').innerText()), 'The output panel counts no items');
  });
  const label = own.find(({ parameters }) => objectOf(parameters)['resource'] === 'label');
  if (label) {
    await report.check(`${name}: the label is shown as a file, and its download is a PDF`, async () => {
      await editor.closeNode();
      await editor.openOutput(textOf(label['name']) ?? '');
      await editor.part('output-panel').getByTestId('radio-button-binary').click();
      const [card, bytes] = await editor.downloadFile();
      expectTrue(/\.pdf\b[^]*application\/pdf[^]*kB/i.test(card), `The card says: ${card}`);
      expectTrue(bytes.subarray(0, 5).toString() === '%PDF-', 'The file is no PDF');
      await editor.screenshot(`label-${name}`);
    });
    // n8n 2.41 shows pictures, and gives PDF files to be downloaded.
    if (objectOf(label.parameters)['labelFormat'] !== undefined) {
      await report.check(`${name}: the step runs again with JPG chosen, and the label can be looked at`, async () => {
        await editor.choose('labelFormat', 'JPG');
        await editor.executeStep();
        await editor.viewPicture('image/jpeg');
        await editor.screenshot(`label-preview-${name}`);
      });
    }
  }
  const refused = await refusedAlone(workspace, example);
  if (!refused) return;
  await report.check(`${name}: the error of a refused order can be read`, async () => {
    await resetSandbox(workspace.sandbox);
    await editor.openWorkflow(await importExample(workspace.rest, refused.example, `${name}, a refused order`));
    await editor.execute();
    await editor.openOutput(refused.node);
    await editor.part('node-error-message').first().waitFor();
    const shown = await editor.part('output-panel').innerText();
    expectTrue(shown.includes(refused.message), `Shown: ${shown}\nexpected: ${refused.message}`);
    await editor.screenshot(`error-${name}`);
    report.progress(refused.message);
  });
}

/** The example with one order that the carrier refuses, in a node that stops at an error. */
async function refusedAlone(
  { credentials, sandbox }: Workspace,
  example: Example,
): Promise<{ example: Example; node: string; message: string } | undefined> {
  await resetSandbox(sandbox);
  const { workflow, items } = example;
  const { result } = await runWorkflow({ workflow, items, credentials });
  for (const each of nodesOf(workflow).filter((node) => isOwn(node) && node['onError'] === 'continueErrorOutput')) {
    const node = textOf(each['name']) ?? '';
    // A duplicate is refused only after its twin.
    for (const { pairedItem, error } of result.nodes[node]?.outputs[1] ?? []) {
      const position = Number(objectOf(pairedItem)['item']);
      const order = items[position];
      const isDuplicate = items.slice(0, position).some((other) => other['orderNumber'] === order?.['orderNumber']);
      if (!order || isDuplicate || !error) continue;
      const stopping = nodesOf(workflow).map((one) => (one === each ? { ...one, onError: 'stopWorkflow' } : one));
      return {
        example: { ...example, workflow: { ...workflow, nodes: stopping }, items: [order] },
        node,
        message: error.message,
      };
    }
  }
  return undefined;
}

/** A trigger and the node, new from the panel but for its credential and the parameters of the list. */
async function formWorkflow(
  { rest }: Workspace,
  row: NodeRow,
  list: Partial<ListRow>,
  credentialIds: Readonly<Record<string, string>>,
): Promise<string> {
  const { resource, operation, parameters } = list;
  const node = {
    id: 'node',
    name: row.displayName,
    type: `n8n-nodes-crossborder.${row.node}`,
    typeVersion: 1,
    position: [220, 0],
    parameters: { ...(resource === undefined ? {} : { resource, operation }), ...parameters },
    credentials: Object.fromEntries(row.credentials.map(({ type }) => [type, { id: credentialIds[type], name: type }])),
  };
  const connections = { Start: { main: [[{ node: row.displayName, type: 'main', index: 0 }]] } };
  const workflow = { name: `Form of ${row.displayName}`, nodes: [TRIGGER, node], connections, settings: {} };
  return idOf(await rest.post('/rest/workflows', workflow));
}

/** The first node of an example, which is filled in; a new one where the carrier has no example. */
async function openForm(
  { rest }: Workspace,
  editor: Editor,
  row: NodeRow,
  examples: readonly Example[],
  plain: string,
): Promise<void> {
  for (const example of examples) {
    const node = nodesOf(example.workflow).find(({ type }) => type === `n8n-nodes-crossborder.${row.node}`);
    if (!node) continue;
    await editor.openNode(await importExample(rest, example), textOf(node['id']) ?? '');
    return;
  }
  await editor.openNode(plain, 'node');
}

async function wrongCredential({ rest, credentials }: Workspace, row: NodeRow): Promise<Record<string, string>> {
  const ids = row.credentials.map(async ({ type, name, secret }) => {
    const fields = { ...credentials[type], [secret]: `${String(credentials[type]?.[secret])}-wrong` };
    return [type, await storeCredential(rest, type, fields, `${name}, wrong secret`)] as const;
  });
  return Object.fromEntries(await Promise.all(ids));
}

function isDescription(type: JsonObject): type is JsonObject & INodeTypeDescription {
  return typeof type['name'] === 'string' && Array.isArray(type['properties']);
}

function isFixedDropdown({ type, typeOptions }: INodeProperties): boolean {
  return type === 'options' && typeOptions?.loadOptionsMethod === undefined;
}

function optionsOf(property: INodeProperties | undefined): INodePropertyOptions[] {
  return (property?.options ?? []).filter((option): option is INodePropertyOptions => 'value' in option);
}
