import { eachInSlices } from '../../carriers/http';
import type { JsonObject } from '#carriers/shared/json-value';
import { listRecords, type List, type MgoshipClient } from '../../carriers/mgoship';
import { limit, mostResults, returnAll } from '#nodes/shared/fields';
import { section } from '#nodes/shared/form/places';
import { RequestForm } from '#nodes/shared/form/request-form';
import { perItem, type Operation } from '#nodes/shared/operation';

/** What an operation that lists says of itself. */
interface ListDescription {
  action: string;
  description: string;
  list: List;
  /** Without it the records are given out as they are. */
  simplified?: (record: JsonObject) => JsonObject;
}

/** A Get Many of Mgoship: filters, Return All, Limit, and pages of 100. */
export function getMany({ action, description, list, simplified }: ListDescription): Operation<MgoshipClient> {
  const form = new RequestForm(list.filters, [section('Filters', 'filters', 'rest', { adds: 'filter' })], {
    trims: true,
  });
  return perItem<MgoshipClient, { given: JsonObject; most: number }>({
    description: {
      name: 'Get Many',
      value: 'getMany',
      action,
      description,
      properties: [returnAll, limit, ...form.properties],
      ...(simplified ? { simplifies: true } : {}),
    },
    read: (parameters) => ({
      given: form.inFormTerms(() => list.filters.check(form.request(parameters))),
      most: mostResults(parameters),
    }),
    send: async (client, { given, most }) => {
      const records = await listRecords(client, list, given, most);
      return eachInSlices(records, (record) => ({ raw: record, simplified: simplified?.(record) ?? record }));
    },
  });
}
