import { NodeOperationError, type ILoadOptionsFunctions, type INodePropertyOptions } from 'n8n-workflow';
import {
  countryOf,
  credentialsOf,
  EccangClient,
  extraServiceOf,
  listCountries,
  listExtraServices,
  listProducts,
  productOf,
  testCredentials,
  type EccangDeployment,
} from '../../carriers/eccang';
import { eachInSlices } from '../../carriers/http';
import { COUNTRY } from '#carriers/shared/pasted';
import { worldCountries } from '#nodes/shared/countries';
import {
  chosen,
  entryName,
  loading,
  searching,
  sessionOf,
  testing,
  type CredentialTest,
  type ListSearch,
  type LoadOptions,
  type Session,
} from '#nodes/shared/session';

/** What every node of the Eccang family does with its credential: run, list, test. */
export interface FamilySession extends Session<EccangClient> {
  methods: {
    loadOptions: Record<string, LoadOptions>;
    listSearch: Record<string, ListSearch>;
    credentialTest: Record<string, CredentialTest>;
  };
}

export function familySession(deployment: EccangDeployment, credential: string): FamilySession {
  const session = sessionOf(
    credential,
    (fields, settings) => new EccangClient(deployment, credentialsOf(fields), settings),
  );
  return {
    ...session,
    methods: {
      listSearch: {
        searchProducts: searching(async (functions) => {
          const products = await eachInSlices(await listProducts(await session.forForm(functions)), productOf);
          return products.map(({ code = '', name, localName }) => ({
            name: entryName(code, name, localName),
            value: code,
          }));
        }),
        searchCountries: searching(async (functions) => {
          if (!deployment.hasCatalogue) return worldCountries();
          const countries = await eachInSlices(await listCountries(await session.forForm(functions)), countryOf);
          return countries.map(({ code = '', name = code, localName }) => ({
            name: `${entryName(name, localName)} (${code})`,
            value: code,
          }));
        }),
      },
      loadOptions: {
        getExtraServices: loading(async (functions) => extraServices(functions, await session.forForm(functions))),
      },
      credentialTest: {
        [`${credential}Test`]: testing(deployment.displayName, (fields, settings) =>
          testCredentials(deployment, credentialsOf(fields), settings),
        ),
      },
    },
  };
}

async function extraServices(functions: ILoadOptionsFunctions, client: EccangClient): Promise<INodePropertyOptions[]> {
  const product = chosen(functions, 'shippingMethod');
  const country = chosen(functions, 'countryCode', COUNTRY);
  if (product === undefined || country === undefined) {
    throw new NodeOperationError(functions.getNode(), 'Choose Product and Destination Country first', {
      description: 'The carrier lists extra services for one product and country.',
    });
  }
  const services = await eachInSlices(await listExtraServices(client, product, country), extraServiceOf);
  return services.map(({ code = '', name = code, localName, note }) => ({
    name: entryName(name, localName),
    value: code,
    ...(note === undefined ? {} : { description: note }),
  }));
}
