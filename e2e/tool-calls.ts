/** What a model asks of each step that reads: of the orders `TOOL-1` that every carrier has at that time. */
import type { JsonObject } from '../carriers/shared/json-value';
import { byModel, type ToolOperation } from './tool-workflows';

interface ToolCall {
  /** Of the step: what is fixed, and what is left to the model. */
  parameters: JsonObject;
  /** What the model fills in. */
  args: JsonObject;
}

/** What steps ask for besides a number, by node, resource and operation. */
const FIXED: Readonly<Record<string, JsonObject>> = {};

/** Steps that have nothing to tell of such an order, in the names of the tools. */
export const REFUSED_READS: readonly string[] = [];

/** The fields that models fill in, with what they fill in. */
const ASKED: Readonly<Record<string, string>> = { number: 'TOOL-1', carrier: 'eccang' };

export function callsOf({ node, resource, operation, fields }: ToolOperation): ToolCall {
  const asked = fields.filter(({ name }) => ASKED[String(name)] !== undefined);
  return {
    parameters: {
      ...FIXED[`${node}.${resource}.${operation}`],
      ...Object.fromEntries(asked.map((field) => [String(field['name']), byModel(field)])),
    },
    args: Object.fromEntries(asked.map(({ name }) => [String(name), ASKED[String(name)]])),
  };
}
