import type { INodeProperties } from 'n8n-workflow';
import {
  getTrackingNumberChanges,
  numberChangeOf,
  type EccangClient,
  type NumberChanges,
} from '../../../carriers/eccang';
import { textOf } from '#carriers/shared/json-value';
import { perItem } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';
import { waybillNumber } from '../fields/numbers';

const startDate: INodeProperties = {
  displayName: 'Start Date',
  name: 'startDate',
  type: 'string',
  default: '',
  placeholder: 'e.g. 2026-01-31 00:00:00',
  description: "Changes from then on, YYYY-MM-DD HH:mm:ss in the carrier's time",
};

const endDate: INodeProperties = {
  displayName: 'End Date',
  name: 'endDate',
  type: 'string',
  default: '',
  placeholder: 'e.g. 2026-02-28 23:59:59',
  description: "Changes up to then, YYYY-MM-DD HH:mm:ss in the carrier's time",
};

export const getTrackingNumberHistory = perItem<EccangClient, { changes: NumberChanges }>({
  description: {
    name: 'Get Tracking Number History',
    value: 'getTrackingNumberHistory',
    action: 'Get the tracking number history of an order',
    description:
      'List the changes of the tracking number of an order, newest first; one output item per change (获取跟踪号变更记录)',
    properties: [waybillNumber, startDate, endDate],
    simplifies: true,
  },
  read: (parameters) => {
    const start = dateOf(parameters, 'startDate', startDate.displayName);
    const end = dateOf(parameters, 'endDate', endDate.displayName);
    return {
      changes: {
        waybill: parameters.text('number'),
        ...(start === undefined ? {} : { startDate: start }),
        ...(end === undefined ? {} : { endDate: end }),
      },
    };
  },
  send: async (client, { changes }) => {
    const entries = await getTrackingNumberChanges(client, changes);
    return entries.map((entry) => ({ raw: entry, simplified: numberChangeOf(client.deployment.carrier, entry) }));
  },
});

/** The carrier takes one format and does not say in which zone, so nothing is converted. */
function dateOf(parameters: ItemParameters, name: string, label: string): string | undefined {
  const text = textOf(parameters.any(name))?.trim();
  if (text === undefined && isMissing(parameters.any(name))) return undefined;
  if (text !== undefined && /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return text;
  throw parameters.problem(
    `${label} is not of the form YYYY-MM-DD HH:mm:ss`,
    "In an expression, write for instance {{ $now.minus(1, 'day').toFormat('yyyy-MM-dd HH:mm:ss') }}.",
  );
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
