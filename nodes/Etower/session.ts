import type {
  ICredentialTestFunctions,
  ICredentialsDecrypted,
  ILoadOptionsFunctions,
  INodeCredentialTestResult,
} from 'n8n-workflow';
import {
  DISPLAY_NAME,
  EtowerClient,
  listPortalServices,
  listServices,
  PortalClient,
  type CallSettings,
  type EtowerCredentials,
  type PortalCredentials,
} from '../../carriers/etower';
import { textOf } from '../../carriers/json-value';

export async function openIntegration(
  functions: Pick<ILoadOptionsFunctions, 'getCredentials'>,
  settings?: CallSettings,
): Promise<EtowerClient> {
  return new EtowerClient(await functions.getCredentials<EtowerCredentials>('etowerApi'), settings);
}

export async function openPortal(
  functions: Pick<ILoadOptionsFunctions, 'getCredentials'>,
  settings?: CallSettings,
): Promise<PortalClient> {
  return new PortalClient(await functions.getCredentials<PortalCredentials>('etowerPortalApi'), settings);
}

/** Any country will do: the answer to a wrong session is the same for all. */
const TEST_COUNTRY = 'US';

export const credentialTest = {
  /** The service catalogue, signed with the key (`etower.md`, advice). */
  async etowerApiTest(
    this: ICredentialTestFunctions,
    credential: ICredentialsDecrypted,
  ): Promise<INodeCredentialTestResult> {
    const field = fieldOf(credential);
    return resultOf(async () => {
      const account = { region: field('region'), baseUrl: field('baseUrl'), token: field('token'), key: field('key') };
      const client = new EtowerClient(account);
      await listServices(client);
      return client.clockNote;
    });
  },

  /** The cheapest documented read of the portal (`etower.md`, advice). */
  async etowerPortalApiTest(
    this: ICredentialTestFunctions,
    credential: ICredentialsDecrypted,
  ): Promise<INodeCredentialTestResult> {
    const field = fieldOf(credential);
    return resultOf(async () => {
      const session = { baseUrl: field('baseUrl'), sessionId: field('sessionId'), language: field('language') };
      await listPortalServices(new PortalClient(session), TEST_COUNTRY);
      return undefined;
    });
  },
};

async function resultOf(test: () => Promise<string | undefined>): Promise<INodeCredentialTestResult> {
  try {
    const note = await test();
    return { status: 'OK', message: [`${DISPLAY_NAME} accepted the credentials`, note].filter(Boolean).join('. ') };
  } catch (error) {
    return {
      status: 'Error',
      message: error instanceof Error ? error.message : 'The test failed for an unknown reason',
    };
  }
}

function fieldOf({ data }: ICredentialsDecrypted): (name: string) => string {
  return (name) => textOf(data?.[name]) ?? '';
}
