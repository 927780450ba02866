import { eachInSlices } from '../../../carriers/http';
import { countryOf, listCountries, type EccangClient } from '../../../carriers/eccang';
import { perItem } from '#nodes/shared/operation';

export const getManyCountries = perItem<EccangClient, undefined>({
  description: {
    name: 'Get Many',
    value: 'getMany',
    action: 'Get many countries',
    description: 'List the countries that the carrier knows; one output item per country (获取国家信息)',
    properties: [],
    lists: true,
    simplifies: true,
  },
  read: () => undefined,
  send: async (client) => {
    const countries = await listCountries(client);
    return eachInSlices(countries, (entry) => ({ raw: entry, simplified: countryOf(entry) }));
  },
});
