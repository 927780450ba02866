import type { INodeProperties } from 'n8n-workflow';
import { mergeBodies, type Kind, type Shape } from '../../carriers/hge';
import { withoutNoise } from '../../carriers/exact-numbers';
import { isObject, type JsonObject } from '../../carriers/json-value';
import type { ItemParameters } from '#nodes/shared/parameters';

/** Says in the form what is not known. `seen` names the part of the request that HGE's public manual shows. */
export function partialNotice(seen: string): INodeProperties {
  return {
    displayName: `HGE's public manual shows only the beginning of this request: ${seen}. Which fields are required, what follows and what is answered is not known. Put what your own HGE manual asks for besides into Additional Fields (JSON), or pass the whole request with Input Mode JSON.`,
    name: 'partialNotice',
    type: 'notice',
    default: '',
  };
}

/** The carrier's object as it is, beside every form. */
export function bodyField(description: string): INodeProperties {
  return {
    displayName: 'Body',
    name: 'body',
    type: 'json',
    displayOptions: { show: { inputMode: ['json'] } },
    default: '{}',
    placeholder: 'e.g. {{ $json }}',
    description,
  };
}

export const additionalFieldsJson: INodeProperties = {
  displayName: 'Additional Fields (JSON)',
  name: 'additionalFieldsJson',
  type: 'json',
  default: '{}',
  placeholder: 'e.g. {"field_name": "value"}',
  description:
    "Fields that this form does not have, with HGE's own names. They are merged into the request: objects grow, anything else here takes the place of what the form gives.",
};

/** What the node is to send: the body of JSON mode, or that of the form with the additional fields in it. */
export function readBody(parameters: ItemParameters, fromForm: () => JsonObject): JsonObject {
  if (parameters.text('inputMode') === 'json') return parameters.object('body');
  const { name } = additionalFieldsJson;
  const none = parameters.json(name) === undefined;
  return mergeBodies(fromForm(), none ? {} : parameters.object(name));
}

/** The fields of `shape` that were filled in, from a group of the form, with HGE's names and types. */
export function fromGroup(shape: Shape, group: JsonObject): JsonObject {
  const entries = Object.entries(shape).flatMap(([wireName, kind]): [string, unknown][] => {
    if (typeof kind !== 'string') return [];
    const value = valueOf(group[camelCase(wireName)]);
    return isBlank(value) ? [] : [[wireName, CONVERSIONS[kind](value)]];
  });
  return Object.fromEntries(entries);
}

/** The same without those that turned out empty. */
export function withoutEmpty(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).filter(
      ([, value]) =>
        value !== undefined && !(typeof value === 'object' && value !== null && Object.keys(value).length === 0),
    ),
  );
}

export function camelCase(wireName: string): string {
  return wireName.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** What cannot be converted stays as it is, for the check to name its field. */
const CONVERSIONS: Record<Kind, (value: unknown) => unknown> = {
  text: (value) => (typeof value === 'number' ? String(value) : value),
  number: (value) => {
    const number = typeof value === 'string' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? withoutNoise(number) : value;
  },
  flag: (value) => (value === 'true' ? true : value === 'false' ? false : value),
  // The date picker adds a time. Dates of JavaScript and of n8n's expressions both write themselves as ISO 8601.
  date: (value) => {
    const written: unknown = typeof value === 'object' ? JSON.parse(JSON.stringify(value)) : value;
    return typeof written === 'string' ? written.replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/, '$1') : value;
  },
};

/** Blanks alone are nothing either: as a number they would count as 0. */
function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** A resource locator ("From List", "By Code") holds the chosen value in an object. */
function valueOf(value: unknown): unknown {
  return isObject(value) && '__rl' in value ? value['value'] : value;
}
