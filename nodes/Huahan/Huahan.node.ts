import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { HUAHAN } from '../../carriers/huahan';
import { familySession } from '#nodes/eccangFamily/session';
import { builderHintOf } from '#nodes/shared/builder-hints';
import { hintsOf, withoutTestSystem } from '#nodes/shared/hints';
import { propertiesOf, runNode } from '#nodes/shared/node';
import { outputFieldsOf } from '#nodes/shared/output-fields';
import { resources } from './resources';

const session = familySession(HUAHAN, 'huahanApi');

export class Huahan implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Huahan Logistics',
    name: 'huahan',
    icon: { light: 'file:huahan.svg', dark: 'file:huahan.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Create, label and track parcels at Huahan Logistics (华翰物流)',
    defaults: { name: 'Huahan Logistics' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'huahanApi', required: true, testedBy: 'huahanApiTest' }],
    hints: hintsOf(resources, withoutTestSystem(HUAHAN.displayName)),
    builderHint: builderHintOf(resources),
    properties: propertiesOf(resources),
  };

  methods = {
    ...session.methods,
    loadOptions: { ...session.methods.loadOptions, ...outputFieldsOf('Huahan') },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runNode(this, resources, (settings) => session.forRun(this, settings));
  }
}
