import type { INodeProperties } from 'n8n-workflow';
import type { JsonObject } from '../../../carriers/json-value';
import { listRecords, type List, type MgoshipClient } from '../../../carriers/mgoship';
import { limit, returnAll, simplify } from '#nodes/shared/fields';
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

interface ListRequest {
  given: JsonObject;
  most: number;
  simplified: boolean;
}

/** A Get Many of Mgoship: filters, Return All, Limit, and pages of 100. */
export function getMany({ action, description, list, simplified }: ListDescription): Operation<MgoshipClient> {
  const form = new RequestForm(list.filters, [section('Filters', 'filters', 'rest', { adds: 'filter' })], {
    typed: true,
  });
  const properties: INodeProperties[] = [returnAll, limit, ...form.properties, ...(simplified ? [simplify] : [])];
  return perItem<MgoshipClient, ListRequest>({
    description: { name: 'Get Many', value: 'getMany', action, description, properties },
    read: (parameters) => ({
      given: form.inFormTerms(() => list.filters.check(form.request(parameters))),
      most: parameters.flag('returnAll')
        ? Infinity
        : Math.max(1, Math.floor(parameters.number('limit', 'Limit') ?? 50)),
      simplified: simplified !== undefined && parameters.flag('simplify'),
    }),
    send: async (client, request) => {
      const records = await listRecords(client, list, request.given, request.most);
      return records.map((record) => ({ json: request.simplified && simplified ? simplified(record) : record }));
    },
  });
}
