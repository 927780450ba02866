import { type JsonObject, listOf, objectOf } from '../../../carriers/json-value';
import { customsFields, manufacturerFields, moreItemFields } from '../../../nodes/Hge/fields/item';

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
/** The object with its names as the form has them. */
export const inCamelCase = (object: unknown): JsonObject =>
  Object.fromEntries(Object.entries(objectOf(object)).map(([name, value]) => [camelCase(name), value]));
const picked = (object: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));

/** An address as the form holds it, its country chosen "By Code". */
function address(party: unknown): JsonObject {
  const fields = inCamelCase(party);
  return { ...fields, country: { __rl: true, mode: 'code', value: fields['country'] } };
}

/** The form filled in with an order; weights and prices typed as text, as a form gives them. */
export function filledForm(order: JsonObject): JsonObject {
  const typed = (object: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(inCamelCase(object)).map(([name, value]) => [name, name === 'qty' ? value : String(value)]),
    );
  const item = (object: JsonObject): JsonObject => {
    const fields = typed(object);
    const group = (catalog: { name: string }[]) =>
      picked(
        fields,
        catalog.map(({ name }) => name),
      );
    return {
      ...fields,
      customs: group(customsFields),
      manufacturer: group(manufacturerFields),
      more: group(moreItemFields),
    };
  };
  const { parcel_list: parcels, tax_info: tax, ...rest } = order;
  return {
    inputMode: 'form',
    ...inCamelCase(rest),
    shipDate: `${String(order['ship_date'])}T00:00:00.000+08:00`,
    shipperInfo: address(order['shipper_info']),
    consigneeInfo: address(order['consignee_info']),
    returnInfo: address(order['return_info']),
    parcels: {
      entry: listOf(parcels).map(({ item_list: items, ...parcel }) => ({
        ...typed(parcel),
        items: { entry: listOf(items).map(item) },
      })),
    },
    taxInfo: address(tax),
    additionalFields: picked(inCamelCase(rest), [
      'orderRemark',
      'isConfirmLabel',
      'needTrack',
      'isOverseasReturn',
      'isSignature',
    ]),
  };
}
