import { country, currency, measure, money, text, type Row } from '#carriers/shared/rows';
import type { OrderLine } from '#carriers/shared/neutral-order';
import { collectionPart, type FormPart, type NamedRow } from './parts';

/** What is asked of a line of goods in neutral words, whatever the carrier calls it. */
export const LINE = {
  description: text('Description (English)', 'What the goods are, in English', { example: 'Phone case' }),
  localDescription: text('Description (Local)', 'What the goods are, in the language of the sending country', {
    example: '手机壳',
  }),
  unitValue: money('Unit Value', 'Declared value of one piece', { example: '3.50' }),
  currency: currency('Currency', 'Currency of the declared value, three letters', { example: 'USD' }),
  weightKg: measure('Unit Weight (Kilograms)', 'What one piece weighs, for items that do not say it', {
    decimals: 3,
    example: '0.175',
  }),
  hsCode: text('HS Code', 'Customs tariff number', { example: '392690' }),
  originCountry: country('Country of Origin', 'Where it was made, ISO 3166-1 alpha-2', { example: 'CN' }),
  material: text('Material', 'What it is made of', { example: 'Silicone' }),
  use: text('Use', 'What it is used for', { example: 'Protects a phone' }),
  url: text('Sales Link', 'Link to the article in the shop', { example: 'https://shop.example.com/case' }),
} satisfies { readonly [Name in keyof OrderLine]?: Row };

/** What may stand in a line of an order, and in an entry of the list by SKU. */
export const LINE_NAMES: readonly string[] = Object.keys(LINE);

/**
 * Item Defaults: for all lines that do not say it themselves.
 * @param isTaken whether the carrier has a place for what has this neutral name
 */
export function itemDefaultsPart(isTaken: (name: string) => boolean): FormPart {
  const rows = Object.entries(LINE).flatMap(([name, row]): NamedRow[] => (isTaken(name) ? [[name, row]] : []));
  return collectionPart({ displayName: 'Item Defaults', name: 'itemDefaults' }, rows, {}, { adds: 'default' });
}
