import * as z from 'zod/v4';
import { countryCodeNamed, countryNames } from './countries';
import { isExact, ROUNDED, withoutNoise } from './exact-numbers';
import { COUNTRY, CURRENCY } from './pasted';

export type Read = (value: unknown) => unknown;

/** By the checks of fields, a reading of what is right at first sight: undefined for what is left to the check. */
export const READINGS = new WeakMap<z.ZodType, Read>();

function readAtOnce<Check extends z.ZodType>(check: Check, read: Read): Check {
  READINGS.set(check, read);
  return check;
}

/**
 * The neutral order as it may be given: one source of its check (`checked-order.ts`), of the JSON Schema in the package and
 * of the tables in `docs/order.md`. Names that stand nowhere here pass: the mapping names them as not sent.
 */
const text = (description: string) =>
  readAtOnce(
    z
      .union([z.string(), z.number()], 'must be text or a number')
      .refine(isExact, ROUNDED)
      .transform((value) => String(clean(value)))
      .optional()
      .meta({ description }),
    (value) => (typeof value === 'string' ? value : undefined),
  );

const DIGITS = /^\s*(\d+(\.\d*)?|\.\d+)\s*$/;

/** Money keeps its text. */
const money = (description: string) =>
  amount(description, 'must be an amount of 0 or more, in digits with a point, e.g. 12.50');

const weight = (description: string) =>
  amount(description, 'must be a number of 0 or more, in digits with a point and without a unit, e.g. 0.175');

function amount(description: string, problem: string) {
  return readAtOnce(
    z
      .union(
        [z.string(problem).regex(DIGITS, problem).transform(trimmed), z.number(problem).nonnegative(problem)],
        problem,
      )
      .refine(isExact, ROUNDED)
      .transform(clean)
      .optional()
      .meta({ description }),
    (value) => {
      if (typeof value === 'string') return DIGITS.test(value) ? trimmed(value) : undefined;
      return typeof value === 'number' && value >= 0 && Number.isFinite(value) && isExact(value)
        ? clean(value)
        : undefined;
    },
  );
}

/** A whole number of 0 or more, of which every digit is kept. */
function isPlain(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** Of which the neutral output has numbers. */
const measure = (description: string) => {
  const problem = 'must be a number of 0 or more, in digits with a point and without a unit, e.g. 12.5';
  return z
    .union([z.string(problem).regex(DIGITS, problem), z.number(problem).nonnegative(problem)], problem)
    .refine(isKept, TOO_LONG)
    .transform((value) => withoutNoise(Number(value)))
    .optional()
    .meta({ description });
};

const count = (description: string) => {
  const problem = 'must be a whole number greater than 0';
  return readAtOnce(
    z
      .union([z.int(problem).min(1, problem), z.string(problem).regex(/^\s*0*[1-9]\d*(\.0*)?\s*$/, problem)], problem)
      .refine((value) => isExact(Number(value)), TOO_LONG)
      .transform(Number)
      .optional()
      .meta({ description }),
    (value) => (isPlain(value) && value !== 0 ? value : undefined),
  );
};

const flag = (description: string) => {
  const problem = 'must be true or false';
  return z
    .union([z.boolean(problem), z.string(problem).regex(/^\s*(true|false|yes|no|y|n)\s*$/i, problem)], problem)
    .transform((value) => (typeof value === 'string' ? /^\s*[ty]/i.test(value) : value))
    .optional()
    .meta({ description });
};

const country = (description: string) => {
  const problem = 'must be a country code of two letters, e.g. US (ISO 3166-1 alpha-2)';
  return readAtOnce(
    z
      .string(problem)
      .transform(countryCodeOf)
      .refine((code) => countryNames().has(code), problem)
      .optional()
      .meta({ description, pattern: '^[A-Za-z]{2}$' }),
    (value) => (typeof value === 'string' && countryNames().has(value) ? value : undefined),
  );
};

/** Sheets and shops often name the country. */
function countryCodeOf(given: string): string {
  const code = COUNTRY.to(given);
  return countryNames().has(code) ? code : (countryCodeNamed(given) ?? code);
}

const currency = (description: string) =>
  readAtOnce(
    text(description)
      .refine(
        (code) => code === undefined || /^[A-Z]{3}$/.test(CURRENCY.to(code)),
        'must be a currency code of three letters, e.g. EUR (ISO 4217)',
      )
      .meta({ description }),
    (value) => (typeof value === 'string' && /^[A-Z]{3}$/.test(value) ? value : undefined),
  );

function trimmed(value: string): string {
  return value.trim();
}

/** Numbers that come of sums, as they were meant. */
function clean<Value extends string | number>(value: Value): Value | number {
  return typeof value === 'number' ? withoutNoise(value) : value;
}

/** Whether a number keeps each of the digits. */
function isKept(value: string | number): boolean {
  return typeof value === 'number' ? isExact(value) : value.replace(/^[\s0.]+|[\s.]/g, '').length <= 15;
}

const TOO_LONG = 'has more digits than a number keeps';

const party = (description: string) =>
  z
    .looseObject(
      {
        name: text('Name'),
        company: text('Company'),
        street: text('Street, first line'),
        street2: text('Street, second line'),
        street3: text('Street, third line'),
        houseNumber: text('House number, where it does not stand in the street'),
        district: text('District or county'),
        city: text('City'),
        province: text('State or province'),
        postcode: text('Postcode'),
        country: country('Country, ISO 3166-1 alpha-2'),
        phone: text('Phone'),
        mobile: text('Mobile phone'),
        email: text('E-mail address'),
        taxNumber: text('Tax number of this party'),
      },
      'must be an object { }',
    )
    .optional()
    .meta({ description });

const sum = (description: string) =>
  z
    .looseObject(
      { amount: money('Amount of money'), currency: currency('Currency, ISO 4217') },
      'must be an object { amount, currency }',
    )
    .optional()
    .meta({ description });

const dimensions = (description: string) =>
  z
    .looseObject(
      {
        length: measure('Length in centimetres'),
        width: measure('Width in centimetres'),
        height: measure('Height in centimetres'),
      },
      'must be an object { length, width, height }',
    )
    .optional()
    .meta({ description });

export const LINE = z.looseObject(
  {
    description: text('What the goods are, in English'),
    localDescription: text('The same in the language of the sending country'),
    sku: text('Your article number'),
    quantity: count('Number of pieces'),
    unitValue: money('Declared value of one piece'),
    currency: currency('Currency of the value, ISO 4217'),
    weightKg: weight('Weight of one piece in kilograms'),
    hsCode: text('Customs tariff number'),
    originCountry: country('Where the goods were made, ISO 3166-1 alpha-2'),
    material: text('What they are made of'),
    use: text('What they are used for'),
    url: text('Link to the article in the shop'),
    totalValue: money('Value of the whole line, where unitValue is missing and the quantity divides it'),
    totalWeightKg: weight(
      'Weight of the whole line in kilograms, where weightKg is missing and the quantity divides it',
    ),
    declaredValue: money('Value as HGE gives it, which does not state whether it is of one piece'),
    weight: measure('Weight as HGE gives it, which states no unit'),
    parcelNumber: text('Number of the box that it lies in, as in parcels'),
  },
  'must be an object { }',
);

const lines = (description: string) =>
  z.array(LINE, 'must be a list [ ] of lines { description, quantity, … }').optional().meta({ description });

const PIECE = z.looseObject(
  {
    number: text('Number of the box'),
    reference: text('Your own number of the box'),
    weightKg: measure('Weight in kilograms'),
    dimensionsCm: dimensions('Size in centimetres'),
    weight: measure('Weight in the unit of the carrier, where it states none (HGE)'),
    length: measure('Length, likewise'),
    width: measure('Width, likewise'),
    height: measure('Height, likewise'),
    customsItems: lines('Goods in this box, where the order itself has no customsItems'),
  },
  'must be an object { }',
);

export const ORDER_SCHEMA = z.looseObject(
  {
    reference: text('Your own order number'),
    service: z
      .union(
        [
          z.looseObject({ code: text('Code at the carrier'), name: text('Name, for the reader alone') }),
          z.union([z.string(), z.number()]).transform((code) => ({ code: String(code) })),
        ],
        'must be the code of the service as text, or an object { code }',
      )
      .optional()
      .meta({ description: "The carrier's product or service: its code, or { code }" }),
    country: country('Destination, ISO 3166-1 alpha-2; where it is missing, the country of the recipient'),
    recipient: party('Who gets the parcel'),
    sender: party('Who sends it'),
    returnTo: party('Where it goes when it cannot be delivered'),
    weightKg: weight('Weight of the whole order in kilograms'),
    dimensionsCm: dimensions('Size of the parcel in centimetres'),
    parcels: z
      .array(PIECE, 'must be a list [ ] of boxes { weightKg, dimensionsCm, … }')
      .optional()
      .meta({ description: 'The boxes, of an order of several' }),
    customsItems: lines('The lines of goods'),
    incoterm: text('Who pays duties, such as DDP or DDU'),
    taxNumbers: z
      .looseObject(
        {
          ioss: text('Import One-Stop Shop number (EU)'),
          eori: text('EORI number of the sender'),
          vat: text('VAT number of the sender'),
          recipientTaxId: text('Tax number of the recipient'),
          pccc: text('Personal customs clearance code of a recipient in Korea'),
        },
        'must be an object { ioss, eori, vat, recipientTaxId, pccc }',
      )
      .optional()
      .meta({ description: 'Numbers for customs' }),
    battery: flag('Whether the goods hold a battery'),
    signature: flag('Whether the recipient has to sign'),
    remark: text('Remark on the order'),
    insurance: sum('What the parcel is insured for'),
    declaredValue: sum('Value of the whole order'),
    extra: z
      .record(z.string(), z.unknown(), 'must be an object { } of fields of the carrier')
      .optional()
      .meta({ description: "The carrier's own fields by their names in its manual, laid over the result" }),
  },
  'must be one object { }',
);
