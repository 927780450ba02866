import { measuresIn } from '#carriers/shared/details';
import { amountOf, numberOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present, type CustomsItem } from '#carriers/shared/parcel';
import { nestedDetailsOf } from './details';
import { countryCodeOf } from './measures';

/** `etower.md` A.5.1, B.4.1: what stands in the item under another name. */
const TOLD = ['description', 'nativeDescription', 'sku', 'hsCode', 'unitValue', 'productURL', 'material', 'use'];

/**
 * A customs item, of which both parts of eTower have the same names. Neither states whether its weight is of one piece or
 * of the line.
 */
export function customsItemOf(item: JsonObject, currency: string | undefined): CustomsItem {
  // Two or three letters, or a name (B.4.1): three letters stay among the details.
  const originCountry = countryCodeOf(item['originCountry']);
  const unitValue = amountOf(item['unitValue']);
  return present<CustomsItem>({
    description: textOf(item['description']),
    localDescription: textOf(item['nativeDescription']),
    sku: textOf(item['sku']),
    hsCode: textOf(item['hsCode']),
    quantity: numberOf(item['itemCount']),
    weight: numberOf(item['weight']),
    unitValue,
    currency: unitValue === undefined ? undefined : currency,
    url: textOf(item['productURL']),
    originCountry,
    material: textOf(item['material']),
    use: textOf(item['use']),
    details: nestedDetailsOf(
      item,
      [
        ...TOLD,
        ...measuresIn(item, ['itemCount', 'weight']),
        ...(originCountry === undefined ? [] : ['originCountry']),
      ],
      { lists: ['pictures'] },
    ),
  });
}
