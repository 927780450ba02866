import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isObject, objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import { sentences } from './errors';
import type { FilesAs, FinishedOutput, OutputFile } from './output';
import type { ItemParameters } from './parameters';
import { TOOL_FIELDS } from './tool-fields';

/** As much of an output as the model is to get. Nothing here is refused, for the call is made: what it has not is told. */
export function forModel(parameters: Pick<ItemParameters, 'any'>, output: FinishedOutput): FinishedOutput {
  const fields = parameters.any(TOOL_FIELDS.output) === 'selected' ? namesIn(parameters.any(TOOL_FIELDS.fields)) : [];
  const json = fields.length > 0 ? selected(output.json, fields) : output.json;
  const absent = fields.filter((field) => isAbsent(output.json, field.split('.')));
  const told = absent.length > 0 ? { hint: sentences(output.hint, `Not in the answer: ${absent.join(', ')}`) } : {};
  return { ...output, ...told, json, filesAs: parameters.any(TOOL_FIELDS.filesAs) === 'base64' ? 'base64' : 'link' };
}

/** What must be known of an output, whatever fields were chosen: that it is an older order, or what was not sent. */
const ALWAYS: readonly string[] = ['notes', 'notSent', 'recovered'];

/**
 * Some fields of an output. What it does not have is left out.
 * @param fields by name, or by the way to one: `recipient.country`, `events.status` of every event
 */
export function selected(json: object, fields: readonly string[]): JsonObject {
  const given = objectAsIs(json);
  const chosen: JsonObject = {};
  for (const field of [...fields, ...ALWAYS]) take(given, field.split('.'), chosen);
  return chosen;
}

function take(from: JsonObject, [name = '', ...way]: readonly string[], into: JsonObject): void {
  if (!Object.hasOwn(from, name)) return;
  const value = from[name];
  if (way.length === 0) into[name] = value;
  else if (Array.isArray(value))
    into[name] = value.map((entry: unknown, at) => within(entry, way, entryAt(into[name], at)));
  else if (isObject(value)) into[name] = within(value, way, into[name]);
}

function within(value: unknown, way: readonly string[], taken: unknown): JsonObject {
  const into = { ...objectAsIs(taken) };
  take(objectAsIs(value), way, into);
  return into;
}

/** Of a list with entries, in none of them. */
function isAbsent(from: unknown, [name = '', ...way]: readonly string[]): boolean {
  if (!isObject(from) || !Object.hasOwn(from, name)) return true;
  const value = from[name];
  if (way.length === 0) return false;
  if (Array.isArray(value)) return value.length > 0 && value.every((entry: unknown) => isAbsent(entry, way));
  return isAbsent(value, way);
}

function entryAt(list: unknown, at: number): unknown {
  return Array.isArray(list) ? list[at] : undefined;
}

/** The names in a field that holds several: a list, or text with commas between them. It never fails: the call is made. */
export function namesIn(value: unknown): string[] {
  const given: unknown[] = Array.isArray(value) ? value : (textOf(value) ?? '').split(',');
  return given.map((each) => (textOf(each) ?? '').trim()).filter((name) => name !== '');
}

/** A file as text of an output, because models are handed no files. */
export function fileAsText(
  functions: Pick<IExecuteFunctions, 'helpers'>,
  stored: IBinaryData,
  { content, fileName, mimeType }: OutputFile,
  filesAs: FilesAs,
): IDataObject {
  const facts = { fileName, mimeType, bytes: content.length };
  if (filesAs === 'base64') return { ...facts, base64: content.toString('base64') };
  try {
    return { ...facts, link: functions.helpers.createBinarySignedUrl(stored, LINK_LASTS), linkLasts: LINK_LASTS };
  } catch {
    return { ...facts, note: NO_LINK };
  }
}

const LINK_LASTS = '1 day';

/** n8n signs links to what it stores by a name; in memory a file has none. */
const NO_LINK =
  'There is no link, because this n8n keeps files in memory. Set Files As to Base64, or keep files on disk (N8N_DEFAULT_BINARY_DATA_MODE).';
