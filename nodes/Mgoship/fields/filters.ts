import type { INodeProperties } from 'n8n-workflow';
import type { JsonObject } from '../../../carriers/json-value';
import { textOf } from '../../../carriers/json-value';
import type { NamedValue } from '../../../carriers/mgoship';
import type { ItemParameters } from '#nodes/shared/parameters';
import { warehouse } from './places';

/** A filter of a list: its field in the form, and its name on the wire. */
export interface Filter {
  wireName: string;
  field: INodeProperties;
}

export function filters(list: readonly Filter[]): INodeProperties {
  return {
    displayName: 'Filters',
    name: 'filters',
    type: 'collection',
    placeholder: 'Add filter',
    default: {},
    options: list
      .map(({ field }) => field)
      .sort((left, right) => left.displayName.localeCompare(right.displayName, 'en')),
  };
}

/** The filters that are set, by their names on the wire. Times are Unix seconds there. */
export function readFilters(parameters: ItemParameters, list: readonly Filter[]): JsonObject {
  const set = list.map(({ wireName, field }): [string, unknown] => {
    const name = `filters.${field.name}`;
    return [
      wireName,
      field.type === 'dateTime'
        ? secondsOf(parameters.instant(name, field.displayName))
        : textOf(parameters.optionalText(name, field.displayName)),
    ];
  });
  return Object.fromEntries(set.filter(([, value]) => value !== undefined));
}

export function textFilter(wireName: string, field: Omit<INodeProperties, 'type' | 'default'>): Filter {
  return { wireName, field: { type: 'string', default: '', ...field } };
}

export function statusFilter(values: readonly NamedValue[]): Filter {
  const options = values.map(({ name, value, original }) => ({ name, value, description: original }));
  options.sort((left, right) => left.name.localeCompare(right.name, 'en'));
  return { wireName: 'status', field: { ...status, options, default: options[0]?.value ?? '' } };
}

const status: INodeProperties = {
  displayName: 'Status',
  name: 'status',
  type: 'options',
  options: [],
  default: '',
  description: 'Only orders in this status (状态)',
};

export const warehouseFilter: Filter = { wireName: 'storageid', field: warehouse };

export const productFilter = textFilter('goodsId', {
  displayName: 'Product Code',
  name: 'goodsId',
  placeholder: 'e.g. 1000100003',
  description: "Mgoship's code of a product (goodsId)",
});

export const skuFilter = textFilter('sku', {
  displayName: 'SKU',
  name: 'sku',
  description: 'Your article number (SKU)',
});

export const subUserFilter = textFilter('subid', {
  displayName: 'Sub-User',
  name: 'subid',
  description: 'Code of a sub-user (子用户). The operation that lists them is known by name only.',
});

export const fromFilter: Filter = {
  wireName: 'start_time',
  field: {
    displayName: 'From',
    name: 'startTime',
    type: 'dateTime',
    default: '',
    description: 'Earliest time (start_time)',
  },
};

export const untilFilter: Filter = {
  wireName: 'end_time',
  field: {
    displayName: 'Until',
    name: 'endTime',
    type: 'dateTime',
    default: '',
    description: 'Latest time (end_time)',
  },
};

function secondsOf(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined ? undefined : String(Math.floor(milliseconds / 1000));
}
