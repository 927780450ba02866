import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { builderHintOf } from '#nodes/shared/builder-hints';
import { hintsOf, IN_PRODUCTION } from '#nodes/shared/hints';
import { propertiesOf, runNode } from '#nodes/shared/node';
import { outputFieldsOf } from '#nodes/shared/output-fields';
import { resources } from './resources';
import { methods, session } from './session';

export class Hge implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'HGE (Hanjin)',
    name: 'hge',
    icon: { light: 'file:hge.svg', dark: 'file:hge.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Create, query and hand over parcels at Hanjin Global Express (HGE V2)',
    defaults: { name: 'HGE (Hanjin)' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'hgeApi', required: true, testedBy: 'hgeApiTest' }],
    hints: hintsOf(resources, IN_PRODUCTION),
    builderHint: builderHintOf(resources),
    properties: propertiesOf(resources),
  };

  methods = { ...methods, loadOptions: outputFieldsOf('Hge') };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runNode(this, resources, (settings) => session.forRun(this, settings));
  }
}
