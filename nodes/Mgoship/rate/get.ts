import { eachInSlices } from '../../../carriers/http';
import type { JsonObject } from '#carriers/shared/json-value';
import { ESTIMATE, estimateRates, rateOf, rateParams, type MgoshipClient } from '../../../carriers/mgoship';
import { additionalFields, open } from '#nodes/shared/form/places';
import { RequestForm } from '#nodes/shared/form/request-form';
import { perItem } from '#nodes/shared/operation';

const form = new RequestForm(ESTIMATE, [open('region', 'weight', 'length', 'width', 'height'), additionalFields]);

export const getRates = perItem<MgoshipClient, { params: JsonObject }>({
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get shipping rates',
    description: 'Estimate the shipping fee inside Japan; one output item per shipping way (本土运费试算)',
    properties: form.properties,
    simplifies: true,
  },
  read: (parameters) => ({ params: form.inFormTerms(() => rateParams(form.request(parameters))) }),
  send: async (client, { params }) => {
    const ways = await estimateRates(client, params);
    return eachInSlices(ways, (way) => ({ raw: way, simplified: rateOf(way) }));
  },
});
