/**
 * Orders as the forms take them, from the recorded rows of `test/engine/CARRIER/requests`: there stands a form of every
 * carrier with every field filled in.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isObject, objectOf, type JsonObject } from '../carriers/shared/json-value';
import { PROJECT_ROOT } from '../engine/build';
import { step, type Step } from '../engine/chain';
import type { FormCarrier, OrderForm } from './case';

const FORMS: Record<FormCarrier, { node: string; resource: string; reference: string; recipient: string }> = {
  eccang: { node: 'eccangTms', resource: 'order', reference: 'referenceNo', recipient: 'consignee' },
  huahan: { node: 'huahan', resource: 'order', reference: 'referenceNo', recipient: 'consignee' },
  etower: { node: 'etower', resource: 'order', reference: 'referenceNo', recipient: 'recipient' },
  hge: { node: 'hge', resource: 'order', reference: 'customerOrderNum', recipient: 'consigneeInfo' },
  mgoship: { node: 'mgoship', resource: 'parcelOrder', reference: 'customerno', recipient: 'consignee' },
};

/** Fields of a group in a typical order. */
const TYPICAL_FIELDS = 10;

export interface FilledForm {
  /** With an expression in each field that is not the same for all orders. */
  parameters: JsonObject;
  /** What the expressions of an item refer to. */
  item: (reference: string) => JsonObject;
}

/** Order: Create of a carrier in the form, or as JSON, with as many calls at once. */
export function createStep(order: OrderForm, from: 'form' | 'json', atOnce: number): Step {
  const { node, resource } = FORMS[order.carrier];
  const parameters = from === 'json' ? { inputMode: 'json', body: '={{ $json.body }}' } : filledForm(order).parameters;
  return step(node, 'Create', resource, 'create', { ...parameters, options: { concurrency: atOnce } });
}

/** The same with a typical order typed in, and the reference from the item's number. */
export function typedStep(carrier: FormCarrier, name: string, atOnce: number): Step {
  const { node, resource, reference } = FORMS[carrier];
  const typed = filledForm({ carrier, extent: 'typical' }, (value) => value).parameters;
  const parameters = { ...typed, [reference]: '={{ $json.number }}', options: { concurrency: atOnce } };
  return step(node, name, resource, 'create', parameters);
}

/** `full`: every field by expression. `typical`: reference, weight and recipient; sender and goods typed in. */
export function filledForm(
  { carrier, extent, computes, lines }: OrderForm,
  inField?: (value: unknown) => unknown,
): FilledForm {
  const rows = objectOf(JSON.parse(readFileSync(rowsOf(carrier), 'utf8')));
  const every = objectOf(objectOf(rows['every field'])['parameters']);
  const { reference, recipient } = FORMS[carrier];
  const values: unknown[] = [];
  const byExpression =
    inField ?? ((value: unknown): string => `={{ $json.v${values.push(value) - 1}${computes ? ' ?? null' : ''} }}`);
  const parameters: JsonObject = {};
  for (const [name, value] of Object.entries(every)) {
    if (name === 'options' || name === 'simplify' || name === reference) continue;
    const isTyped = typeof value !== 'object' || isLocator(value) || /^(ship|item|parcels)/.test(name);
    if (extent === 'full') parameters[name] = changed(value, name, byExpression);
    else if (name === recipient || /weight$/i.test(name)) parameters[name] = changed(cut(value), name, byExpression);
    else if (isTyped) parameters[name] = cut(value);
  }
  parameters[reference] = '={{ $json.reference }}';
  const named = Object.fromEntries(values.map((value, index) => [`v${index}`, value]));
  if (lines === undefined) return { parameters, item: (own) => ({ reference: own, ...named }) };
  const list = { itemsFrom: 'list', itemsList: '={{ $json.line_items }}' };
  const line_items = Array.from({ length: lines }, (_, at) => shopLine(at));
  return { parameters: { ...parameters, ...list }, item: (own) => ({ reference: own, ...named, line_items }) };
}

/** As an order of Shopify has it, with fields that no carrier asks for. */
function shopLine(at: number): JsonObject {
  return {
    id: 866_550_311_766_439_000 + at,
    title: `Phone case ${at}`,
    variant_title: 'Blue',
    vendor: 'Sample Shop',
    sku: `CASE-${at}`,
    quantity: 1 + (at % 3),
    price: '3.50',
    grams: 33,
    taxable: true,
    fulfillment_status: null,
    properties: [],
    total_discount: '0.00',
  };
}

function rowsOf(carrier: FormCarrier): string {
  return path.join(PROJECT_ROOT, `test/engine/${carrier}/requests/${FORMS[carrier].resource}.create.json`);
}

/** Decides which fields there are. */
function isChoice(name: string): boolean {
  return name === 'inputMode' || name === '__rl' || name === 'mode' || name.endsWith('From');
}

function isLocator(value: unknown): boolean {
  return isObject(value) && '__rl' in value;
}

function changed(value: unknown, name: string, change: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => changed(each, name, change));
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, changed(each, key, change)]));
  return isChoice(name) ? value : change(value);
}

/** The first fields of each group. */
function cut(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cut);
  if (!isObject(value)) return value;
  const fields = Object.entries(value).slice(0, TYPICAL_FIELDS);
  return Object.fromEntries(fields.map(([key, each]) => [key, cut(each)]));
}
