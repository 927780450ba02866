import { RequestError } from '#carriers/shared/request-check';
import { combineRows, inMode } from '#nodes/shared/fields';
import { alreadyRead } from '#nodes/shared/form/order-formats';
import { inTerms } from '#nodes/shared/form/order-words';
import type { ItemParameters } from '#nodes/shared/parameters';
import type { Carrier } from '../carrier';
import { acrossCarriers } from '../composite';
import { orderForm, serviceField } from './form';

const BODY =
  "The carrier's own object, as JSON mode of its own node takes it. It goes out as it is, so that it belongs to one carrier.";

export const createOrder = acrossCarriers({
  operation: 'order.create',
  description: {
    name: 'Create',
    value: 'create',
    action: 'Create an order',
    description: 'Send an order to the carrier that the item names, and get its numbers',
    // What one carrier alone takes, the form cannot have.
    properties: orderForm
      .withInputMode(BODY)
      .map((field) => (field.name === 'overrides' ? inMode(field, 'form', 'order') : field)),
    writes: true,
    warning: 'every order is a real one and may cost money',
    options: [combineRows],
  },
  combines: orderForm.combines,
  readsRows: isForm,
  parametersOf: (parameters, carrier) => ({
    [carrier.serviceField]: parameters.any(serviceField.name),
    ...(isForm(parameters) ? ofForm(parameters) : {}),
  }),
  inWords: (error, parameters, carrier) => {
    const named = withServiceNamed(error, carrier);
    return isForm(parameters) ? orderForm.labelled(named, parameters.origins) : named;
  },
});

function isForm(parameters: ItemParameters): boolean {
  return parameters.text('inputMode') === 'form';
}

/**
 * What the form holds goes to the carrier's own Create as a neutral order, so that it makes the same request as any other
 * of the same content.
 * @throws RequestError naming the fields of the form
 */
function ofForm(parameters: ItemParameters): Readonly<Record<string, unknown>> {
  const inWords = (error: RequestError): RequestError => orderForm.labelled(error, parameters.origins);
  const order = inTerms(() => orderForm.request(parameters), inWords);
  return {
    inputMode: 'order',
    orderFormat: 'neutral',
    order: alreadyRead({ order, converted: parameters.converted }),
    // The form's are those of its list, and in its lines already.
    itemDefaults: {},
    itemsBySku: [],
  };
}

/** A carrier calls it by its own name: Product, Service Code, Channel. */
function withServiceNamed({ problems }: RequestError, carrier: Carrier): RequestError {
  const step = carrier.steps['order.create'];
  const own = step && carrier.fieldsOf(step).find(({ name }) => name === carrier.serviceField);
  return new RequestError(
    problems.map((each) => (each.path === own?.displayName ? { ...each, path: serviceField.label } : each)),
  );
}
