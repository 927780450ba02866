import { credentialsOf, DISPLAY_NAME, HgeClient, testCredentials } from '../../carriers/hge';
import { worldCountries } from '#nodes/shared/countries';
import { searching, sessionOf, testing } from '#nodes/shared/session';

export const session = sessionOf('hgeApi', (fields, settings) => new HgeClient(credentialsOf(fields), settings));

export const methods = {
  listSearch: { searchCountries: searching(async () => worldCountries()) },
  credentialTest: {
    hgeApiTest: testing(DISPLAY_NAME, (fields, settings) => testCredentials(credentialsOf(fields), settings)),
  },
};
