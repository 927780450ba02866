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

/** A field that the model fills in. @param told what it is told of it */
export function byModel({ name, type }: JsonObject, told = ''): string {
  const kind = type === 'number' || type === 'boolean' || type === 'json' ? type : 'string';
  return `={{ $fromAI('${String(name)}', \`${told.replace(/[`\\]/g, '')}\`, '${kind}') }}`;
}

/** As the button beside a field in the editor writes it: by the field's label, and with no description. */
export function byButton(field: JsonObject): string {
  const label = String(field['displayName'])
    .replace(/[^\w-]/g, '_')
    .slice(0, 63);
  return byModel({ ...field, name: label }).replace('{{ ', '{{ /*n8n-auto-generated-fromAI-override*/ ');
}

/** With our own description of the field. */
export function described(field: JsonObject): string {
  return byModel(field, textOf(field['description']) ?? textOf(field['displayName']));
}

const FILLED = ['string', 'number', 'boolean', 'json', 'dateTime'];

/** Every field that the form of an operation shows when it is opened, left to the model. n8n drops those of other modes. */
export function allByModel(
  { fields }: Pick<ToolOperation, 'fields'>,
  written: (field: JsonObject) => string,
): JsonObject {
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const value = filledBy(field, written);
      return value === undefined ? [] : [[String(field['name']), value]];
    }),
  );
}

function filledBy(field: JsonObject, written: (field: JsonObject) => string): unknown {
  const { name, type, noDataExpression, default: initial, options, modes } = field;
  if (noDataExpression === true) return undefined;
  if (FILLED.includes(String(type))) return written(field);
  if (type === 'resourceLocator') return { __rl: true, mode: objectsIn(modes).at(-1)?.['name'], value: written(field) };
  if (type !== 'collection' || !isObject(initial)) return undefined;
  const opened = objectsIn(options).filter((each) => Object.hasOwn(initial, String(each['name'])));
  const inside = opened.map((each) => ({ ...each, way: `${String(name)}_${String(each['name'])}` }));
  const values = inside.map(({ way, ...each }): [string, unknown] => [
    String(objectAsIs(each)['name']),
    filledBy(each, (own) => written({ ...own, name: way })),
  ]);
  return Object.fromEntries(values);
}

/** As a person would set it up: a number, or the whole order or request, left to the model. */
export function usualByModel({ fields }: ToolOperation): JsonObject {
  const required = allByModel({ fields: fields.filter((field) => field['required'] === true) }, byButton);
  const whole = fields.find(({ name }) => name === 'order') ?? fields.find(({ name }) => name === 'body');
  if (!whole) return required;
  const name = String(whole['name']);
  return { ...required, inputMode: name === 'order' ? 'order' : 'json', [name]: byButton(whole) };
}

/** n8n publishes no step in which a dropdown that it asks for is empty. */
export function chosen({ fields }: ToolOperation): JsonObject {
  const open = fields.filter(
    ({ required, type, default: initial }) => required && type === 'options' && initial === '',
  );
  const values = open.map(({ name, options }): [string, unknown] => [
    String(name),
    objectsIn(options).find(({ value }) => value !== '')?.['value'],
  ]);
  return Object.fromEntries(values);
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

function objectsIn(list: unknown): JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}
