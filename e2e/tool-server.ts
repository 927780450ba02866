/** Our steps behind n8n's MCP Server Trigger. */
import type { JsonObject } from '../carriers/shared/json-value';
import { McpClient } from './mcp-client';
import { waitFor } from './machine';
import { mcpWorkflow, toolName, type ToolOperation, type ToolStep } from './tool-workflows';
import { publishWorkflow, type Workspace } from './workspace';

/** An n8n, and every operation of our nodes in it. */
export interface ToolShop {
  workspace: Workspace;
  operations: readonly ToolOperation[];
}

/** Publishes an MCP server of these steps, and connects to it once n8n listens. */
export async function serve({ workspace }: ToolShop, path: string, steps: readonly ToolStep[]): Promise<McpClient> {
  const { rest } = workspace;
  await publishWorkflow(rest, mcpWorkflow(path, steps));
  const address = `${rest.url}/mcp/${path}`;
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
