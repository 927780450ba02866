import { checkQuoteRequest, QUOTE, quoteOf, quoteRates, type EccangClient } from '../../../carriers/eccang';
import type { JsonObject } from '../../../carriers/json-value';
import { simplify } from '#nodes/shared/fields';
import { RequestForm } from '#nodes/shared/form/request-form';
import { perItem } from '#nodes/shared/operation';
import { open, section } from '#nodes/shared/form/places';

const form = new RequestForm(QUOTE, [
  open('country_code', 'weight', 'shipping_type_id'),
  section('Additional Fields', 'additionalFields'),
]);

export const getRates = perItem<EccangClient, { request: JsonObject; simplified: boolean }>({
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get rates',
    description: 'Quote the freight of a parcel; one output item per product (运费试算)',
    properties: [
      ...form.withInputMode(
        "The carrier's own feeTrail object: weight, shipping_type_id, country_code or warehouse_code, volume_list …",
      ),
      simplify,
    ],
  },
  read: (parameters) => ({
    request: form.read(parameters, checkQuoteRequest),
    simplified: parameters.flag('simplify'),
  }),
  send: async (client, { request, simplified }) => {
    const quotes = await quoteRates(client, request);
    return quotes.map((quote) => ({ json: simplified ? quoteOf(client.deployment.carrier, quote) : quote }));
  },
});
