import { type JsonObject, listOf, objectOf } from '#carriers/shared/json-value';
import { Hge } from '../../../nodes/Hge/Hge.node';

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
/** The object with its names as the form has them. */
export const inCamelCase = (object: unknown): JsonObject =>
  Object.fromEntries(Object.entries(objectOf(object)).map(([name, value]) => [camelCase(name), value]));
const picked = (object: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));

const named = (fields: unknown, name: string): JsonObject =>
  listOf(fields).find((field) => field['name'] === name) ?? {};
const valuesOf = (list: JsonObject): unknown => listOf(list['options'])[0]?.['values'];
/** The fields of an item, as the form shows them. */
const itemFields = valuesOf(named(valuesOf(named(new Hge().description.properties, 'parcels')), 'items'));

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
    const group = (name: string) =>
      picked(
        fields,
        listOf(named(itemFields, name)['options']).map((field) => String(field['name'])),
      );
    return { ...fields, customs: group('customs'), manufacturer: group('manufacturer'), more: group('more') };
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
