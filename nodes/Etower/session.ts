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
  etowerApiTest: testing(DISPLAY_NAME, (fields, settings) =>
    testEtowerCredentials(new EtowerClient(etowerCredentialsOf(fields), settings)),
  ),
  etowerPortalApiTest: testing(DISPLAY_NAME, (fields, settings) =>
    testPortalCredentials(new PortalClient(portalCredentialsOf(fields), settings)),
  ),
};
