import { eachInSlices } from '../../../carriers/http';
import { checkQuoteRequest, QUOTE, quoteOf, quoteRates, type EccangClient } from '../../../carriers/eccang';
import type { JsonObject } from '#carriers/shared/json-value';
import { RequestForm } from '#nodes/shared/form/request-form';
import { perItem } from '#nodes/shared/operation';
import { additionalFields, entries, open } from '#nodes/shared/form/places';

const boxes = entries('volume_list', {
  name: 'volumeList',
  description:
    "Boxes of the parcel; the manual's table of a box is known up to its length, what follows goes into JSON",
});

const form = new RequestForm(QUOTE, [open('country_code', 'weight', 'shipping_type_id'), boxes, additionalFields], {
  trims: true,
});

export const getRates = perItem<EccangClient, { request: JsonObject }>({
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get rates',
    description: 'Quote the freight of a parcel; one output item per product (运费试算)',
    properties: form.withInputMode(
      "The carrier's own feeTrail object: weight, shipping_type_id, country_code or warehouse_code, volume_list …",
    ),
    simplifies: true,
  },
  read: (parameters) => ({ request: form.read(parameters, checkQuoteRequest) }),
  send: async (client, { request }) => {
    const quotes = await quoteRates(client, request);
    return eachInSlices(quotes, (quote) => ({ raw: quote, simplified: quoteOf(client.deployment.carrier, quote) }));
  },
});
