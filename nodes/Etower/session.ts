import {
  DISPLAY_NAME,
  EtowerClient,
  etowerCredentialsOf,
  PortalClient,
  portalCredentialsOf,
  testEtowerCredentials,
  testPortalCredentials,
} from '../../carriers/etower';
import { sessionOf, testing } from '#nodes/shared/session';

export const integration = sessionOf(
  'etowerApi',
  (fields, settings) => new EtowerClient(etowerCredentialsOf(fields), settings),
);

export const portal = sessionOf(
  'etowerPortalApi',
  (fields, settings) => new PortalClient(portalCredentialsOf(fields), settings),
);

export const credentialTest = {
  etowerApiTest: testing(DISPLAY_NAME, async (fields, tell) => {
    const client = new EtowerClient(etowerCredentialsOf(fields));
    await testEtowerCredentials(client);
    if (client.clockNote !== undefined) tell(client.clockNote);
  }),
  etowerPortalApiTest: testing(DISPLAY_NAME, (fields) =>
    testPortalCredentials(new PortalClient(portalCredentialsOf(fields))),
  ),
};
