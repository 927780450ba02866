import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { HUAHAN } from '../../carriers/huahan';
import { familyOf } from '#nodes/eccangFamily/family';
import { propertiesOf, runNode } from '#nodes/shared/node';
import { resources } from './resources';

const family = familyOf(HUAHAN, 'huahanApi');

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
    properties: propertiesOf(resources),
  };

  methods = family.methods;

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runNode(this, resources, (signal) => family.openClient(this, signal));
  }
}
