import type { INodeProperties } from 'n8n-workflow';
import type { OrderFields } from '../../../carriers/eccang';
import { listOf, type JsonObject } from '../../../carriers/json-value';
import { RequestError } from '../../../carriers/request-check';
import { itemsFrom } from '#nodes/shared/fields';
import type { ItemParameters } from '#nodes/shared/parameters';
import { boxFields, itemFields } from '../fields/content';
import { orderFields } from '../fields/order';
import { consigneeFields, shipperFields } from '../fields/party';

/** Order-level fields that the form shows under Customs and Tax; the other optional ones are Additional Fields. */
const CUSTOMS_FIELDS: readonly string[] = [
  'mail_cargo_type',
  'customs_declaration_type',
  'customs_clearance_type',
  'ioss',
  'invoice_fee',
  'other_fee',
];

type Shape = OrderFields['order'];

/** The form of createOrder for a deployment: of each group the fields that it has, the required ones open. */
export function orderForm(fields: OrderFields, overrides: readonly INodeProperties[] = []): INodeProperties[] {
  const pick = (catalog: readonly INodeProperties[], wireNames: readonly string[]): INodeProperties[] =>
    wireNames.flatMap((wireName) => {
      const name = camelCase(wireName);
      return overrides.find((field) => field.name === name) ?? catalog.find((field) => field.name === name) ?? [];
    });
  const group = (
    displayName: string,
    name: string,
    catalog: readonly INodeProperties[],
    shape: Shape,
  ): INodeProperties => {
    const options = pick(catalog, Object.keys(shape));
    const open = options.filter((field) => requiredNames(shape).includes(field.name));
    return {
      ...collection(displayName, name, options),
      default: Object.fromEntries(open.map((field) => [field.name, field.default])),
    };
  };
  const optional = Object.keys(fields.order).filter((wireName) => !isRequired(fields.order, wireName));
  const customs = optional.filter((wireName) => CUSTOMS_FIELDS.includes(wireName));
  const additional = optional.filter((wireName) => !CUSTOMS_FIELDS.includes(wireName));
  const entries = (
    displayName: string,
    name: string,
    entry: string,
    catalog: readonly INodeProperties[],
    shape: Shape,
  ): INodeProperties => ({
    displayName,
    name,
    type: 'fixedCollection',
    typeOptions: { multipleValues: true, sortable: true },
    placeholder: `Add ${entry}`,
    default: {},
    options: [{ displayName: entry, name: 'entry', values: pick(catalog, Object.keys(shape)) }],
  });

  return [
    ...pick(
      orderFields,
      Object.keys(fields.order).filter((wireName) => isRequired(fields.order, wireName)),
    ).map((field) => ({
      ...field,
      required: true,
    })),
    group('Recipient', 'consignee', consigneeFields, fields.consignee),
    group('Sender', 'shipper', shipperFields, fields.shipper),
    itemsFrom,
    {
      ...entries('Items', 'items', 'Item', itemFields, fields.item),
      displayOptions: { show: { itemsFrom: ['fields'] } },
    },
    itemArr,
    ...(fields.box ? [entries('Boxes', 'volume', 'Box', boxFields, fields.box)] : []),
    collection('Customs and Tax', 'customs', pick(orderFields, customs).sort(byDisplayName)),
    collection('Additional Fields', 'additionalFields', pick(orderFields, additional).sort(byDisplayName)),
  ];
}

function collection(displayName: string, name: string, options: INodeProperties[]): INodeProperties {
  return { displayName, name, type: 'collection', placeholder: 'Add field', default: {}, options };
}

const itemArr: INodeProperties = {
  displayName: 'Items (JSON)',
  name: 'itemArr',
  type: 'json',
  displayOptions: { show: { itemsFrom: ['json'] } },
  default: '[]',
  placeholder: 'e.g. {{ $json.lines }}',
  description:
    "List of items with the carrier's field names, such as invoice_enname, invoice_quantity, invoice_weight, invoice_unitcharge",
};

/** The order object that the form describes: documented order of fields, nothing that was left empty. */
function orderFromForm(parameters: ItemParameters, fields: OrderFields): JsonObject {
  const groups = { ...parameters.group('customs'), ...parameters.group('additionalFields') };
  const orderLevel = Object.keys(fields.order).map((wireName): [string, unknown] => {
    const name = camelCase(wireName);
    const value = isRequired(fields.order, wireName) ? parameters.any(name) : groups[name];
    return [wireName, clean(value, isRequired(fields.order, wireName))];
  });
  const volume = fields.box
    ? listOf(parameters.group('volume')['entry']).map((entry) => fromGroup(entry, fields.box ?? {}))
    : [];
  return {
    ...Object.fromEntries(orderLevel.filter(([, value]) => value !== undefined)),
    Consignee: fromGroup(parameters.group('consignee'), fields.consignee),
    Shipper: fromGroup(parameters.group('shipper'), fields.shipper),
    ItemArr:
      parameters.text('itemsFrom', 'Items From') === 'json'
        ? parameters.json('itemArr', 'Items (JSON)')
        : listOf(parameters.group('items')['entry']).map((entry) => fromGroup(entry, fields.item)),
    ...(volume.length > 0 ? { Volume: volume } : {}),
  };
}

/** What a check makes of the order in the form; its errors name the fields as the form does. */
export function checkedForm(
  parameters: ItemParameters,
  fields: OrderFields,
  check: (order: JsonObject) => JsonObject,
): JsonObject {
  try {
    return check(orderFromForm(parameters, fields));
  } catch (error) {
    throw error instanceof RequestError ? inFormTerms(error) : error;
  }
}

/** The same error with the labels of the form before the names on the wire. */
export function inFormTerms(error: RequestError): RequestError {
  return new RequestError(
    error.problems.map(({ path, problem }) => {
      const label = labelOf(path);
      return { path: label ? `${label} (${path})` : path, problem };
    }),
  );
}

const GROUPS: Record<string, { label: string; catalog: readonly INodeProperties[] }> = {
  Consignee: { label: 'Recipient', catalog: consigneeFields },
  Shipper: { label: 'Sender', catalog: shipperFields },
  ItemArr: { label: 'Item', catalog: itemFields },
  Volume: { label: 'Box', catalog: boxFields },
};

function labelOf(path: string): string | undefined {
  const [, group, index, wireName] = /^(\w+?)(?:\[(\d+)\])?(?:\.(\w+))?$/.exec(path) ?? [];
  if (group === undefined) return undefined;
  if (wireName === undefined && !GROUPS[group]) return fieldOf(orderFields, group)?.displayName;
  const { label, catalog } = GROUPS[group] ?? { label: group, catalog: [] };
  const entry = index === undefined ? label : `${label} ${Number(index) + 1}`;
  const field = wireName === undefined ? undefined : fieldOf(catalog, wireName);
  return field ? `${entry}: ${field.displayName}` : entry;
}

function fieldOf(catalog: readonly INodeProperties[], wireName: string): INodeProperties | undefined {
  return catalog.find(({ name }) => name === camelCase(wireName));
}

function fromGroup(group: JsonObject, shape: Shape): JsonObject {
  const entries = Object.keys(shape).map((wireName): [string, unknown] => [
    wireName,
    clean(group[camelCase(wireName)], isRequired(shape, wireName)),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** What was left empty is not sent; an optional 0 is a field that was opened and not filled in. */
function clean(value: unknown, required: boolean): unknown {
  if (value === '' || value === null || value === undefined) return undefined;
  if (value === 0 && !required) return undefined;
  // Several extra services are one text (`eccang.md` 3.1).
  if (Array.isArray(value)) return value.length > 0 ? value.map(String).join(';') : undefined;
  return value;
}

function requiredNames(shape: Shape): string[] {
  return Object.keys(shape)
    .filter((wireName) => isRequired(shape, wireName))
    .map(camelCase);
}

function isRequired(shape: Shape, wireName: string): boolean {
  const field = shape[wireName];
  return field !== undefined && !isOptional(field);
}

function isOptional(field: Shape[string]): boolean {
  return field._zod.optin === 'optional';
}

function camelCase(wireName: string): string {
  return wireName.replace(/_([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase());
}

function byDisplayName(left: INodeProperties, right: INodeProperties): number {
  return left.displayName.localeCompare(right.displayName, 'en');
}
