/** What a model asks of each step that reads: of the order `TOOL-1` that every carrier has at that time. */
import type { JsonObject } from '../carriers/shared/json-value';
import { byModel, type ToolOperation } from './tool-workflows';

interface ToolCall {
  /** Of the step: what is fixed, and what is left to the model. */
  parameters: JsonObject;
  /** What the model fills in. */
  args: JsonObject;
}

const located = (value: string): JsonObject => ({ __rl: true, mode: 'id', value });

/** What steps ask for besides a number, by node, resource and operation. */
const FIXED: Readonly<Record<string, JsonObject>> = {};

/** Whose numbers a step asks for, where it is not the number of the order. */
const NUMBERS: Readonly<Record<string, string>> = {};

/** Steps that have nothing to tell of such an order, by the names of the tools, with words of the refusal. */
export const REFUSED_READS: Readonly<Record<string, string>> = {};

/** @param made the order at each carrier, by node */
export function callsOf(
  { node, resource, operation, fields }: ToolOperation,
  made: Readonly<Record<string, JsonObject>>,
): ToolCall {
  const name = `${node}.${resource}.${operation}`;
  const number = made[node === 'parcel' ? 'eccangTms' : node]?.[NUMBERS[name] ?? 'orderNumber'];
  const asked = fields.filter((field) => field['name'] === 'number');
  return {
    parameters: {
      ...FIXED[name],
      ...Object.fromEntries(asked.map((field) => [String(field['name']), byModel(field)])),
    },
    args: asked.length > 0 ? { number } : {},
  };
}
