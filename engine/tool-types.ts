import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

/**
 * The copy of a node that a language model calls. n8n makes it outside of its engine (`convertNodeToAiTool`): a name that
 * ends in Tool, by which fields are shown, no inputs, and an output for tools.
 */
export function asTool(node: INodeType): INodeType {
  const { usableAsTool: _, ...original } = node.description;
  const description: INodeTypeDescription = {
    ...original,
    name: `${original.name}Tool`,
    displayName: `${original.displayName} Tool`,
    inputs: [],
    outputs: [NodeConnectionTypes.AiTool],
  };
  const tool: INodeType = Object.create(node, { description: { value: description } });
  return tool;
}
