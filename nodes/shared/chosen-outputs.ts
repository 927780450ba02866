import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { mostResults } from './fields';
import type { FinishedOutput, Output } from './output';
import { ItemParameters } from './parameters';
import { TOOL_FIELDS } from './tool-fields';
import { forModel } from './tool-output';

/** What the form of an operation lets a user choose of its outputs. */
export interface Choices {
  /** The fields of the operation. */
  fields: readonly INodeProperties[];
  /** Outputs are a list, of which the item's Return All and Limit take so many. */
  lists?: boolean;
  /** Outputs come in two forms: the item's Simplify chooses, or it is always the neutral one. */
  simplifies?: boolean | 'always';
}

/** As many outputs as the item's Limit takes, in the form that its Simplify asks for, or as a tool's Output says. */
export function chosenOutputs(
  functions: IExecuteFunctions,
  item: number,
  { fields, lists, simplifies }: Choices,
  outputs: readonly Output[],
): FinishedOutput[] {
  const parameters = new ItemParameters(functions, item, fields);
  const simplified = simplifies === 'always' || (simplifies && isSimplified(functions, parameters));
  const inForm = (output: Output): FinishedOutput => {
    if ('json' in output) return output;
    const { raw, simplified: neutral, ...besides } = output;
    return { json: simplified ? neutral : raw, ...besides };
  };
  const given = (lists ? outputs.slice(0, mostResults(parameters)) : outputs).map(inForm);
  return parameters.isOfTool ? given.map((output) => forModel(parameters, output)) : given;
}

/** In a tool Output says so, whose default goes by the Simplify that was saved; by an expression that says so itself. */
function isSimplified(functions: IExecuteFunctions, parameters: ItemParameters): boolean {
  const isChosenByOutput = parameters.isOfTool && typeof functions.getNode().parameters['simplify'] !== 'string';
  return isChosenByOutput ? parameters.any(TOOL_FIELDS.output) !== 'raw' : parameters.flag('simplify');
}
