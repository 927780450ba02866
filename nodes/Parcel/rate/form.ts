import type { INodeProperties } from 'n8n-workflow';
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
import type { Carrier } from '../carrier';
import { CARRIERS } from '../carriers';
import { carrierNamed } from '../fields/carrier';
import type { SortBy } from './ranked-rates';

/** Those that give quotes. */
export const QUOTING = CARRIERS.filter(({ quotes }) => quotes !== undefined);

const [first = ''] = QUOTING.map(({ carrier }) => carrier);

const form = new RequestForm(
  QUOTED_PARCEL,
  [open('country', 'weightKg', 'goodsType'), group('dimensionsCm', 'dimensionsCm'), group('recipient', 'recipient')],
  { trims: true },
);

const sortBy = field(
  'sortBy',
  choice(
    'Sort By',
    'By what the rates of each currency are sorted, from the lowest up',
    {
      Days: ['days', 'The latest day; of as many days the cheaper one'],
      Price: ['price', 'What the parcel costs in all'],
    },
    { initial: 'price' },
  ),
);

const overrides = field(
  'overrides',
  json(
    'Overrides',
    "The carriers' own fields, by carrier and by the names of their manuals. They are laid over what was made of the fields above.",
    { example: `{ "${first}": { … } }` },
  ),
);

export const unnamedCurrency = field(
  'unnamedCurrency',
  currency(
    'Default Currency',
    'In which currency your contracts are with carriers that name none in their quotes. Left empty, the rates of each of them are sorted by themselves.',
    { example: 'CNY' },
  ),
);

const carriers: INodeProperties = {
  displayName: 'Carriers',
  name: 'carriers',
  type: 'multiOptions',
  required: true,
  options: QUOTING.map(({ displayName, carrier }) => ({ name: displayName, value: carrier })),
  default: [...QUOTING.map(({ carrier }) => carrier)],
  description: 'Which carriers to ask, all at once. An expression gives a list, or text with commas between them.',
};

export const ratesForm: INodeProperties[] = [carriers, ...form.properties, sortBy, overrides];

/** @throws RequestError with the labels of this form, for one that has its neutral paths */
export function inFormTerms<T>(make: () => T): T {
  return form.inFormTerms(make);
}

/** What an item asks. */
export interface Inquiry {
  carriers: readonly Carrier[];
  parcel: NeutralOrder;
  /** Fields of a carrier's own, by the carrier. */
  overrides: JsonObject;
  sortBy: SortBy;
  /** Of prices whose currency the carrier does not name. */
  unnamedCurrency: string | undefined;
}

/** @throws an error for what no carrier could be asked */
export function readInquiry(parameters: ItemParameters): Inquiry {
  return {
    carriers: carriersIn(parameters),
    parcel: form.inFormTerms(() => checkedOrder(QUOTED_PARCEL.check(form.request(parameters)))),
    overrides: overridesIn(parameters),
    sortBy: sortByIn(parameters),
    unnamedCurrency: currencyIn(parameters),
  };
}

function carriersIn(parameters: ItemParameters): Carrier[] {
  return [...new Set(parameters.texts(carriers.name).map((name) => namedIn(parameters, name, carriers)))];
}

function overridesIn(parameters: ItemParameters): JsonObject {
  const given = parameters.json(overrides.name) === undefined ? {} : parameters.object(overrides.name);
  for (const [name, fields] of Object.entries(given)) {
    const { displayName } = namedIn(parameters, name, overrides);
    if (isObject(fields)) continue;
    throw parameters.problem(
      `${overrides.displayName} has no object { } for ${displayName}`,
      'Give the fields of each carrier as an object.',
    );
  }
  return given;
}

/** One that gives no quotes, too: then that is its failure. */
function namedIn(parameters: ItemParameters, name: string, { displayName }: INodeProperties): Carrier {
  const found = carrierNamed(name);
  if (found) return found;
  const known = QUOTING.map(({ carrier }) => carrier).join(', ');
  throw parameters.problem(`${displayName} names a carrier that this node does not have`, `Name some of ${known}.`);
}

function sortByIn(parameters: ItemParameters): SortBy {
  const given = parameters.text('sortBy');
  if (given === 'price' || given === 'days') return given;
  throw parameters.problem(
    'Sort By is neither price nor days',
    'Choose one of them, or check what the expression gives.',
  );
}

function currencyIn(parameters: ItemParameters): string | undefined {
  const code = parameters.optionalText(`options.${unnamedCurrency.name}`, CURRENCY);
  if (code === undefined || /^[A-Z]{3}$/.test(code)) return code;
  throw parameters.problem(
    `${unnamedCurrency.displayName} is no currency code`,
    'Enter three letters, e.g. CNY (ISO 4217).',
  );
}
