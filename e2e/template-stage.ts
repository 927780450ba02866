/** Where the templates are played: the sandbox's carriers, a shop, a mail server, and n8n with an account for each. */
import { isObject, objectOf, textOf, type JsonObject } from '../carriers/shared/json-value';
import { startMailRecorder, type MailRecorder } from './mail-recorder';
import { startShopRecorder, type ShopRecorder } from './shop-recorder';
import { waitFor } from './machine';
import { nodesOf, publishWorkflow, readWorkflow, storeCredential, type Workspace } from './workspace';

export interface Stage {
  workspace: Workspace;
  mails: MailRecorder;
  shop: ShopRecorder;
  /** What an assistant has to show. */
  token: string;
  /** n8n's ids of the credentials, by type. */
  credentialIds: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Addresses that stand in the templates for the user's own. */
const FAR_ENDS = ['https://your-shop.myshopify.com', 'https://your-shop.example.com', 'https://chat.example.com'];

/** What a node of n8n's own asks for, where its parameters do not say it. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  'n8n-nodes-base.emailSend': 'smtp',
  'n8n-nodes-base.wooCommerce': 'wooCommerceApi',
  '@n8n/n8n-nodes-langchain.mcpTrigger': 'httpBearerAuth',
};

export async function openStage(workspace: Workspace): Promise<Stage> {
  const mails = await startMailRecorder();
  const shop = await startShopRecorder();
  const token = 'sandbox-assistant-token';
  const accounts: Record<string, Record<string, string | number | boolean>> = {
    smtp: { host: '127.0.0.1', port: mails.port, secure: false, disableStartTls: true, user: '', password: '' },
    wooCommerceApi: { url: shop.url, consumerKey: 'sandbox-key', consumerSecret: 'sandbox-secret' },
    shopifyAccessTokenApi: { shopSubdomain: 'your-shop', accessToken: 'sandbox-token', appSecretKey: 'sandbox-secret' },
    httpBearerAuth: { token },
  };
  const credentialIds: Record<string, string> = { ...workspace.credentialIds };
  for (const [type, fields] of Object.entries(accounts)) {
    credentialIds[type] = await storeCredential(workspace.rest, type, fields, `Template: ${type}`);
  }
  return {
    workspace,
    mails,
    shop,
    token,
    credentialIds,
    close: async () => {
      await mails.close();
      await shop.close();
    },
  };
}

/** What a user does after the import: chooses accounts, and puts the own addresses in. @param file its name in `examples/` */
export async function readTemplate({ shop, credentialIds }: Stage, file: string): Promise<JsonObject> {
  const workflow = await readWorkflow(file, credentialIds);
  const nodes = nodesOf(workflow).map((node) => withAccount(node, credentialIds));
  const text = FAR_ENDS.reduce((all, end) => all.replaceAll(end, shop.url), JSON.stringify({ ...workflow, nodes }));
  return objectOf(JSON.parse(text));
}

function withAccount(node: JsonObject, ids: Stage['credentialIds']): JsonObject {
  const type = textOf(objectOf(node['parameters'])['nodeCredentialType']) ?? ACCOUNTS[textOf(node['type']) ?? ''];
  const id = type === undefined ? undefined : ids[type];
  return type === undefined || id === undefined
    ? node
    : { ...node, credentials: { [type]: { id, name: `Template: ${type}` } } };
}

/** What a template has pinned to a node. */
export function pinnedTo(workflow: JsonObject, node: string): JsonObject[] {
  const items = objectOf(workflow['pinData'])[node];
  return (Array.isArray(items) ? items.filter(isObject) : []).map(({ json }) => objectOf(json));
}

/**
 * Publishes the workflow, and waits until n8n listens.
 * @param path of the workflow's own page or server
 * @returns its address
 */
export async function publish({ rest }: Workspace, workflow: JsonObject, path: string): Promise<string> {
  await publishWorkflow(rest, workflow);
  await waitFor(`n8n listens at ${path}`, async () =>
    (await rest.fetch(path)).status === NOT_FOUND ? undefined : true,
  );
  return rest.url + path;
}

const NOT_FOUND = 404;
