import type { Move, Moves, OrderMapping } from '#carriers/shared/order-mapping';
import { RequestTable } from '#carriers/shared/request';
import { rowsAt } from '#carriers/shared/request-places';
import { but, choice, count, country, currency, flag, group, list, listed, measure, money, text, withChanges, type Row, type Rows } from '#carriers/shared/rows';
import { LINE } from '#nodes/shared/form/line-fields';

const OWN_COUNTRY: Rows = { country: country('Country', 'Where this address is, ISO 3166-1 alpha-2', { example: 'CN' }) };

const PARTY: Rows = {
  name: text('Name', 'First and last name'),
  company: text('Company', 'Firm that stands in the address beside the name'),
  street: text('Street', 'Street, first line', { example: '1 Example Street' }),
  street2: text('Street 2', 'Street, second line'),
  street3: text('Street 3', 'Street, third line'),
  houseNumber: text('House Number', 'House number, where it does not stand in the street'),
  district: text('District', 'Part of the city, or county, where the address has one'),
  city: text('City', 'Town of this address'),
  province: text('State or Province', 'Region that the address is in, where its country has such'),
  postcode: text('Postcode', 'Postal or ZIP code of this address'),
  phone: text('Phone', 'Number at which this party can be reached'),
  mobile: text('Mobile', 'Number of the mobile phone of this party'),
  email: text('Email', 'E-mail address', { example: 'name@email.com' }),
  taxNumber: text('Tax Number', 'Number under which the tax office knows this party'),
};

/** A field that may also say nothing. */
function flagOrOpen(label: string, description: string): Row {
  const choices = [
    { name: 'No', value: 'false' },
    { name: 'Not Stated', value: '' },
    { name: 'Yes', value: 'true' },
  ];
  return flag(label, description, { initial: '', choices });
}

const side = (label: string, description: string): Row => measure(label, description, { decimals: Infinity, steps: 1 });

const sumOf = (what: string): Rows => ({
  amount: money('Amount', `${what}: digits with a point`, { example: '12.50' }),
  currency: currency('Currency', `${what}: its currency, three letters`, { example: 'EUR' }),
});

const { description, localDescription, ...furtherOfLine } = LINE;

/** How many decimals a weight may have, each carrier says itself. */
const WEIGHT = but({ decimals: Infinity, steps: 3 });

/**
 * The neutral order as a form: a row for each field that is one at several carriers (`docs/order.md`). What a carrier
 * requires, and how it wants it, its own table says: nothing is checked here.
 */
export const NEUTRAL_ORDER = new RequestTable('docs/order.md', {
  reference: text('Reference', 'Your own order number, by which you find the order again', { asked: true, example: 'SHOP-10023' }),
  service: listed('Service', "The carrier's product, service or channel: its list, where it gives one, or the code", { search: 'searchServices', entry: 'a service' }, { example: 'PK0001' }),
  country: country('Destination Country', 'Country that the parcel goes to, ISO 3166-1 alpha-2', { asked: true }),
  recipient: group('Recipient', PARTY),
  weightKg: measure('Weight (Kilograms)', 'Weight of the parcel in kilograms. Left empty: the sum of its items, where each has a weight.', { decimals: Infinity, steps: 3, example: '0.175' }),
  customsItems: list(
    ['Items', 'Item'],
    withChanges(
      {
        description,
        localDescription,
        sku: text('SKU', 'Your article number', { example: 'CASE-1' }),
        quantity: count('Quantity', 'Number of pieces'),
        ...furtherOfLine,
      },
      { weightKg: WEIGHT },
    ),
  ),
  sender: group('Sender', { ...PARTY, ...OWN_COUNTRY }),
  returnTo: group('Return Address', { ...PARTY, ...OWN_COUNTRY }),
  dimensionsCm: group('Size', {
    length: side('Length (Centimetres)', 'Longest side of the parcel, as it is packed'),
    width: side('Width (Centimetres)', 'Second side of the parcel, as it is packed'),
    height: side('Height (Centimetres)', 'Third side of the parcel, as it is packed'),
  }),
  taxNumbers: group('Tax Numbers', {
    ioss: text('IOSS', 'Import One-Stop Shop number (EU)', { example: 'IM0000000000' }),
    eori: text('EORI', 'Number of the sender at the customs of the EU or the UK'),
    vat: text('VAT', 'Number of the sender for value added tax'),
    recipientTaxId: text('Tax Number of the Recipient', 'Number under which the tax office knows whoever receives the parcel'),
    pccc: text('PCCC', 'Personal customs clearance code of a recipient in Korea', { example: 'P12345678910' }),
  }),
  insurance: group('Insurance', sumOf('What the parcel is insured for')),
  declaredValue: group('Declared Value', sumOf('Value of the whole order, where it is not the sum of its items')),
  incoterm: choice('Incoterm', 'Who pays duties and taxes', { 'DDP (Sender Pays)': 'DDP', 'DDU (Recipient Pays)': 'DDU', 'Not Stated': '' }, { initial: '' }),
  battery: flagOrOpen('Battery', 'Whether the goods hold a battery'),
  signature: flagOrOpen('Signature', 'Whether the recipient has to sign'),
  remark: text('Remark', 'What the carrier should know of this order'),
});

/** Every field goes to where it comes from. */
export const TO_ITSELF: OrderMapping = {
  carrier: '',
  table: NEUTRAL_ORDER,
  order: movesOf(NEUTRAL_ORDER.rows),
  lines: { to: 'customsItems', moves: movesOf(rowsAt(NEUTRAL_ORDER.rows, 'customsItems')) },
};

function movesOf(rows: Rows, way = ''): Moves {
  const moves = Object.entries(rows).flatMap(([name, part]): [string, string | Move][] => {
    const path = way + name;
    if ('rows' in part) return part.kind === 'group' ? Object.entries(movesOf(part.rows, `${path}.`)) : [];
    return [[path, path]];
  });
  return Object.fromEntries(moves);
}
