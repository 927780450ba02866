import { isObject, objectAsIs, opened, textOf, type JsonObject } from './json-value';
import { DEEPEST, leavesOf, pathText, type Leaf } from './leaves';

/**
 * What a carrier says, unchanged where it is text. An object or a list, as validators answer, is written out as
 * `path: text; …`. Explanations repeat what they refuse, and that may be a name or an address: values of the request
 * `sent`, and fields named as holding one, are left out.
 */
export function explanationOf(value: unknown, sent?: unknown): string | undefined {
  const held = opened(value);
  const text = textOf(held);
  if (text !== undefined) return text;
  const echoes = new Set(leavesOf(sent).map(({ leaf }) => textOf(leaf)?.trim()));
  // Whatever its length: what is left of a secret that is cut in two would not be found, and so not hidden.
  const whole = problemsIn(held, echoes).join('; ');
  return whole === '' ? undefined : whole;
}

function problemsIn(value: unknown, echoes: ReadonlySet<string | undefined>, path: Leaf['path'] = []): string[] {
  if (path.length > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((entry: unknown, at) => problemsIn(entry, echoes, [...path, at]));
  const said = isObject(value) ? [value['msg'], value['message']] : [value];
  const [text] = said.map(textOf).filter((each) => each !== undefined && !echoes.has(each.trim()));
  const subject = (isObject(value) ? placeOf(value) : undefined) ?? subjectOf(path);
  const own = text === undefined ? [] : [subject === '' ? text : `${subject}: ${text}`];
  const members = Object.entries(objectAsIs(value)).filter(([name]) => !HOLDS_WHAT_WAS_SENT.test(name));
  // Beside a message anything else may be what was sent.
  const telling = members.filter(([name]) => text === undefined || HOLDS_PROBLEMS.test(name));
  return [...own, ...telling.flatMap(([name, each]) => problemsIn(each, echoes, [...path, name]))];
}

const HOLDS_PROBLEMS = /^(errors?|details?)$/i;

const HOLDS_WHAT_WAS_SENT = /^(input|given|((rejected|invalid)_?)?value)$/i;

/** Where a validator saw the problem: `loc` is a path in parts, `field` one in text. */
function placeOf({ loc, field }: JsonObject): string | undefined {
  const parts: unknown[] = Array.isArray(loc) ? loc : [];
  const path = parts.filter((part) => typeof part === 'string' || typeof part === 'number');
  return path.length > 0 ? pathText(path) : (textOf(loc) ?? textOf(field));
}

/** Texts in a list have one subject; its problems are told apart by words, not by number. */
function subjectOf(path: Leaf['path']): string {
  return pathText(typeof path.at(-1) === 'number' ? path.slice(0, -1) : path);
}
