import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

/**
 * The copy of a node that a language model calls. n8n makes it outside of its engine (`convertNodeToAiTool`): a name that
 * ends in Tool, by which fields are shown, no inputs, and an output for tools.
 */
export function asTool(node: INodeType): INodeType {
  const description: INodeTypeDescription = {
    ...node.description,
    name: `${node.description.name}Tool`,
    displayName: `${node.description.displayName} Tool`,
    inputs: [],
    outputs: [NodeConnectionTypes.AiTool],
  };
  return new Proxy(node, {
    get(original, name): unknown {
      return name === 'description' ? description : Reflect.get(original, name);
    },
  });
}
