import type {
  ICredentialTestFunctions,
  ICredentialsDecrypted,
  IExecuteFunctions,
  ILoadOptionsFunctions,
  INodeCredentialTestResult,
  INodeListSearchResult,
} from 'n8n-workflow';
import { textOf } from '../../carriers/json-value';
import {
  listShipWays,
  MGOSHIP,
  MgoshipClient,
  PREFECTURES,
  testCredentials,
  WAREHOUSES,
  type MgoshipCredentials,
} from '../../carriers/mgoship';
import { nodeErrorOf } from '#nodes/shared/errors';
import { listResult } from '#nodes/shared/list-search';
import { callSettings } from '#nodes/shared/settings';

const CREDENTIAL = 'mgoshipApi';

export async function openClient(
  functions: IExecuteFunctions,
  signal: AbortSignal | undefined,
): Promise<MgoshipClient> {
  return new MgoshipClient(
    await functions.getCredentials<MgoshipCredentials>(CREDENTIAL),
    callSettings(functions, signal),
  );
}

export const methods = {
  listSearch: {
    async searchPrefectures(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
      const prefectures = PREFECTURES.map(({ original, name }) => ({ name: `${original} ${name}`, value: original }));
      return Promise.resolve(listResult(prefectures, filter));
    },
    async searchShipWays(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
      try {
        const client = new MgoshipClient(await this.getCredentials<MgoshipCredentials>(CREDENTIAL));
        const ways = (await listShipWays(client)).map(({ code = '', name = '' }) => ({
          name: `${code} · ${name}`,
          value: code,
        }));
        return listResult(ways, filter);
      } catch (error) {
        // An empty list would hide why there is nothing to choose.
        throw nodeErrorOf(this.getNode(), error, 0);
      }
    },
    async searchWarehouses(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
      const warehouses = WAREHOUSES.map(({ value, name, description = '' }) => ({
        name: `${value} · ${name} (${description})`,
        value,
      }));
      return Promise.resolve(listResult(warehouses, filter));
    },
  },
  credentialTest: {
    async mgoshipApiTest(
      this: ICredentialTestFunctions,
      credential: ICredentialsDecrypted,
    ): Promise<INodeCredentialTestResult> {
      try {
        await testCredentials(credentialsOf(credential));
        return { status: 'OK', message: `${MGOSHIP.displayName} accepted the credentials` };
      } catch (error) {
        const hint = error instanceof Error && 'hint' in error ? textOf(error.hint) : undefined;
        const message = error instanceof Error ? error.message : 'The test failed for an unknown reason';
        return { status: 'Error', message: hint === undefined ? message : `${message.replace(/\.$/, '')}. ${hint}` };
      }
    },
  },
};

function credentialsOf({ data }: ICredentialsDecrypted): MgoshipCredentials {
  const field = (name: string): string => textOf(data?.[name]) ?? '';
  return {
    environment: field('environment'),
    baseUrl: field('baseUrl'),
    appId: field('appId'),
    appSecret: field('appSecret'),
    version: field('version'),
    signatureTemplate: field('signatureTemplate'),
    signatureAlgorithm: field('signatureAlgorithm'),
    signatureCase: field('signatureCase'),
  };
}
