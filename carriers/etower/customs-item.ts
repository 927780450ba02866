import { amountOf, numberOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present, type CustomsItem } from '#carriers/shared/parcel';

/** A customs item, of which both parts of eTower have the same names. @param weightKg where the unit is documented */
export function customsItemOf(item: JsonObject, currency: string | undefined, weightKg?: number): CustomsItem {
  const unitValue = amountOf(item['unitValue']);
  return present<CustomsItem>({
    description: textOf(item['description']),
    localDescription: textOf(item['nativeDescription']),
    sku: textOf(item['sku']),
    hsCode: textOf(item['hsCode']),
    quantity: numberOf(item['itemCount']),
    weightKg,
    unitValue,
    currency: unitValue === undefined ? undefined : currency,
    url: textOf(item['productURL']),
  });
}
