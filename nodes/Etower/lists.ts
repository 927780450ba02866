import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import {
  knownServices,
  listPortalServiceOptions,
  listPortalServices,
  portalServiceOf,
  portalServiceOptionOf,
  type Service,
} from '../../carriers/etower';
import { textOf } from '../../carriers/json-value';
import { worldCountries } from '#nodes/shared/countries';
import { nodeErrorOf } from '#nodes/shared/errors';
import { listResult } from '#nodes/shared/list-search';
import { openIntegration, openPortal } from './session';

type Search = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;

/** The lists of the form. Those of the integration API come from the service catalogue, which is fetched once. */
export const listSearch: Record<string, Search> = {
  searchCountries: searching(async () => worldCountries()),

  searchServices: searching(async (functions) =>
    (await knownServices(await openIntegration(functions))).flatMap(({ code, name, localName }) =>
      code === undefined ? [] : { name: joined(code, name, localName), value: code },
    ),
  ),

  searchServiceOptions: searching(async (functions) =>
    distinct(
      (await servicesInQuestion(functions)).flatMap(({ code, options = [] }) =>
        options.map((option) => ({ name: joined(option, code), value: option })),
      ),
    ),
  ),

  searchFacilities: searching(async (functions) =>
    distinct(
      (await servicesInQuestion(functions)).flatMap(({ facilities = [] }) =>
        facilities.map(({ code, city, country }) => ({ name: joined(code, city, country), value: code })),
      ),
    ),
  ),

  searchPortalServices: searching(async (functions) => {
    const country = chosen(functions, 'country');
    if (country === undefined) throw new TypeError('Choose the country first: the portal lists services by country.');
    const services = await listPortalServices(await openPortal(functions), country);
    const usable = services.filter(({ active }) => active !== false).map(portalServiceOf);
    return usable.flatMap(({ code, name, localName }) =>
      code === undefined ? [] : { name: joined(name, localName, code), value: code },
    );
  }),

  searchPortalServiceOptions: searching(async (functions) => {
    const channel = chosen(functions, 'channelId');
    if (channel === undefined) throw new TypeError('Choose the service channel first: options belong to a channel.');
    const options = (await listPortalServiceOptions(await openPortal(functions), channel)).map(portalServiceOptionOf);
    return options.flatMap(({ code, description }) =>
      code === undefined ? [] : { name: joined(code, description), value: code },
    );
  }),
};

function searching(load: (functions: ILoadOptionsFunctions) => Promise<INodeListSearchItems[]>): Search {
  return async function (filter) {
    try {
      return listResult(await load(this), filter);
    } catch (error) {
      // An empty list would hide why there is nothing to choose.
      throw nodeErrorOf(this.getNode(), error, 0);
    }
  };
}

/** The service that the form names; all of them while it names none, or one by an expression. */
async function servicesInQuestion(functions: ILoadOptionsFunctions): Promise<Service[]> {
  const services = await knownServices(await openIntegration(functions));
  const code = chosen(functions, 'serviceCode');
  const named = services.filter((service) => service.code === code);
  return named.length > 0 ? named : services;
}

function chosen(functions: ILoadOptionsFunctions, name: string): string | undefined {
  return textOf(functions.getCurrentNodeParameter(name, { extractValue: true }));
}

function distinct(entries: readonly INodeListSearchItems[]): INodeListSearchItems[] {
  return [...new Map(entries.map((entry) => [entry.value, entry])).values()];
}

function joined(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' · ');
}
