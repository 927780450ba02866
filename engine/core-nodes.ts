import {
  NodeConnectionTypes,
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

/** n8n's own nodes that workflows of this package use, by full type name. */
export const CORE_NODES: ReadonlyMap<string, INodeType> = new Map<string, INodeType>([
  [MANUAL_TRIGGER, new ManualTrigger()],
  ['n8n-nodes-base.noOp', new NoOp()],
]);
