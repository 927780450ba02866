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

export class Mgoship implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Mgoship',
    name: 'mgoship',
    icon: { light: 'file:mgoship.svg', dark: 'file:mgoship.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Ship parcels from China to Japan and from warehouses in Japan with Mgoship (海豚)',
    defaults: { name: 'Mgoship' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'mgoshipApi', required: true, testedBy: 'mgoshipApiTest' }],
    hints: hintsOf(resources, IN_PRODUCTION),
    builderHint: builderHintOf(resources),
    properties: propertiesOf(resources),
  };

  methods = { ...methods, loadOptions: outputFieldsOf('Mgoship') };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runNode(this, resources, (settings) => session.forRun(this, settings));
  }
}
