import { eachInSlices } from '../../../carriers/http';
import type { INodeProperties } from 'n8n-workflow';
import {
  getTrackingNumberChanges,
  numberChangeOf,
  type EccangClient,
  type NumberChanges,
} from '../../../carriers/eccang';
import { defined } from '#carriers/shared/defined';
import { textOf } from '#carriers/shared/json-value';
import { perItem } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';
import { waybillNumber } from '../fields/numbers';
import { endDate, startDate } from '../fields/order';

export const getTrackingNumberHistory = perItem<EccangClient, { changes: NumberChanges }>({
  description: {
    name: 'Get Tracking Number History',
    value: 'getTrackingNumberHistory',
    action: 'Get tracking number history of order',
    description:
      'List the changes of the tracking number of an order, newest first; one output item per change (获取跟踪号变更记录)',
    properties: [waybillNumber, startDate, endDate],
    simplifies: true,
  },
  read: (parameters) => ({
    changes: {
      waybill: parameters.text('number'),
      ...defined({ startDate: dateOf(parameters, startDate), endDate: dateOf(parameters, endDate) }),
    },
  }),
  send: async (client, { changes }) => {
    const entries = await getTrackingNumberChanges(client, changes);
    return eachInSlices(entries, (entry) => ({
      raw: entry,
      simplified: numberChangeOf(client.deployment.carrier, entry),
    }));
  },
});

/** The carrier takes one format and does not say in which zone, so nothing is converted. */
function dateOf(parameters: ItemParameters, { name, displayName }: INodeProperties): string | undefined {
  const value = parameters.any(name);
  const text = textOf(value)?.trim();
  if (value === undefined || value === null || value === '') return undefined;
  if (text !== undefined && /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return text;
  throw parameters.problem(
    `${displayName} is not of the form YYYY-MM-DD HH:mm:ss`,
    "In an expression, write for instance {{ $now.minus(1, 'day').toFormat('yyyy-MM-dd HH:mm:ss') }}.",
  );
}
