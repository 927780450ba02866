import type { Group, Rows } from '#carriers/shared/rows';
import { listPart, type ListSettings } from './list-part';
import {
  collectionPart,
  isUsual,
  NOTHING,
  rowsPart,
  together,
  withPrefix,
  type CollectionSettings,
  type FormPart,
  type NamedRow,
  type Setting,
} from './parts';

/** A place in the form, for some parts of the table. Names that the table does not have are passed over. */
export interface Place {
  /** Names on the wire, or every row that no other place takes. */
  takes: readonly string[] | 'required' | 'rest';
  /** @param rows those that it takes, in its own order */
  show: (rows: Rows, setting: Setting) => FormPart;
}

/**
 * The places of a form, one after the other.
 * @param besides places for the same rows that stand elsewhere
 * @throws TypeError for a part of the table that no place takes: it would be dropped in silence
 */
export function placed(
  rows: Rows,
  places: readonly Place[],
  setting: Setting,
  besides: readonly Place[] = [],
): FormPart {
  const fields = fieldsOf(rows);
  const required = fields.flatMap(([name, row]) => (isUsual(row) ? [name] : []));
  const named = [...places, ...besides].map(({ takes }) => (takes === 'required' ? required : takes));
  const taken = new Set(named.flatMap((names) => (names === 'rest' ? [] : names)));
  const rest = fields.flatMap(([name]) => (taken.has(name) ? [] : [name]));
  const hasRest = named.includes('rest');
  const placeless = Object.keys(rows).filter((name) => !taken.has(name) && !(hasRest && rest.includes(name)));
  if (placeless.length > 0) throw new TypeError(`The form has no place for ${placeless.join(', ')}`);
  return together(
    places.map(({ show }, at) => show(picked(rows, named[at] === 'rest' ? rest : (named[at] ?? [])), setting)),
  );
}

/** Fields that are always shown; without names, all that are required, or that most requests have. */
export function open(...names: string[]): Place {
  return {
    takes: names.length > 0 ? names : 'required',
    show: (rows, setting) => rowsPart(fieldsOf(rows), setting),
  };
}

/** A collection of fields that stand on the object itself; without names, of all that no other place takes. */
export function section(
  displayName: string,
  name: string,
  takes: readonly string[] | 'rest' = 'rest',
  settings: CollectionSettings = {},
): Place {
  return {
    takes,
    show: (rows, setting) => {
      const part = collectionPart({ displayName, name }, fieldsOf(rows), setting, settings);
      return settings.named ? { ...part, labels: withPrefix(displayName, part.labels) } : part;
    },
  };
}

/** Whatever no other place takes: a new optional field of a request is here until it gets a better place. */
export const additionalFields = section('Additional Fields', 'additionalFields');

/** A collection of the fields of one object in the request. */
export function group(wireName: string, name: string, settings: CollectionSettings = {}): Place {
  return ofGroup(wireName, true, ({ label, rows }, setting) =>
    collectionPart({ displayName: label, name }, fieldsOf(rows), setting, { asListed: true, ...settings }),
  );
}

/**
 * The fields of one object in the request, shown among those of the request itself.
 * @param besides its places that stand elsewhere in the form
 */
export function within(
  wireName: string,
  places: readonly Place[],
  { named = false, besides = [] }: { named?: boolean; besides?: readonly Place[] } = {},
): Place {
  return ofGroup(wireName, named, ({ rows }, setting) => placed(rows, places, setting, besides));
}

/** The entries of a list in the request, each shown by `places`, or else field after field. */
export function entries(
  wireName: string,
  { places, ...settings }: ListSettings & { places?: readonly Place[] },
): Place {
  return {
    takes: [wireName],
    show: (rows, setting) => {
      const list = rows[wireName];
      if (list?.kind !== 'list') return NOTHING;
      const entry = placed(list.rows, places ?? [open(...Object.keys(list.rows))], { ...setting, atTop: false });
      return listPart(wireName, list, entry, settings, setting);
    },
  };
}

function ofGroup(wireName: string, isNamed: boolean, show: (group: Group, setting: Setting) => FormPart): Place {
  return {
    takes: [wireName],
    show: (rows, setting) => {
      const object = rows[wireName];
      if (object?.kind !== 'group') return NOTHING;
      const { properties, labels, read } = show(object, setting);
      return {
        properties,
        labels: { [wireName]: { ...(isNamed ? { label: object.label } : {}), inside: labels } },
        read: (source) => {
          const value = read(source);
          return Object.keys(value).length > 0 || object.required ? { [wireName]: value } : {};
        },
      };
    },
  };
}

function picked(rows: Rows, names: readonly string[]): Rows {
  return Object.fromEntries(names.flatMap((name) => (rows[name] === undefined ? [] : [[name, rows[name]]])));
}

function fieldsOf(rows: Rows): NamedRow[] {
  return Object.entries(rows).flatMap(([name, part]): NamedRow[] => ('rows' in part ? [] : [[name, part]]));
}
