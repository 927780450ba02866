import type { INodeProperties } from 'n8n-workflow';
import { checkBody, submit, type HandOver, type HgeClient, type Shape } from '../../carriers/hge';
import type { JsonObject } from '../../carriers/json-value';
import { RequestError } from '../../carriers/request-check';
import { inFormMode, inputMode } from '#nodes/shared/fields';
import { perItem, type Operation } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';
import { referenceNum } from './fields/handover';
import { additionalFieldsJson, bodyField, camelCase, fromGroup, partialNotice, readBody, withoutEmpty } from './form';
import { inFormTerms } from './form-terms';

interface HandOverForm {
  action: string;
  description: string;
  /** What the public manual shows of the request. */
  seen: string;
  /** The one object in the request: its name on the wire, its label and its fields. */
  group: { wireName: string; shape: Shape; displayName: string; fields: INodeProperties[] };
}

/** Create, for the two submissions that HGE carries out later: a reference, one object, and a rest that is not known. */
export function createHandOver(
  job: HandOver,
  { action, description, seen, group }: HandOverForm,
): Operation<HgeClient> {
  const { wireName, shape, displayName, fields } = group;
  const name = camelCase(wireName);
  const labels = { fields: [referenceNum], groups: { [wireName]: { label: displayName, fields } } };
  const fromForm = (parameters: ItemParameters): JsonObject =>
    withoutEmpty({
      reference_num: parameters.text('referenceNum'),
      [wireName]: fromGroup(shape, parameters.group(name)),
    });
  const groupField: INodeProperties = {
    displayName,
    name,
    type: 'collection',
    placeholder: 'Add field',
    default: {},
    options: fields,
  };
  return perItem({
    description: {
      name: 'Create',
      value: 'create',
      action,
      description,
      properties: [
        partialNotice(seen),
        inputMode,
        bodyField(`HGE's own object: reference_num, ${wireName} and what your manual has besides`),
        ...[referenceNum, groupField, additionalFieldsJson].map(inFormMode),
      ],
    },
    read: (parameters) => {
      const body = readBody(parameters, () => fromForm(parameters));
      try {
        return checkBody(job.shape, body);
      } catch (error) {
        const isForm = parameters.text('inputMode') === 'form';
        throw isForm && error instanceof RequestError ? inFormTerms(error, labels) : error;
      }
    },
    send: async (client, body) => ({ json: await submit(client, job, body) }),
  });
}
