import { BAG, checkBag, checkHandover, HANDOVER } from '../../../carriers/etower';
import { numberOf, type JsonObject } from '#carriers/shared/json-value';
import { open, section, within, type Place } from '#nodes/shared/form/places';
import { NOTHING, rowsPart, type NamedRow } from '#nodes/shared/form/parts';
import { isJsonMode, RequestForm } from '#nodes/shared/form/request-form';
import { isoIn } from '#nodes/shared/instant';
import type { ItemParameters } from '#nodes/shared/parameters';

/** Of the list of parcels the form has one entry: the item's own. */
const ownParcel: Place = {
  takes: ['parcels'],
  show: ({ parcels }, setting) => {
    if (parcels?.kind !== 'list') return NOTHING;
    const fields = Object.entries(parcels.rows).flatMap(([name, row]): NamedRow[] =>
      'rows' in row ? [] : [[name, row]],
    );
    const { properties, labels, read } = rowsPart(fields, setting);
    return {
      properties,
      labels: { parcels: { inside: labels } },
      read: (source) => ({ parcels: [read(source)] }),
    };
  },
};

const rules = { typed: true, trims: true, zeroIsEmpty: true };

export const bagForm = new RequestForm(
  BAG,
  [
    open('bagNo', 'serviceCode', 'destCountry', 'totalWeight'),
    ownParcel,
    open('facility', 'sortCode', 'battery'),
    within('extendData', [section('Additional Fields', 'additionalFields')]),
    section('Additional Fields', 'additionalFields'),
  ],
  rules,
);

export const handoverForm = new RequestForm(
  HANDOVER,
  [section('Handover', 'handover', 'rest', { asListed: true, named: true })],
  rules,
);

/** What is said of all bags stands beside the form and beside JSON. */
export const bagFields = [
  ...bagForm.withInputMode(
    "One whole bag, the carrier's own object: bagNo, serviceCode, destCountry, totalWeight, parcels. A parcel is the trackingNo of an order, or a complete new order.",
    '{"bagNo": "BAG-1", "parcels": [{"trackingNo": "…"}]}',
  ),
  ...handoverForm.properties,
];

export function readBag(parameters: ItemParameters): JsonObject {
  return bagForm.read(parameters, isJsonMode(parameters) ? checkBag : undefined);
}

export function readHandover(parameters: ItemParameters): JsonObject {
  const handover = handoverForm.request(parameters);
  const seconds = numberOf(handover['handoverTime']);
  // As the vendor's newer sample has it; an older one has milliseconds.
  const time = seconds === undefined ? {} : { handoverTime: isoIn(seconds * 1000, parameters.timeZone) };
  return handoverForm.inFormTerms(() => checkHandover({ ...handover, ...time }));
}
