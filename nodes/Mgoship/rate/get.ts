import type { INodeProperties } from 'n8n-workflow';
import type { JsonObject } from '../../../carriers/json-value';
import { estimateRates, rateOf, rateParams, type MgoshipClient } from '../../../carriers/mgoship';
import { simplify } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';
import { inTermsOf } from '../fields/terms';
import { prefecture } from '../fields/places';

const SIDES = [
  {
    displayName: 'Length (Centimetres)',
    name: 'length',
    description: 'Length in centimetres, at most 2 decimals (长)',
  },
  { displayName: 'Width (Centimetres)', name: 'width', description: 'Width in centimetres, at most 2 decimals (宽)' },
  {
    displayName: 'Height (Centimetres)',
    name: 'height',
    description: 'Height in centimetres, at most 2 decimals (高)',
  },
];

const region = prefecture('region');

const measures: INodeProperties[] = [
  {
    displayName: 'Weight (Kilograms)',
    name: 'weight',
    type: 'number',
    typeOptions: { minValue: 0, numberPrecision: 2 },
    required: true,
    default: 0,
    placeholder: 'e.g. 1.5',
    description: 'Weight in kilograms, at most 2 decimals (重量)',
  },
  ...SIDES.map((side): INodeProperties => ({
    ...side,
    type: 'number',
    typeOptions: { minValue: 0, numberPrecision: 2 },
    required: true,
    default: 0,
  })),
];

const fields = [region, ...measures];

export const getRates = perItem<MgoshipClient, { params: JsonObject; simplified: boolean }>({
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get shipping rates',
    description: 'Estimate the shipping fee inside Japan; one output item per shipping way (本土运费试算)',
    properties: [...fields, simplify],
  },
  read: (parameters) => ({
    params: inTermsOf({ '': { fields } }, () =>
      rateParams(Object.fromEntries(fields.map(({ name }) => [name, parameters.any(name)]))),
    ),
    simplified: parameters.flag('simplify'),
  }),
  send: async (client, { params, simplified }) => {
    const ways = await estimateRates(client, params);
    return ways.map((way) => ({ json: simplified ? rateOf(way) : way }));
  },
});
