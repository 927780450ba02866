/** Our steps behind n8n's MCP Server Trigger. */
import { objectOf, type JsonObject } from '../carriers/shared/json-value';
import { McpClient } from './mcp-client';
import { waitFor } from './machine';
import { idOf } from './rest';
import { mcpWorkflow, toolName, type ToolOperation, type ToolStep } from './tool-workflows';
import type { N8n } from './n8n';
import type { Workspace } from './workspace';

/** An n8n with its modules for models, and every operation of our nodes in it. */
export interface ToolShop extends Pick<N8n, 'url'> {
  workspace: Workspace;
  operations: readonly ToolOperation[];
}

/** Publishes an MCP server of these steps, and connects to it. n8n answers before it listens. */
export async function serve(
  { workspace, url }: ToolShop,
  path: string,
  steps: readonly ToolStep[],
): Promise<McpClient> {
  const created = objectOf(await workspace.rest.post('/rest/workflows', mcpWorkflow(path, steps)));
  await workspace.rest.post(`/rest/workflows/${idOf(created)}/activate`, { versionId: created['versionId'] });
  const address = `${url}/mcp/${path}`;
  return waitFor(`n8n listens at ${address}`, () =>
    McpClient.connect(address).catch((error: unknown) => {
      if (error instanceof Error && error.message.startsWith('404')) return undefined;
      throw error;
    }),
  );
}

/** The operation as a step with its node's credentials. */
export function toolOf({ workspace }: ToolShop, each: ToolOperation, parameters: JsonObject): ToolStep {
  const { rows, credentialIds } = workspace;
  const { node, resource, operation } = each;
  const types = rows.find((row) => row.node === node)?.credentials ?? [];
  const named = Object.fromEntries(types.map(({ type, name }) => [type, { id: credentialIds[type], name }]));
  return { name: toolName(each), node, parameters: { ...parameters, resource, operation }, credentials: named };
}
