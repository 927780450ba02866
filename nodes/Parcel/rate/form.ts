import type { INodeProperties } from 'n8n-workflow';
import type { Capabilities } from '#carriers/shared/capabilities';
import { checkedOrder } from '#carriers/shared/checked-order';
import { isObject, type JsonObject } from '#carriers/shared/json-value';
import type { NeutralOrder } from '#carriers/shared/neutral-order';
import { CURRENCY } from '#carriers/shared/pasted';
import { QUOTED_PARCEL } from '#carriers/shared/quoted-parcel';
import { choice, currency, json } from '#carriers/shared/rows';
import { group, open } from '#nodes/shared/form/places';
import { RequestForm } from '#nodes/shared/form/request-form';
import { field } from '#nodes/shared/form/row-property';
import type { ItemParameters } from '#nodes/shared/parameters';
import type { SortBy } from './ranked-rates';

const form = new RequestForm(
  QUOTED_PARCEL,
  [
    open('country', 'weightKg', 'goodsType'),
    group('dimensionsCm', 'dimensionsCm'),
    group('recipient', 'recipient'),
  ],
  { trims: true },
);

const sortBy = field('sortBy', choice('Sort By', 'By what the rates of each currency are sorted, from the lowest up', { Days: ['days', 'The latest day; of as many days the cheaper one'], Price: ['price', 'What the parcel costs in all'] }, { initial: 'price' }));

const overrides = field('overrides', json('Overrides', "The carriers' own fields, by carrier and by the names of their manuals. They are laid over what was made of the fields above.", { example: '{ "eccang": { "group": "PY" } }' }));

export const unnamedCurrency = field('unnamedCurrency', currency('Currency Where None Is Named', 'In which currency your contracts are with carriers that name none in their quotes (Eccang TMS, Huahan). Without it the rates of each of them are sorted by themselves.', { example: 'CNY' }));

/** @param asked those that can be asked */
export function ratesForm(asked: readonly Capabilities[]): INodeProperties[] {
  return [carriersField(asked), ...form.properties, sortBy, overrides];
}

function carriersField(asked: readonly Capabilities[]): INodeProperties {
  const options = asked.map(({ displayName, carrier }) => ({ name: displayName, value: carrier }));
  return {
    displayName: 'Carriers',
    name: 'carriers',
    type: 'multiOptions',
    required: true,
    options,
    default: options.map(({ value }) => value),
    description: 'Which carriers to ask, all at once. An expression gives a list, or text with commas between their names.',
  };
}

/** What an item asks. */
export interface Inquiry {
  carriers: readonly Capabilities[];
  parcel: NeutralOrder;
  /** Fields of a carrier's own, by the carrier. */
  overrides: JsonObject;
  sortBy: SortBy;
  /** Of prices whose currency the carrier does not name. */
  unnamedCurrency: string | undefined;
}

/**
 * @param all carriers there are, also those that cannot be asked
 * @throws an error for what no carrier could be asked
 */
export function readInquiry(parameters: ItemParameters, all: readonly Capabilities[]): Inquiry {
  return {
    carriers: carriersIn(parameters, all),
    parcel: form.inFormTerms(() => checkedOrder(QUOTED_PARCEL.check(form.request(parameters)))),
    overrides: overridesIn(parameters, all),
    sortBy: sortByIn(parameters),
    unnamedCurrency: currencyIn(parameters),
  };
}

function carriersIn(parameters: ItemParameters, all: readonly Capabilities[]): Capabilities[] {
  const names = parameters.texts('carriers').map((name) => name.toLowerCase());
  return [...new Set(names)].map((name) => {
    const known = all.find(({ carrier }) => carrier === name);
    if (known === undefined) throw unknownCarrier(parameters, 'Carriers', all);
    return known;
  });
}

function overridesIn(parameters: ItemParameters, all: readonly Capabilities[]): JsonObject {
  const given = parameters.json('overrides') === undefined ? {} : parameters.object('overrides');
  for (const [name, fields] of Object.entries(given)) {
    if (!all.some(({ carrier }) => carrier === name)) throw unknownCarrier(parameters, 'Overrides', all);
    if (isObject(fields)) continue;
    throw parameters.problem(`Overrides has no object { } for ${name}`, 'Give the fields of each carrier as an object.');
  }
  return given;
}

function unknownCarrier(parameters: ItemParameters, field: string, all: readonly Capabilities[]): Error {
  const names = all.map(({ carrier }) => carrier).join(', ');
  return parameters.problem(`${field} names a carrier that is none of ${names}`, 'Write carriers as they are listed here.');
}

function sortByIn(parameters: ItemParameters): SortBy {
  const given = parameters.text('sortBy');
  if (given === 'price' || given === 'days') return given;
  throw parameters.problem('Sort By is neither price nor days', 'Choose one of them, or check what the expression gives.');
}

function currencyIn(parameters: ItemParameters): string | undefined {
  const code = parameters.optionalText(`options.${unnamedCurrency.name}`, CURRENCY);
  if (code === undefined || /^[A-Z]{3}$/.test(code)) return code;
  throw parameters.problem(
    `${unnamedCurrency.displayName} is no currency code`,
    'Enter three letters, e.g. CNY (ISO 4217).',
  );
}
