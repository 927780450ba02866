import {
  credentialsOf,
  listShipWays,
  MGOSHIP,
  MgoshipClient,
  PREFECTURES,
  testCredentials,
  WAREHOUSES,
} from '../../carriers/mgoship';
import { entryName, searching, sessionOf, testing } from '#nodes/shared/session';

export const session = sessionOf(
  'mgoshipApi',
  (fields, settings) => new MgoshipClient(credentialsOf(fields), settings),
);

export const methods = {
  listSearch: {
    searchPrefectures: searching(async () =>
      PREFECTURES.map(({ original, name }) => ({ name: `${original} ${name}`, value: original })),
    ),
    searchShipWays: searching(async (functions) =>
      (await listShipWays(await session.forForm(functions))).map(({ code = '', name = '' }) => ({
        name: entryName(code, name),
        value: code,
      })),
    ),
    searchWarehouses: searching(async () =>
      WAREHOUSES.map(({ value, name, description = '' }) => ({ name: `${value} · ${name} (${description})`, value })),
    ),
  },
  credentialTest: {
    mgoshipApiTest: testing(MGOSHIP.displayName, (fields, settings) =>
      testCredentials(credentialsOf(fields), settings),
    ),
  },
};
