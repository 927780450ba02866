import path from 'node:path';
import { isObject, type JsonObject } from '../../carriers/shared/json-value';
import { PROJECT_ROOT } from '../../engine';
import { readJson } from '../../engine/json-files';
import { ordersAt } from '../../sandbox/control-client';
import { Editor } from '../editor';
import { expectEqual, expectTrue, type Report } from '../report';
import { idOf } from '../rest';
import { resetSandbox, storeCredential, type Workspace } from '../workspace';

const NODE = 'Huahan Logistics';
const CREDENTIAL = 'huahanApi';
const CREDENTIAL_NAME = 'Huahan with sender';

/** The address that no step has to repeat. */
const SENDER = {
  defaultSender: true,
  senderName: 'Sample Shipper',
  senderStreet: '1 Example Road',
  senderCity: 'SHENZHEN',
  senderProvince: 'GUANGDONG',
  senderPostcode: '518000',
  senderCountry: 'CN',
  senderPhone: '13800138000',
  senderMobile: '13800138000',
};

/** From a shop's orders to the carrier's by mouse alone: no expression is typed, no code written. */
export async function checkShopOrder(report: Report, workspace: Workspace): Promise<void> {
  report.part("From a shop's order: by mouse alone");
  const editor = await report.check('Chromium opens the editor', () => Editor.open(workspace.rest));
  if (!editor) return;
  try {
    await resetSandbox(workspace.sandbox);
    await storeCredential(
      workspace.rest,
      CREDENTIAL,
      { ...workspace.credentials[CREDENTIAL], ...SENDER },
      CREDENTIAL_NAME,
    );
    await report.check('the node panel leads from the shop to Create order', () => addNode(workspace, editor));
    await report.check('three dropdowns make a step of it', () => chooseAll(editor));
    await report.check('Execute step creates the orders of the shop', () => execute(workspace, editor));
  } finally {
    await editor.close();
  }
}

async function addNode({ rest }: Workspace, editor: Editor): Promise<void> {
  const orders = (await shopOrders()).map((json) => ({ json }));
  const pinData = { [SHOP.name]: orders };
  const workflow = { name: "From a shop's order", nodes: [SHOP], connections: {}, settings: {}, pinData };
  await editor.openWorkflow(idOf(await rest.post('/rest/workflows', workflow)));
  await editor.addNode(NODE, 'Create order');
}

async function chooseAll(editor: Editor): Promise<void> {
  await editor.part('node-credentials-select').first().click();
  await editor.page.getByText(CREDENTIAL_NAME, { exact: true }).last().click();
  await editor.choose('inputMode', 'From an Order');
  await editor.choose('orderFormat', 'Shopify');
  await editor.openList('shippingMethod');
  await editor.part('rlc-item').filter({ hasText: 'PK0001' }).first().click();
  await editor.screenshot('first-order-shopify');
}

async function execute({ sandbox }: Workspace, editor: Editor): Promise<void> {
  await editor.executeStep();
  const output = editor.part('output-panel');
  await output.getByText('trackingNumber').first().waitFor();
  const shown = await output.innerText();
  expectTrue(shown.includes('orderNumber'), `Shown: ${shown}`);
  await editor.screenshot('first-order-shopify-output');
  const created = await ordersAt(sandbox, 'huahan');
  expectEqual(created.map(({ reference }) => reference).sort(), ['2001', '2002'], 'Orders at the carrier');
}

/** Those that the carrier takes. */
async function shopOrders(): Promise<JsonObject[]> {
  const orders = await readJson(path.join(PROJECT_ROOT, 'examples/orders.shopify.json'));
  return (Array.isArray(orders) ? orders.filter(isObject) : []).slice(0, 2);
}

const SHOP = {
  id: 'start',
  name: 'Paid Shopify Orders',
  type: 'n8n-nodes-base.manualTrigger',
  typeVersion: 1,
  position: [0, 0],
  parameters: {},
};
