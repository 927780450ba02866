import type {
  ICredentialTestFunctions,
  ICredentialsDecrypted,
  IExecuteFunctions,
  ILoadOptionsFunctions,
  INodeCredentialTestResult,
  INodeListSearchResult,
} from 'n8n-workflow';
import { DISPLAY_NAME, HgeClient, testCredentials, type HgeCredentials } from '../../carriers/hge';
import { textOf } from '../../carriers/json-value';
import { worldCountries } from '#nodes/shared/countries';
import { listResult } from '#nodes/shared/list-search';
import { callSettings } from '#nodes/shared/settings';

export async function openClient(functions: IExecuteFunctions, signal: AbortSignal | undefined): Promise<HgeClient> {
  return new HgeClient(await functions.getCredentials<HgeCredentials>('hgeApi'), callSettings(functions, signal));
}

export const methods = {
  listSearch: {
    async searchCountries(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
      return listResult(worldCountries(), filter);
    },
  },
  credentialTest: {
    async hgeApiTest(
      this: ICredentialTestFunctions,
      credential: ICredentialsDecrypted,
    ): Promise<INodeCredentialTestResult> {
      return testResult(credential);
    },
  },
};

async function testResult({ data = {} }: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
  try {
    const field = (name: string): string => textOf(data[name]) ?? '';
    await testCredentials({
      environment: field('environment'),
      baseUrl: field('baseUrl'),
      apiKey: field('apiKey'),
      apiSecret: field('apiSecret'),
      apiToken: field('apiToken'),
      language: field('language'),
      sendBearer: data['sendBearer'] === true,
    });
    return { status: 'OK', message: `${DISPLAY_NAME} accepted the credentials` };
  } catch (error) {
    const hint = error instanceof Error && 'hint' in error ? textOf(error.hint) : undefined;
    const message = error instanceof Error ? error.message : 'The test failed for an unknown reason';
    return { status: 'Error', message: hint === undefined ? message : `${message.replace(/\.$/, '')}. ${hint}` };
  }
}
