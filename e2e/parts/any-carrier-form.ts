/** The form of the node of all carriers, as a user fills it in. */
import type { Editor } from '../editor';
import { expectEqual, expectTrue, type Report } from '../report';
import { idOf } from '../rest';
import { resetSandbox, TRIGGER, type Workspace } from '../workspace';

const NODE = 'Parcel (All Carriers)';

const ECCANG = 'Credential for Eccang TMS';
const ETOWER = 'Credential for eTower';
const HGE = 'Credential for HGE';
const HUAHAN = 'Credential for Huahan Logistics';
const MGOSHIP = 'Credential for Mgoship';

/** With an expression as carrier: of those that have the resource at all. */
const CREDENTIALS: Readonly<Record<string, readonly string[]>> = {
  Charges: [ECCANG, HUAHAN, MGOSHIP],
  Label: [ECCANG, ETOWER, HUAHAN],
  Order: [ECCANG, ETOWER, HGE, HUAHAN, MGOSHIP],
  Rate: [ECCANG, HUAHAN, MGOSHIP],
  Tracking: [ECCANG, ETOWER, HUAHAN, MGOSHIP],
};

const BY_NUMBER = ['Carrier', 'Number Type', 'Number'];

/** Resource, operation and the labels that follow them. */
const FORMS: readonly (readonly [string, string, readonly string[]])[] = [
  ['Charges', 'Get', BY_NUMBER],
  ['Label', 'Get', [...BY_NUMBER, 'Label Size', 'Put Output File in Field', 'Wait Until Ready']],
  ['Order', 'Cancel', BY_NUMBER],
  ['Order', 'Get', BY_NUMBER],
  ['Tracking', 'Get', BY_NUMBER],
  ['Tracking', 'Get Updates', [...BY_NUMBER, 'Known Key', 'Output']],
  ['Label', 'Merge', ['Input Binary Field', 'Paper']],
  [
    'Rate',
    'Get Many',
    [
      ...['Carriers', 'Destination Country', 'Weight (Kilograms)', 'Goods Type', 'Size', 'Recipient'],
      ...['Sort By', 'Overrides', 'Return All', 'Limit'],
    ],
  ],
];

const CREATE_FORMS: Readonly<Record<string, readonly string[]>> = {
  Form: [
    ...['Reference', 'Service', 'Destination Country', 'Recipient', 'Weight (Kilograms)', 'Items From', 'Items'],
    ...['Sender', 'Return Address', 'Size', 'Tax Numbers', 'Insurance', 'Declared Value', 'Additional Fields'],
    'Overrides',
  ],
  'From an Order': ['Order Format', 'Order', 'Service', 'Item Defaults', 'Items by SKU', 'Overrides'],
  JSON: ['Body'],
};

export async function checkParcelForm(report: Report, workspace: Workspace, editor: Editor): Promise<void> {
  const { rest, sandbox } = workspace;
  await resetSandbox(sandbox);
  await report.check('the node panel leads to Create order, and each input mode has its fields', async () => {
    const workflow = { name: 'A new parcel step', nodes: [TRIGGER], connections: {}, settings: {} };
    await editor.openWorkflow(idOf(await rest.post('/rest/workflows', workflow)));
    await editor.addNode(NODE, 'Create order');
    for (const [mode, labels] of Object.entries(CREATE_FORMS)) {
      await editor.choose('inputMode', mode);
      await expectLabels(editor, 'Order', 'Create', ['Carrier', 'Input Mode', ...labels]);
    }
  });
  await report.check('a carrier that is chosen shows its credential alone', async () => {
    for (const label of [ECCANG, ETOWER, HGE, HUAHAN, MGOSHIP]) {
      await editor.choose('carrier', label.replace('Credential for ', ''));
      expectEqual(await editor.credentialLabels(), [label], 'credentials');
    }
  });
  await report.check('an expression as carrier shows all of them; each operation has its fields', async () => {
    await editor.chooseByExpression('carrier');
    expectEqual(await editor.credentialLabels(), CREDENTIALS['Order'], 'credentials of Order: Create');
    // n8n 2.41 may forget what a field held when another resource is chosen.
    for (const [resource, operation, labels] of FORMS) {
      await editor.choose('resource', resource);
      await editor.choose('operation', operation);
      await expectLabels(editor, resource, operation, labels);
      if (labels.includes('Carrier')) await editor.chooseByExpression('carrier');
      const expected = operation === 'Merge' ? [] : CREDENTIALS[resource];
      expectEqual(await editor.credentialLabels(), expected, `credentials of ${resource}: ${operation}`);
    }
  });
  await report.check('no credential is required: the step with none of them has no issue', async () => {
    await editor.openNode(await stepWith(workspace, '={{ $json.carrier }}', []), 'step');
    expectEqual((await editor.credentialLabels()).length, 5, 'credentials');
    expectEqual(await editor.part('node-issues').count(), 0, 'issues');
  });
  await checkServices(report, workspace, editor);
}

async function checkServices(report: Report, workspace: Workspace, editor: Editor): Promise<void> {
  await report.check("the list of services is that of the carrier: Huahan's, searched", async () => {
    await editor.openNode(await stepWith(workspace, 'huahan', ['huahanApi']), 'step');
    await editor.openList('service');
    await editor.part('rlc-item').first().waitFor();
    const found = await editor.searchList('PK0088');
    expectTrue(found.length === 1 && found[0]?.includes('PK0088') === true, `Found: ${found.join(', ')}`);
  });
  for (const [what, carrier, credential, message] of REFUSED_LISTS) {
    await report.check(`the list of services says what is missing: ${what}`, async () => {
      await editor.openNode(await stepWith(workspace, carrier, [credential]), 'step');
      await editor.openList('service');
      await editor.part('rlc-error-container').waitFor();
      const shown = await editor.part('rlc-error-container').innerText();
      expectTrue(shown.includes(message), `Shown: ${shown}`);
    });
  }
}

/** What is missing, the carrier, the credential that the step has, and what the list says. */
const REFUSED_LISTS: readonly (readonly [string, string, string, string])[] = [
  ['the credential', 'huahan', 'etowerApi', 'No credential of Huahan Logistics is chosen in this node'],
  ['the list, at HGE', 'hge', 'hgeApi', 'HGE documents no list of its services'],
  // n8n tells the list what the expression gives: here nothing.
  ['the carrier', '={{ $json.nothing }}', 'huahanApi', 'Choose the carrier first'],
];

/** Labels below Resource and Operation, above Options. */
async function expectLabels(
  editor: Editor,
  resource: string,
  operation: string,
  labels: readonly string[],
): Promise<void> {
  const shown = await editor.labels();
  expectEqual(shown, [...labels, 'Options'], `${resource}: ${operation}`);
}

/** A saved step that lacks no field, with some credentials. @returns the id of its workflow */
async function stepWith(
  { rest, credentialIds }: Workspace,
  carrier: string,
  types: readonly string[],
): Promise<string> {
  const credentials = types.map((type) => [type, { id: credentialIds[type], name: type }] as const);
  const step = {
    id: 'step',
    name: 'Parcel',
    type: 'n8n-nodes-crossborder.parcel',
    typeVersion: 1,
    position: [220, 0],
    parameters: { resource: 'order', operation: 'create', carrier, reference: 'SHOP-1', country: GERMANY },
    credentials: Object.fromEntries(credentials),
  };
  const connections = { Start: { main: [[{ node: 'Parcel', type: 'main', index: 0 }]] } };
  return idOf(await rest.post('/rest/workflows', { name: 'Step', nodes: [TRIGGER, step], connections, settings: {} }));
}

const GERMANY = { __rl: true, mode: 'code', value: 'DE' };
