import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { builderHintOf } from '#nodes/shared/builder-hints';
import { AT_EACH_CARRIER, hintsOf } from '#nodes/shared/hints';
import { propertiesOf, runNode } from '#nodes/shared/node';
import { outputFieldsOf } from '#nodes/shared/output-fields';
import { credentials } from './credentials';
import { listSearch } from './lists';
import { resources } from './resources';
import { Accounts } from './session';

export class Parcel implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Parcel (All Carriers)',
    name: 'parcel',
    icon: { light: 'file:parcel.svg', dark: 'file:parcel.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Create, label and track parcels at whichever carrier each item names',
    defaults: { name: 'Parcel' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials,
    hints: hintsOf(resources, AT_EACH_CARRIER),
    builderHint: builderHintOf(resources),
    properties: propertiesOf(resources),
  };

  methods = { listSearch, loadOptions: outputFieldsOf('Parcel') };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runNode(this, resources, async (settings) => new Accounts(this, settings));
  }
}
