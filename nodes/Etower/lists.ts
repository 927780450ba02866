import type { ILoadOptionsFunctions, INodeListSearchItems } from 'n8n-workflow';
import {
  knownServices,
  listPortalServiceOptions,
  listPortalServices,
  portalServiceOf,
  portalServiceOptionOf,
  type Service,
} from '../../carriers/etower';
import { eachInSlices } from '../../carriers/http';
import { COUNTRY } from '#carriers/shared/pasted';
import { worldCountries } from '#nodes/shared/countries';
import { chosen, entryName, searching, type ListSearch } from '#nodes/shared/session';
import { integration, portal } from './session';

/** The lists of the form. Those of the integration API come from the service catalogue, which is fetched once. */
export const listSearch: Record<string, ListSearch> = {
  searchCountries: searching(async () => worldCountries()),

  searchServices: searching(async (functions) =>
    (await knownServices(await integration.forForm(functions))).flatMap(({ code, name, localName }) =>
      code === undefined ? [] : { name: entryName(code, name, localName), value: code },
    ),
  ),

  searchServiceOptions: searching(async (functions) =>
    distinct(
      (await servicesInQuestion(functions)).flatMap(({ code, options = [] }) =>
        options.map((option) => ({ name: entryName(option, code), value: option })),
      ),
    ),
  ),

  searchFacilities: searching(async (functions) =>
    distinct(
      (await servicesInQuestion(functions)).flatMap(({ facilities = [] }) =>
        facilities.map(({ code, city, country }) => ({ name: entryName(code, city, country), value: code })),
      ),
    ),
  ),

  searchPortalServices: searching(async (functions) => {
    const country = chosen(functions, 'country', COUNTRY);
    if (country === undefined) throw new TypeError('Choose the country first: the portal lists services by country.');
    const services = await listPortalServices(await portal.forForm(functions), country);
    const offered = services.filter(({ active }) => active !== false);
    const usable = await eachInSlices(offered, portalServiceOf);
    return usable.flatMap(({ code, name, localName }) =>
      code === undefined ? [] : { name: entryName(name, localName, code), value: code },
    );
  }),

  searchPortalServiceOptions: searching(async (functions) => {
    const channel = chosen(functions, 'channelId');
    if (channel === undefined) throw new TypeError('Choose the service channel first: options belong to a channel.');
    const listed = await listPortalServiceOptions(await portal.forForm(functions), channel);
    const options = await eachInSlices(listed, portalServiceOptionOf);
    return options.flatMap(({ code, description }) =>
      code === undefined ? [] : { name: entryName(code, description), value: code },
    );
  }),
};

/** The service that the form names; all of them while it names none, or one by an expression. */
async function servicesInQuestion(functions: ILoadOptionsFunctions): Promise<Service[]> {
  const services = await knownServices(await integration.forForm(functions));
  const code = chosen(functions, 'serviceCode');
  const named = services.filter((service) => service.code === code);
  return named.length > 0 ? named : services;
}

function distinct(entries: readonly INodeListSearchItems[]): INodeListSearchItems[] {
  return [...new Map(entries.map((entry) => [entry.value, entry])).values()];
}
