import {
  NodeOperationError,
  type ICredentialTestFunctions,
  type ICredentialsDecrypted,
  type IExecuteFunctions,
  type ILoadOptionsFunctions,
  type INodeCredentialTestResult,
  type INodeListSearchResult,
  type INodePropertyOptions,
} from 'n8n-workflow';
import {
  countryOf,
  EccangClient,
  extraServiceOf,
  listCountries,
  listExtraServices,
  listProducts,
  productOf,
  testCredentials,
  type CallSettings,
  type EccangCredentials,
  type EccangDeployment,
} from '../../carriers/eccang';
import { CarrierError } from '../../carriers/http';
import { isObject, textOf } from '../../carriers/json-value';
import { nodeErrorOf } from '#nodes/shared/errors';
import { worldCountries } from '#nodes/shared/countries';
import { listResult } from '#nodes/shared/list-search';
import { callSettings } from '#nodes/shared/settings';

/** What every node of the Eccang family does with its credential: run, list, test. */
export interface Family {
  openClient: (functions: IExecuteFunctions, signal: AbortSignal | undefined) => Promise<EccangClient>;
  methods: {
    loadOptions: Record<string, (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>>;
    listSearch: Record<string, (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>>;
    credentialTest: Record<
      string,
      (this: ICredentialTestFunctions, credential: ICredentialsDecrypted) => Promise<INodeCredentialTestResult>
    >;
  };
}

export function familyOf(deployment: EccangDeployment, credentialName: string): Family {
  const open = async (
    functions: Pick<ILoadOptionsFunctions, 'getCredentials'>,
    settings?: CallSettings,
  ): Promise<EccangClient> =>
    new EccangClient(deployment, await functions.getCredentials<EccangCredentials>(credentialName), settings);

  return {
    openClient: async (functions, signal) => {
      return open(functions, callSettings(functions, signal));
    },
    methods: {
      listSearch: {
        async searchProducts(filter) {
          return search(this, filter, async () => {
            const products = (await listProducts(await open(this))).map(productOf);
            return products.map(({ code = '', name, localName }) => ({
              name: [code, name, localName].filter((part) => part !== undefined).join(' · '),
              value: code,
            }));
          });
        },
        async searchCountries(filter) {
          return search(this, filter, async () => {
            if (!deployment.hasCatalogue) return worldCountries();
            return (await listCountries(await open(this)))
              .map(countryOf)
              .map(({ code = '', name = code, localName }) => ({
                name: `${[name, localName].filter((part) => part !== undefined).join(' · ')} (${code})`,
                value: code,
              }));
          });
        },
      },
      loadOptions: {
        async getExtraServices() {
          return loadExtraServices(this, await open(this));
        },
      },
      credentialTest: {
        async [`${credentialName}Test`](credential) {
          return testResult(deployment, credential);
        },
      },
    },
  };
}

async function search(
  functions: ILoadOptionsFunctions,
  filter: string | undefined,
  load: () => Promise<INodeListSearchResult['results']>,
): Promise<INodeListSearchResult> {
  try {
    return listResult(await load(), filter);
  } catch (error) {
    // An empty list would hide why there is nothing to choose.
    throw nodeErrorOf(functions.getNode(), error, 0);
  }
}

async function loadExtraServices(
  functions: ILoadOptionsFunctions,
  client: EccangClient,
): Promise<INodePropertyOptions[]> {
  const chosen = (name: string): string => {
    const value: unknown = functions.getCurrentNodeParameter(name);
    return textOf(isObject(value) ? value['value'] : value) ?? '';
  };
  const [product, country] = [chosen('shippingMethod'), chosen('countryCode')];
  if (product === '' || country === '') {
    throw new NodeOperationError(functions.getNode(), 'Choose Product and Destination Country first', {
      description: 'The carrier lists extra services for one product and country.',
    });
  }
  try {
    const services = (await listExtraServices(client, product, country)).map(extraServiceOf);
    return services.map(({ code = '', name = code, localName, note }) => ({
      name: [name, localName].filter((part) => part !== undefined).join(' · '),
      value: code,
      ...(note === undefined ? {} : { description: note }),
    }));
  } catch (error) {
    throw nodeErrorOf(functions.getNode(), error, 0);
  }
}

async function testResult(
  deployment: EccangDeployment,
  credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
  try {
    const field = (name: string): string => textOf(credential.data?.[name]) ?? '';
    await testCredentials(deployment, {
      baseUrl: field('baseUrl'),
      appToken: field('appToken'),
      appKey: field('appKey'),
    });
    return { status: 'OK', message: `${deployment.displayName} accepted the credentials` };
  } catch (error) {
    if (error instanceof CarrierError && error.hint !== undefined) {
      return { status: 'Error', message: `${error.message} (${error.hint})` };
    }
    return {
      status: 'Error',
      message: error instanceof Error ? error.message : 'The test failed for an unknown reason',
    };
  }
}
