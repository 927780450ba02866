import {
  NodeConnectionTypes,
  type IDataObject,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  type ITriggerResponse,
} from 'n8n-workflow';

/** The one start node: the engine knows a manual start by this type name only. */
export const MANUAL_TRIGGER = 'n8n-nodes-base.manualTrigger';

/** Notes on the canvas are no nodes to run. */
export const STICKY_NOTE = 'n8n-nodes-base.stickyNote';

class ManualTrigger implements INodeType {
  readonly description: INodeTypeDescription = {
    displayName: 'Manual Trigger',
    name: 'manualTrigger',
    group: ['trigger'],
    version: 1,
    description: 'Hands over the items that the run was started with',
    defaults: { name: 'Manual Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    properties: [],
  };

  /** Marks the node as a trigger. In a run from the command line the engine passes the start items on without asking. */
  trigger(): Promise<ITriggerResponse> {
    return Promise.resolve({});
  }
}

class NoOp implements INodeType {
  readonly description: INodeTypeDescription = {
    displayName: 'No Operation, do nothing',
    name: 'noOp',
    group: ['organization'],
    version: 1,
    description: 'Hands over its input',
    defaults: { name: 'No Operation, do nothing' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    properties: [],
  };

  execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return Promise.resolve([this.getInputData()]);
  }
}

/** Stands for n8n's agents and MCP servers: it calls the one tool connected to it with the json of each item. */
class ToolExecutor implements INodeType {
  readonly description: INodeTypeDescription = {
    displayName: 'Tool Executor',
    name: 'toolExecutor',
    group: ['transform'],
    version: 1,
    description: 'Calls the tool connected to it',
    defaults: { name: 'Tool Executor' },
    inputs: [NodeConnectionTypes.Main, NodeConnectionTypes.AiTool],
    outputs: [NodeConnectionTypes.Main],
    properties: [],
  };

  /** Each output is what the model is handed: the tool as it is listed, and the text that it answers with, or its error. */
  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const tools: unknown = await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0);
    const tool: unknown = Array.isArray(tools) ? tools[0] : undefined;
    const items: INodeExecutionData[] = [];
    for (const { json } of this.getInputData()) items.push({ json: await called(tool, json) });
    return [items];
  }
}

async function called(tool: unknown, args: IDataObject): Promise<IDataObject> {
  if (!isTool(tool)) throw new TypeError('No tool is connected');
  const { name, description } = tool;
  try {
    return { name, description, answer: String(await tool.invoke(args)) };
  } catch (error) {
    return { name, description, error: error instanceof Error ? error.message : String(error) };
  }
}

interface Tool {
  name: string;
  description: string;
  invoke: (args: IDataObject) => Promise<unknown>;
}

function isTool(value: unknown): value is Tool {
  return typeof value === 'object' && value !== null && 'invoke' in value && typeof value.invoke === 'function';
}

export const TOOL_EXECUTOR = '@n8n/n8n-nodes-langchain.toolExecutor';

/** n8n's own nodes that workflows of this package use, by full type name. */
export const CORE_NODES: ReadonlyMap<string, INodeType> = new Map<string, INodeType>([
  [MANUAL_TRIGGER, new ManualTrigger()],
  ['n8n-nodes-base.noOp', new NoOp()],
  [TOOL_EXECUTOR, new ToolExecutor()],
]);
