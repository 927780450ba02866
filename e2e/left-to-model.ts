/** What a step leaves to the language model that calls it. */
import { isObject, objectAsIs, textOf, type JsonObject } from '../carriers/shared/json-value';
import { objectsIn, type ToolOperation } from './tool-workflows';

/** A field that the model fills in. @param told what it is told of it */
export function byModel({ name, type }: JsonObject, told = ''): string {
  const kind = type === 'number' || type === 'boolean' || type === 'json' ? type : 'string';
  return `={{ $fromAI('${String(name)}', \`${told.replace(/[`\\]/g, '')}\`, '${kind}') }}`;
}

/** As the button beside a field in the editor writes it: by the field's label, and with no description. */
export function byButton(field: JsonObject): string {
  const label = String(field['displayName'])
    .replace(/[^\w-]/g, '_')
    .slice(0, 63);
  return byModel({ ...field, name: label }).replace('{{ ', '{{ /*n8n-auto-generated-fromAI-override*/ ');
}

/** With our own description of the field. */
export function described(field: JsonObject): string {
  return byModel(field, textOf(field['description']) ?? textOf(field['displayName']));
}

const FILLED = ['string', 'number', 'boolean', 'json', 'dateTime'];

/** Every field that the form of an operation shows when it is opened, left to the model. n8n drops those of other modes. */
export function allByModel(
  { fields }: Pick<ToolOperation, 'fields'>,
  written: (field: JsonObject) => string,
): JsonObject {
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const value = filledBy(field, written);
      return value === undefined ? [] : [[String(field['name']), value]];
    }),
  );
}

function filledBy(field: JsonObject, written: (field: JsonObject) => string): unknown {
  const { name, type, noDataExpression, default: initial, options, modes } = field;
  if (noDataExpression === true) return undefined;
  if (FILLED.includes(String(type))) return written(field);
  if (type === 'resourceLocator') return { __rl: true, mode: objectsIn(modes).at(-1)?.['name'], value: written(field) };
  if (type !== 'collection' || !isObject(initial)) return undefined;
  const opened = objectsIn(options).filter((each) => Object.hasOwn(initial, String(each['name'])));
  const inside = opened.map((each) => ({ ...each, way: `${String(name)}_${String(each['name'])}` }));
  const values = inside.map(({ way, ...each }): [string, unknown] => [
    String(objectAsIs(each)['name']),
    filledBy(each, (own) => written({ ...own, name: way })),
  ]);
  return Object.fromEntries(values);
}

/** As a person would set it up: a number, or the whole order or request, left to the model. */
export function usualByModel({ fields }: ToolOperation): JsonObject {
  const required = allByModel({ fields: fields.filter((field) => field['required'] === true) }, byButton);
  const whole = fields.find(({ name }) => name === 'order') ?? fields.find(({ name }) => name === 'body');
  if (!whole) return required;
  const name = String(whole['name']);
  return { ...required, inputMode: name === 'order' ? 'order' : 'json', [name]: byButton(whole) };
}

/** n8n publishes no step in which a dropdown that it asks for is empty. */
export function chosen({ fields }: ToolOperation): JsonObject {
  const open = fields.filter(
    ({ required, type, default: initial }) => required && type === 'options' && initial === '',
  );
  const values = open.map(({ name, options }): [string, unknown] => [
    String(name),
    objectsIn(options).find(({ value }) => value !== '')?.['value'],
  ]);
  return Object.fromEntries(values);
}
