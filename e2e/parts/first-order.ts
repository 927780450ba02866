import { Editor } from '../editor';
import { expectTrue, type Report } from '../report';
import { idOf } from '../rest';
import { importExample, readExamples, resetSandbox, type Workspace } from '../workspace';

/** The node that the README shows, and the example that has it. */
const NODE = 'Huahan Logistics';
const CREDENTIAL = 'huahanApi';
const EXAMPLE = 'ship-orders.workflow.json';

/** The first order as the README leads to it; screenshots of the clicks that no other part takes go to docs/images. */
export async function checkFirstOrder(report: Report, workspace: Workspace): Promise<void> {
  report.part("First order: the README's clicks");
  const editor = await report.check('Chromium opens the editor', () => Editor.open(workspace.rest));
  if (!editor) return;
  try {
    await resetSandbox(workspace.sandbox);
    await report.check('the node panel leads to Create order', () => addNode(workspace, editor));
    await report.check("a new credential is tested as it is saved: a wrong key is refused in the carrier's words", () =>
      saveCredential(workspace, editor),
    );
    await report.check('Execute step gives an order number and a tracking number', () =>
      executeCreate(workspace, editor),
    );
  } finally {
    await editor.close();
  }
}

async function addNode({ rest }: Workspace, editor: Editor): Promise<void> {
  const workflow = { name: 'My first order', nodes: [PAID_ORDERS], connections: {}, settings: {} };
  await editor.openWorkflow(idOf(await rest.post('/rest/workflows', workflow)));
  await editor.addNode(NODE, 'Create order', () => editor.screenshot('first-order-actions'));
}

/** n8n closes the window when the carrier accepted the credential, and keeps it open when not. */
async function saveCredential({ credentials }: Workspace, editor: Editor): Promise<void> {
  const { baseUrl, appToken, appKey } = credentials[CREDENTIAL] ?? {};
  const window = editor.part('editCredential-modal');
  const enter = (field: string, value: unknown) =>
    editor.part(`parameter-input-${field}`).locator('input').fill(String(value));

  await editor.part('node-credentials-select').first().click();
  await editor.part('node-credentials-select-item-new').click();
  await window.waitFor();
  await enter('baseUrl', baseUrl);
  await enter('appToken', appToken);
  await enter('appKey', 'a-wrong-key');
  // It takes longer than n8n waits before it takes over what was typed.
  await editor.screenshot('first-order-credential');
  await editor.part('credential-save-button').click();
  await window.getByText('More details').click();
  await window.getByText('appToken或appKey无效').first().waitFor();

  await enter('appKey', appKey);
  // "Saved" becomes the button again once n8n has taken over the change.
  await window.getByRole('button', { name: 'Save', exact: true }).click();
  await window.waitFor({ state: 'hidden' });
}

async function executeCreate(workspace: Workspace, editor: Editor): Promise<void> {
  const example = (await readExamples(workspace)).find(({ file }) => file === EXAMPLE);
  if (!example) throw new Error(`${EXAMPLE} is missing`);
  const one = { ...example, items: example.items.slice(0, 1) };
  await editor.openNode(await importExample(workspace.rest, one, 'My first order'), 'create');
  await editor.executeStep();
  const output = editor.part('output-panel');
  await output.getByText('trackingNumber').first().waitFor();
  const shown = await output.innerText();
  expectTrue(shown.includes('orderNumber'), `Shown: ${shown}`);
  await editor.screenshot('first-order-output');
}

const PAID_ORDERS = {
  id: 'start',
  name: 'Paid Orders',
  type: 'n8n-nodes-base.manualTrigger',
  typeVersion: 1,
  position: [0, 0],
  parameters: {},
};
