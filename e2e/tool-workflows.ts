/** Workflows whose steps a language model calls: behind an MCP server, and with a person who approves. */
import { isObject, objectAsIs, textOf, type JsonObject } from '../carriers/shared/json-value';

/** One operation of a node, with its fields as n8n lists them. */
export interface ToolOperation {
  /** Name of the node after the package's. */
  node: string;
  resource: string;
  operation: string;
  fields: readonly JsonObject[];
  /** It may change something at the carrier: its options have Dry Run. */
  writes: boolean;
}

/** Every operation of a node type. */
export function operationsOf({ name, properties }: JsonObject): ToolOperation[] {
  const all = objectsIn(properties);
  const node = (textOf(name) ?? '').replace(/^.*\./, '');
  return all
    .filter((each) => each['name'] === 'operation')
    .flatMap((dropdown) => {
      const resource = shownFor(dropdown, 'resource')[0] ?? '';
      return objectsIn(dropdown['options']).flatMap(({ value, action }): ToolOperation[] => {
        // n8n adds Custom API Call, which has no action.
        const operation = textOf(action) === undefined ? undefined : textOf(value);
        if (operation === undefined) return [];
        const fields = all.filter(
          (field) => shownFor(field, 'resource').includes(resource) && shownFor(field, 'operation').includes(operation),
        );
        const options = fields.find((field) => field['name'] === 'options');
        const writes = objectsIn(options?.['options']).some((option) => option['name'] === 'dryRun');
        return [{ node, resource, operation, fields, writes }];
      });
    });
}

/** Letters, digits and lines alone, as models want them: n8n makes the tool's name of the step's. */
export function toolName({ node, resource, operation }: ToolOperation): string {
  return `${node}_${resource}_${operation}`;
}

export interface ToolStep {
  name: string;
  node: string;
  parameters: JsonObject;
  credentials: JsonObject;
}

/** An MCP server at `/mcp/<path>` with these steps as its tools. */
export function mcpWorkflow(path: string, steps: readonly ToolStep[]): JsonObject {
  const trigger = {
    id: path,
    name: 'MCP Server Trigger',
    type: '@n8n/n8n-nodes-langchain.mcpTrigger',
    typeVersion: 2,
    position: [0, 0],
    webhookId: path,
    parameters: { authentication: 'none', path },
  };
  return {
    name: `Tools: ${path}`,
    nodes: [trigger, ...steps.map(toolNode)],
    connections: Object.fromEntries(steps.map(({ name }) => [name, toModel(trigger.name)])),
    settings: { executionOrder: 'v1' },
  };
}

export const APPROVER = 'Ask Somebody';

/** An agent whose one tool waits for a person, who gets a mail. Run step by step n8n needs no model for it. */
export function approvalWorkflow(step: ToolStep, smtpId: string): JsonObject {
  const node = (name: string, type: string, typeVersion: number, x: number, more: object) => ({
    id: name,
    name,
    type,
    typeVersion,
    position: [x, 0],
    parameters: {},
    ...more,
  });
  return {
    name: 'Create with approval',
    nodes: [
      node('Start', 'n8n-nodes-base.manualTrigger', 1, 0, {}),
      node('Agent', '@n8n/n8n-nodes-langchain.agent', 3, 200, {}),
      node(APPROVER, 'n8n-nodes-base.emailSendHitlTool', 2.1, 400, {
        webhookId: 'approval',
        parameters: {
          operation: 'sendAndWait',
          fromEmail: 'n8n@example.com',
          toEmail: 'owner@example.com',
          subject: 'Approve',
          message: '={{ $tool.name }}',
          responseType: 'approval',
          options: {},
        },
        credentials: { smtp: { id: smtpId, name: 'Mail recorder' } },
      }),
      toolNode(step, 0),
    ],
    connections: {
      Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
      [APPROVER]: toModel('Agent'),
      [step.name]: toModel(APPROVER),
    },
    settings: { executionOrder: 'v1' },
  };
}

function toolNode({ name, node, parameters, credentials }: ToolStep, at: number): JsonObject {
  return {
    id: name,
    name,
    type: `n8n-nodes-crossborder.${node}Tool`,
    typeVersion: 1,
    position: [200 * at, 200],
    parameters,
    credentials,
  };
}

function toModel(node: string): JsonObject {
  return { ai_tool: [[{ node, type: 'ai_tool', index: 0 }]] };
}

function shownFor({ displayOptions }: JsonObject, name: string): string[] {
  const values = objectAsIs(objectAsIs(displayOptions)['show'])[name];
  return Array.isArray(values) ? values.map(String) : [];
}

export function objectsIn(list: unknown): JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}
