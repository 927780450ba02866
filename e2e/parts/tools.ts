import { objectOf, textOf, type JsonObject } from '../../carriers/shared/json-value';
import { ordersAt } from '../../sandbox/control-client';
import { etowerOrder } from '../../sandbox/sample-orders';
import { runOf } from '../execution';
import { installPackage } from '../installation';
import { temporaryFolder, waitFor } from '../machine';
import { startMailRecorder, type MailRecorder } from '../mail-recorder';
import { McpClient, type ListedTool } from '../mcp-client';
import { newEncryptionKey, startN8n, type N8n } from '../n8n';
import { QUEUE_ROWS } from '../queue-workflows';
import { expectEqual, expectTrue, type Report } from '../report';
import { idOf, Rest } from '../rest';
import { tokensOf } from '../tokens';
import { callsOf, REFUSED_READS } from '../tool-calls';
import {
  allByModel,
  APPROVER,
  approvalWorkflow,
  byModel,
  mcpWorkflow,
  operationsOf,
  toolName,
  type ToolOperation,
  type ToolStep,
} from '../tool-workflows';
import {
  importWorkflow,
  openWorkspace,
  packageTypes,
  resetSandbox,
  storeCredential,
  type Workspace,
} from '../workspace';

/** A tool with one operation, in tokens: its name, its description and its fields. */
const MOST_TOKENS = 2500;

/** With all modules of n8n for models, but the one that asks n8n's own list of MCP servers. */
const WITH_MODELS: NodeJS.ProcessEnv = { N8N_DISABLED_MODULES: 'mcp-registry' };

/** What models get of our steps: behind n8n's MCP server, and of an agent whose call a person approves. */
export async function checkTools(report: Report, tarball: string): Promise<void> {
  report.part('Tools: an MCP server of our steps, and an order that a person approves');
  const userFolder = await temporaryFolder('n8n-tools');
  const n8n = await report.check('n8n starts with its modules for models', async () => {
    await installPackage(tarball, userFolder);
    const environment = { N8N_ENCRYPTION_KEY: newEncryptionKey(), ...WITH_MODELS };
    return startN8n({ userFolder, logFolder: userFolder, environment });
  });
  if (!n8n) return;
  const workspace = await report.check('owner set up, credentials stored', async () => {
    const rest = new Rest(n8n.url);
    await rest.setUpOwner();
    await rest.login();
    return openWorkspace(rest);
  });
  if (!workspace) return;
  try {
    const operations = (await packageTypes(workspace.rest)).flatMap(operationsOf);
    await checkListed(report, workspace, n8n, operations);
    await checkCalls(report, workspace, n8n, operations);
    await checkApproval(report, workspace, operations);
  } finally {
    await workspace.sandbox.close();
    await n8n.service.stop();
  }
}

/** With every field left to the model: no tool is larger in any workflow. */
async function checkListed(
  report: Report,
  workspace: Workspace,
  n8n: N8n,
  operations: readonly ToolOperation[],
): Promise<void> {
  const steps = operations.map((each) =>
    toolOf(workspace, each, { ...ofOtherOperations(each, operations), ...allByModel(each) }),
  );
  const tools = await report.check(`tools/list: ${steps.length} steps, every field left to the model`, async () => {
    const listed = await (await serve(workspace, n8n, 'all-fields', steps)).tools();
    expectEqual(listed.map(({ name }) => name).sort(), steps.map(({ name }) => name).sort(), 'tools');
    return listed;
  });
  for (const tool of tools ?? []) {
    await report.check(`${tool.name}: under ${MOST_TOKENS} tokens, and nothing of another operation`, () => {
      const tokens = tokensOf(JSON.stringify(tool));
      report.progress(`${tokens} tokens`);
      expectTrue(tokens < MOST_TOKENS, `${tokens} tokens`);
      expectEqual(
        namesIn(tool).filter((name) => name.startsWith(OTHERS)),
        [],
        'fields of other operations',
      );
    });
  }
}

const OTHERS = 'other_';

/** As a saved step may still hold them: fields that were filled in while it was set to something else. */
function ofOtherOperations(own: ToolOperation, operations: readonly ToolOperation[]): JsonObject {
  const names = new Set(own.fields.map(({ name }) => name));
  const others = operations.filter(({ node }) => node === own.node).flatMap(({ fields }) => fields);
  const strange = others.filter(({ name, type }) => type === 'string' && !names.has(name));
  return Object.fromEntries(
    strange.map((field) => [String(field['name']), byModel({ ...field, name: `${OTHERS}${String(field['name'])}` })]),
  );
}

function namesIn({ inputSchema }: ListedTool): string[] {
  return Object.keys(objectOf(inputSchema['properties']));
}

/** After an order of each carrier was made by its own tool: what each read is asked for is in `tool-calls.ts`. */
async function checkCalls(
  report: Report,
  workspace: Workspace,
  n8n: N8n,
  operations: readonly ToolOperation[],
): Promise<void> {
  await resetSandbox(workspace.sandbox);
  const creates = QUEUE_ROWS.flatMap((row) => {
    const create = operations.find(
      ({ node, resource, operation }) => node === row.node && resource === row.resource && operation === 'create',
    );
    return create ? [{ row, create }] : [];
  });
  const body = { inputMode: 'json', body: byModel({ name: 'body', type: 'json' }) };
  const steps = creates.map(({ create }) => toolOf(workspace, create, body));
  const made = await report.check('tools/call: each carrier makes an order, and none without a reference', async () => {
    const client = await serve(workspace, n8n, 'creates', steps);
    for (const { row, create } of creates) {
      const refused = await client.call(toolName(create), { body: row.orderOf('') });
      expectTrue(refused.isError, `Without a reference: ${refused.text}`);
      expectEqual(await ordersAt(workspace.sandbox, row.carrier), [], `orders at ${row.carrier}`);
      const { isError, text } = await client.call(toolName(create), { body: row.orderOf('TOOL-1') });
      expectTrue(!isError, text);
    }
    return true;
  });
  if (!made) return;
  const reads = operations.filter(({ writes }) => !writes);
  const calls = reads.map((each) => ({ ...callsOf(each), name: toolName(each), read: each }));
  const client = await report.check(`tools/list: ${reads.length} steps that read`, () =>
    serve(
      workspace,
      n8n,
      'reads',
      calls.map(({ read, parameters }) => toolOf(workspace, read, parameters)),
    ),
  );
  if (!client) return;
  for (const { name, args } of calls) {
    const isRefused = REFUSED_READS.includes(name);
    await report.check(`tools/call: ${name} ${isRefused ? 'is refused in words' : 'answers'}`, async () => {
      const { isError, text } = await client.call(name, args);
      expectEqual(isError, isRefused, text.slice(0, 300));
      expectTrue(!/\[object Object\]|TypeError|undefined/.test(text), text.slice(0, 300));
      if (!isRefused) expectTrue(Array.isArray(JSON.parse(text)), `No list: ${text.slice(0, 300)}`);
    });
  }
}

async function checkApproval(
  report: Report,
  workspace: Workspace,
  operations: readonly ToolOperation[],
): Promise<void> {
  const create = operations.find(
    ({ node, resource, operation }) => `${node}.${resource}.${operation}` === 'etower.order.create',
  );
  if (!create) throw new Error('eTower has no Order: Create');
  const mails = await startMailRecorder();
  try {
    await report.check('an order waits for the person who gets a mail, and is made once that one approves', () =>
      approve(workspace, create, mails),
    );
  } finally {
    await mails.close();
  }
}

async function approve(workspace: Workspace, create: ToolOperation, mails: MailRecorder): Promise<void> {
  const { rest, sandbox } = workspace;
  await resetSandbox(sandbox);
  const smtp = { host: '127.0.0.1', port: mails.port, secure: false, disableStartTls: true, user: '', password: '' };
  const smtpId = await storeCredential(rest, 'smtp', smtp, 'Mail recorder');
  const step = toolOf(workspace, create, { inputMode: 'json', body: byModel({ name: 'body', type: 'json' }) });
  const workflowId = await importWorkflow(rest, approvalWorkflow(step, smtpId));
  const started = await rest.post(`/rest/workflows/${workflowId}/run`, {
    destinationNode: { nodeName: APPROVER, mode: 'inclusive' },
    agentRequest: {
      query: { [step.name]: { body: etowerOrder('TOOL-2') }, [APPROVER]: {} },
      tool: { name: step.name },
    },
  });
  const executionId = textOf(objectOf(started)['executionId']) ?? '';
  const link = await waitFor('The mail with the link is there', async () => linkIn(mails.takeMails()));
  expectEqual(await ordersAt(sandbox, 'etower'), [], 'orders before the approval');
  const answered = await fetch(link, { headers: { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' } });
  expectTrue(answered.ok, `The link: ${answered.status}`);
  await runOf(rest, executionId);
  expectEqual(
    (await ordersAt(sandbox, 'etower')).map(({ reference }) => reference),
    ['TOOL-2'],
    'orders after it',
  );
}

/** The button Approve. Mails break long lines by `=` at their end, and write `=` as `=3D`. */
function linkIn(mails: readonly string[]): string | undefined {
  const text = mails
    .join('\n')
    .replace(/=\r?\n/g, '')
    .replace(/=3D/g, '=')
    .replace(/&amp;/g, '&');
  return /http:\/\/127\.0\.0\.1[^\s"<>]+approved=true[^\s"<>]*/.exec(text)?.[0];
}

/** Publishes an MCP server of these steps, and connects to it. */
async function serve({ rest }: Workspace, { url }: N8n, path: string, steps: readonly ToolStep[]): Promise<McpClient> {
  const created = objectOf(await rest.post('/rest/workflows', mcpWorkflow(path, steps)));
  await rest.post(`/rest/workflows/${idOf(created)}/activate`, { versionId: created['versionId'] });
  return McpClient.connect(`${url}/mcp/${path}`);
}

function toolOf({ rows, credentialIds }: Workspace, each: ToolOperation, parameters: JsonObject): ToolStep {
  const { node, resource, operation } = each;
  const types = rows.find((row) => row.node === node)?.credentials ?? [];
  const named = Object.fromEntries(types.map(({ type, name }) => [type, { id: credentialIds[type], name }]));
  return { name: toolName(each), node, parameters: { ...parameters, resource, operation }, credentials: named };
}
