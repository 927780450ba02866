import { textOf, type JsonObject } from '#carriers/shared/json-value';
import { RequestError } from '#carriers/shared/request-check';
import { combineRows, inMode } from '#nodes/shared/fields';
import { alreadyRead } from '#nodes/shared/form/order-formats';
import { inTerms } from '#nodes/shared/form/order-words';
import type { OperationDescription } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';
import { orderForm } from './form';

const BODY =
  "The carrier's own object, as JSON mode of the carrier's own node takes it. It goes out as it is, so it belongs to one carrier.";

/** A carrier takes more than the neutral form has: what is its own can be given beside the form too. */
const properties = orderForm
  .withInputMode(BODY)
  .map((field) => (field.name === 'overrides' ? inMode(field, 'form', 'order') : field));

export const create: OperationDescription = {
  name: 'Create',
  value: 'create',
  action: 'Create an order',
  description: 'Send an order to the carrier that the item names, and get its numbers',
  properties,
  writes: true,
  warning: 'every order is a real one and may cost money',
  options: [combineRows],
};

/** What the carrier's own Create is given for an item, and how its errors call the fields. */
export interface Creation {
  /** By the names of its own form. All else has the names of this one. */
  values: JsonObject;
  inWords: (error: RequestError) => RequestError;
}

/**
 * The item's order for the carrier's own Create. What the form holds goes there as a neutral order, so that it makes the
 * same request as any other of the same content; rows of one order are one order already.
 * @param service the field of the carrier's own form: its name and its label
 * @throws RequestError naming the fields of the form
 */
export function creationOf(parameters: ItemParameters, service: { name: string; label: string }): Creation {
  const mode = parameters.text('inputMode');
  if (mode === 'json') return { values: {}, inWords: (error) => error };
  const values = { [service.name]: parameters.any('service') };
  const called = ({ problems }: RequestError): RequestError =>
    new RequestError(problems.map((each) => (each.path === service.label ? { ...each, path: 'Service' } : each)));
  if (mode !== 'form') return { values, inWords: called };
  const inWords = (error: RequestError): RequestError => orderForm.labelled(called(error), parameters.origins);
  const order = inTerms(() => orderForm.request(parameters), inWords);
  const read = alreadyRead({ order, converted: parameters.converted });
  const ofForm = { inputMode: 'order', orderFormat: 'neutral', order: read, itemDefaults: {}, itemsBySku: [] };
  return { values: { ...values, ...ofForm }, inWords };
}

/**
 * Of the defaults of lines, those that the carrier has no field for: its own form does not have them, and an order that
 * says the same is told that they were not sent.
 */
export function unsentDefaults(parameters: ItemParameters, known: readonly string[]): string[] {
  if (parameters.text('inputMode') !== 'order') return [];
  const given = Object.entries(parameters.group('itemDefaults'));
  return given.flatMap(([name, value]) =>
    textOf(value)?.trim() && !known.includes(name) ? [`itemDefaults.${name}`] : [],
  );
}
