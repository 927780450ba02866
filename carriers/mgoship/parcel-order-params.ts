import { numberOf, objectOf, textOf, type JsonObject } from '../json-value';
import { amount, paramsOf, pattern, postcode, schemaOf, text, type Shape } from './shape';

/**
 * add_tms_order (`mgoship.md` 5.1). Lengths and forms are documented. The "required" column is not held: required here
 * is what no parcel can do without, and the own number, by which an order is found when its answer is lost.
 */
const PARCEL_ORDER: Shape = {
  consignee: {
    address: text(200, { required: true }),
    buyerid: text(50),
    email: text(50),
    mobile: text(15),
    name: text(50, { required: true }),
    phone: pattern(/^0\d{9,10}$/, 'must be 10 or 11 digits that start with 0, without hyphens'),
    postcode: postcode(),
    region: text(15, { required: true }),
  },
  declare: [
    {
      cnname: text(60),
      enname: text(50, { required: true }),
      material: text(50),
      note: text(50),
      pickupname: text(30),
      qty: amount({ required: true }),
      unitprice: amount({ required: true }),
      url: text(200),
    },
  ],
  order: {
    channel: text(10, { required: true }),
    customerno: text(30, { required: true }),
    hasbattery: text(1),
    height: amount({ decimals: 1 }),
    insurance: text(2),
    insvalue: amount({ decimals: 2, zero: true }),
    length: amount({ decimals: 1 }),
    shipmenttype: text(2),
    weight: amount({ required: true, decimals: 3 }),
    width: amount({ decimals: 1 }),
  },
};

const MOST_ITEMS = 2;

const schema = schemaOf(PARCEL_ORDER).check(({ value, issues }) => {
  const order = objectOf(value['order']);
  const declare = value['declare'];
  const problem = (path: PropertyKey[], message: string): void => {
    issues.push({ code: 'custom', path, message, input: value });
  };
  if (Array.isArray(declare) && declare.length === 0) problem(['declare'], 'needs at least one item');
  if (Array.isArray(declare) && declare.length > MOST_ITEMS) {
    problem(['declare'], `has ${declare.length} items: Mgoship takes at most ${MOST_ITEMS}`);
  }
  if (isInsured(order) && !((numberOf(order['insvalue']) ?? 0) > 0)) {
    problem(['order', 'insvalue'], 'is required when insurance is taken (5Y or 6P), in CNY');
  }
});

/**
 * The params of add_tms_order for what the user gave, in the form of the samples.
 * @throws RequestError naming every field that is wrong
 */
export function parcelOrderParams(given: JsonObject): JsonObject {
  return paramsOf(PARCEL_ORDER, given, schema);
}

/** "If insurance is chosen" (`mgoship.md` 5.1): anything but NO. */
function isInsured(order: JsonObject): boolean {
  return (textOf(order['insurance']) ?? 'NO') !== 'NO';
}
