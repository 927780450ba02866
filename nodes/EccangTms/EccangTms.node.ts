import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { ECCANG } from '../../carriers/eccang';
import { builderHintOf } from '#nodes/shared/builder-hints';
import { hintsOf, withoutTestSystem } from '#nodes/shared/hints';
import { propertiesOf, runNode } from '#nodes/shared/node';
import { outputFieldsOf } from '#nodes/shared/output-fields';
import { familySession } from '#nodes/eccangFamily/session';
import { resources } from './resources';

const session = familySession(ECCANG, 'eccangTmsApi');

export class EccangTms implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Eccang TMS',
    name: 'eccangTms',
    icon: { light: 'file:eccangTms.svg', dark: 'file:eccangTms.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Create, label and track parcels at any carrier that runs Eccang TMS (易仓)',
    defaults: { name: 'Eccang TMS' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'eccangTmsApi', required: true, testedBy: 'eccangTmsApiTest' }],
    hints: hintsOf(resources, withoutTestSystem(ECCANG.displayName)),
    builderHint: builderHintOf(resources),
    properties: propertiesOf(resources),
  };

  methods = {
    ...session.methods,
    loadOptions: { ...session.methods.loadOptions, ...outputFieldsOf('EccangTms') },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runNode(this, resources, (settings) => session.forRun(this, settings));
  }
}
