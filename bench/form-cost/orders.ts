import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, objectOf, type JsonObject } from '#carriers/shared/json-value';
import type { CredentialFields } from '../../engine';

/** How one carrier's node creates orders. */
export interface OrderNode {
  /** The node's class, and file. */
  file: string;
  node: string;
  resource: string;
  /** The parameter with the order's own number. */
  reference: string;
  /** Where the recorded form with every field is. */
  recorded: string;
  /** The order in a recorded body. */
  orderIn: (body: unknown) => unknown;
  credentials: (url: string) => Record<string, CredentialFields>;
  /** The fields that most orders have, by the ways to them. */
  typical: readonly string[];
  /** Entries of its lists in such an order, if not one: eTower's value has to be the sum of both recorded ones. */
  entries?: number;
}

const ECCANG_TYPICAL = [
  'referenceNo',
  'shippingMethod',
  'countryCode',
  'orderWeight',
  ...['Name', 'Street', 'City', 'Province', 'Postcode', 'Telephone'].map((part) => `consignee.consignee${part}`),
  ...['Name', 'Countrycode', 'Province', 'City', 'Street', 'Postcode', 'Telephone', 'Mobile'].map(
    (part) => `shipper.shipper${part}`,
  ),
  ...['Enname', 'Cnname', 'Quantity', 'Weight', 'Unitcharge'].map((part) => `items.entry.invoice${part}`),
];

const paramsOf = (body: unknown): unknown => objectOf(body)['params'];

export const ORDER_NODES: Readonly<Record<string, OrderNode>> = {
  eccangTms: {
    file: 'EccangTms',
    node: 'eccangTms',
    resource: 'order',
    reference: 'referenceNo',
    recorded: 'eccang/requests/order.create.json',
    orderIn: paramsOf,
    credentials: (url) => ({ eccangTmsApi: { baseUrl: `${url}/eccang`, appToken: 'token', appKey: 'key' } }),
    typical: ECCANG_TYPICAL,
  },
  huahan: {
    file: 'Huahan',
    node: 'huahan',
    resource: 'order',
    reference: 'referenceNo',
    recorded: 'huahan/requests/order.create.json',
    orderIn: paramsOf,
    credentials: (url) => ({ huahanApi: { baseUrl: `${url}/eccang`, appToken: 'token', appKey: 'key' } }),
    typical: ECCANG_TYPICAL,
  },
  etower: {
    file: 'Etower',
    node: 'etower',
    resource: 'order',
    reference: 'referenceNo',
    recorded: 'etower/requests/order.create.json',
    entries: 2,
    orderIn: (body) => [body].flat()[0],
    credentials: (url) => ({ etowerApi: { region: 'custom', baseUrl: `${url}/etower`, token: 'token', key: 'key' } }),
    typical: [
      ...['referenceNo', 'serviceCode', 'country', 'description', 'weight', 'invoiceValue', 'invoiceCurrency'],
      ...['recipientName', 'addressLine1', 'city', 'state', 'postcode', 'phone', 'email'].map(
        (part) => `recipient.${part}`,
      ),
      ...['itemNo', 'sku', 'description', 'originCountry', 'itemCount', 'unitValue'].map(
        (part) => `items.entry.${part}`,
      ),
    ],
  },
  hge: {
    file: 'Hge',
    node: 'hge',
    resource: 'order',
    reference: 'customerOrderNum',
    recorded: 'hge/requests/order.create.json',
    orderIn: (body) => body,
    credentials: (url) => ({
      hgeApi: { environment: 'custom', baseUrl: `${url}/hge/`, apiKey: 'key', apiSecret: 'secret', apiToken: 'token' },
    }),
    typical: [
      ...['customerOrderNum', 'serviceCode', 'shipDate'],
      ...['fullName', 'phone', 'country', 'province', 'city', 'address', 'postcode'].map(
        (part) => `consigneeInfo.${part}`,
      ),
      ...['parcelNum', 'weight'].map((part) => `parcels.entry.${part}`),
      ...['name', 'sku', 'qty', 'weight'].map((part) => `parcels.entry.items.entry.${part}`),
    ],
  },
  mgoship: {
    file: 'Mgoship',
    node: 'mgoship',
    resource: 'parcelOrder',
    reference: 'customerno',
    recorded: 'mgoship/requests/parcelOrder.create.json',
    orderIn: paramsOf,
    credentials: (url) => ({
      mgoshipApi: {
        environment: 'custom',
        baseUrl: `${url}/mgoship/api.php`,
        appId: 'app-id',
        appSecret: 'app-secret',
        version: '1.0',
        signatureTemplate: '{appId}|{secret}|{version}|{module}|{action}|{params}',
        signatureAlgorithm: 'sha1',
        signatureCase: 'upper',
      },
    }),
    typical: [
      ...['customerno', 'channel', 'weight', 'hasbattery', 'insurance', 'insvalue', 'region'],
      ...['name', 'address', 'postcode', 'phone'].map((part) => `consignee.${part}`),
      ...['enname', 'cnname', 'qty', 'unitprice'].map((part) => `items.entry.${part}`),
    ],
  },
};

export type Size = 'typical' | 'full';

/** One order in both modes: the parameters of the node, and the items that it runs with. */
export interface OrderCase {
  /** Fields by expression. */
  expressions: number;
  form: { parameters: JsonObject; items: JsonObject[] };
  json: { parameters: JsonObject; items: JsonObject[] };
}

/** The form with every field, or the typical ones, by expression, and the same order as JSON. */
export function orderCase(order: OrderNode, size: Size, count: number): OrderCase {
  const { parameters, sent } = recordedForm(order);
  const fields = Object.fromEntries(Object.entries(parameters).filter(([name]) => name !== 'options'));
  const values: JsonObject = {};
  const filled = byExpression(size === 'typical' ? picked(fields, order.typical, order.entries) : fields, values);
  const body = order.orderIn(sent);
  const present = new Set(Object.values(values).flat().map(String));
  const kept = size === 'typical' ? withValues(body, present) : body;
  const own = expressionIn(objectOf(filled)[order.reference]);
  const items = (item: unknown, mark: unknown): JsonObject[] =>
    Array.from({ length: count }, (_, at) => objectOf(numbered(item, mark, `REF-${at}`)));
  const mark = values[own];
  return {
    expressions: Object.keys(values).length,
    form: { parameters: { ...objectOf(filled), inputMode: 'form' }, items: items(values, mark) },
    json: { parameters: { inputMode: 'json', body: '={{ $json }}' }, items: items(kept, mark) },
  };
}

function recordedForm({ recorded }: OrderNode): { parameters: JsonObject; sent: unknown } {
  const rows: unknown = JSON.parse(readFileSync(join(__dirname, '../../test/engine', recorded), 'utf8'));
  const { parameters, sent } = objectOf(objectOf(rows)['every field']);
  return { parameters: objectOf(parameters), sent: objectOf([sent].flat()[0])['body'] };
}

/** Every value as an expression, with the values that it reads; locators keep their mode. */
function byExpression(value: unknown, values: JsonObject): unknown {
  const within = (each: unknown, way: readonly string[]): unknown => {
    if (isSwitch(way.at(-1) ?? '')) return each;
    if (isObject(each)) {
      const isLocator = '__rl' in each;
      return Object.fromEntries(
        Object.entries(each).map(([name, part]) => [
          name,
          isLocator && name !== 'value' ? part : within(part, [...way, name]),
        ]),
      );
    }
    if (Array.isArray(each) && each.every(isObject)) return each.map((part, at) => within(part, [...way, String(at)]));
    const name = way.join('_');
    values[name] = each;
    return `={{ $json.${name} }}`;
  };
  return within(value, []);
}

/** What takes no expression, or is no field of the order. */
function isSwitch(name: string): boolean {
  return name === 'inputMode' || name === 'simplify' || name.endsWith('From');
}

function expressionIn(value: unknown): string {
  return /\$json\.(\w+)/.exec(String(isObject(value) ? value['value'] : value))?.[1] ?? '';
}

/** The fields at these ways, of lists the first entries. */
function picked(fields: JsonObject, ways: readonly string[], entries = 1): JsonObject {
  const isOn = (way: string): boolean => ways.some((each) => each === way || each.startsWith(`${way}.`));
  const within = (object: JsonObject, way: string): JsonObject =>
    Object.fromEntries(
      Object.entries(object)
        .filter(([name]) => isOn(way + name) || isSwitch(name))
        .map(([name, each]) => [name, partAt(each, way + name)]),
    );
  const partAt = (value: unknown, way: string): unknown => {
    if (Array.isArray(value) && value.every(isObject))
      return value.slice(0, entries).map((each) => within(each, `${way}.`));
    return isObject(value) && !('__rl' in value) ? within(value, `${way}.`) : value;
  };
  return within(fields, '');
}

/** With another number in place of the recorded one. */
function numbered(value: unknown, mark: unknown, reference: string): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => numbered(each, mark, reference));
  if (!isObject(value)) return value === mark ? reference : value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, numbered(each, mark, reference)]));
}

/** What holds one of these values. */
function withValues(value: unknown, present: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) {
    return value.map((each: unknown) => withValues(each, present)).filter((each) => each !== undefined);
  }
  if (!isObject(value)) return present.has(String(value)) || present.has(`${String(value)}.00`) ? value : undefined;
  const kept = Object.entries(value)
    .map(([name, each]) => [name, withValues(each, present)] as const)
    .filter(([, each]) => each !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
