import { countryOf, listCountries, type EccangClient } from '../../../carriers/eccang';
import { limit, readListing, returnAll, simplify, type Listing } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';

export const getManyCountries = perItem<EccangClient, Listing>({
  description: {
    name: 'Get Many',
    value: 'getMany',
    action: 'Get many countries',
    description: 'List the countries that the carrier knows; one output item per country (获取国家信息)',
    properties: [returnAll, limit, simplify],
  },
  read: readListing,
  send: async (client, { most, simplified }) => {
    const countries = await listCountries(client);
    return countries.slice(0, most).map((entry) => ({ json: simplified ? countryOf(entry) : entry }));
  },
});
