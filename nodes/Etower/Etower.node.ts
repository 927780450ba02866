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
import { listSearch } from './lists';
import { integrationResources, portalResources } from './resources';
import { credentialTest, integration, portal } from './session';

const resources = [...integrationResources, ...portalResources].sort((left, right) =>
  left.name.localeCompare(right.name, 'en'),
);

export class Etower implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'eTower (WallTech)',
    name: 'etower',
    icon: { light: 'file:etower.svg', dark: 'file:etower.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Create, label, forecast and track parcels at any logistics provider that runs eTower',
    defaults: { name: 'eTower' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      {
        name: 'etowerApi',
        required: true,
        testedBy: 'etowerApiTest',
        // Not "show": where every value of a field shows some credential, the editor takes it for the choice of
        // authentication and leaves it out of the form (seen in n8n 2.41).
        displayOptions: { hide: { resource: portalResources.map(({ value }) => value) } },
      },
      {
        name: 'etowerPortalApi',
        required: true,
        testedBy: 'etowerPortalApiTest',
        displayOptions: { show: { resource: portalResources.map(({ value }) => value) } },
      },
    ],
    hints: hintsOf(resources, IN_PRODUCTION),
    builderHint: builderHintOf(resources),
    properties: propertiesOf(resources),
  };

  methods = { listSearch, credentialTest, loadOptions: outputFieldsOf('Etower') };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const resource = this.getNodeParameter('resource', 0);
    return portalResources.some(({ value }) => value === resource)
      ? runNode(this, portalResources, (settings) => portal.forRun(this, settings))
      : runNode(this, integrationResources, (settings) => integration.forRun(this, settings));
  }
}
