import { PARCELS_PER_CALL, parcelNumberOf } from '../../../carriers/etower';
import { givenList, textOf, type JsonObject } from '#carriers/shared/json-value';
import { leavesOf, pathText } from '#carriers/shared/leaves';
import { RequestError, type RequestProblem } from '#carriers/shared/request-check';
import { grouped } from '#nodes/shared/calls';
import { bagForm, handoverForm } from './form';

/** What an item says of its bag: one parcel in it (form), or all of it (JSON). */
export interface BagItem {
  /** Its index, counted from 0 as n8n does. */
  item: number;
  isWhole: boolean;
  /** Empty where not even that could be read. */
  bagNo: string;
  bag: JsonObject;
  handover: JsonObject;
  /** Why the item cannot be sent. */
  problem?: Error;
}

/** The bags of some items, each with the parcels of all of its items. One that is in several items of a bag is sent once. */
export function bagsOf(items: readonly BagItem[]): JsonObject[] {
  return grouped(items, ({ bagNo }) => bagNo).map((inBag) => {
    const [first] = inBag;
    if (first?.isWhole) return first.bag;
    const parcels = inBag.flatMap(({ bag }) => givenList(bag['parcels']));
    const byNumber = new Map(parcels.map((parcel) => [parcelNumberOf(parcel), parcel]));
    return { ...first?.bag, parcels: [...byNumber.values()] };
  });
}

/**
 * A bag is handed over whole or not at all, because none can be filled up later: its number is taken then.
 * @returns for each item why its bag cannot be sent
 */
export function bagProblems(items: readonly BagItem[]): (Error | undefined)[] {
  const problems = new Map(
    grouped(items, ({ bagNo }) => bagNo).flatMap((inBag) => {
      const problem = problemOf(inBag);
      return problem ? inBag.map((each) => [each, problem] as const) : [];
    }),
  );
  return items.map((each) => each.problem ?? problems.get(each));
}

function problemOf(inBag: readonly BagItem[]): Error | undefined {
  const [first, second] = inBag;
  if (!first) return undefined;
  const bag = `Bag ${first.bagNo}`;
  const bad = inBag.find(({ problem }) => problem);
  if (bad)
    return refusal(`${bag} is not handed over, because item ${bad.item} of it cannot be: ${bad.problem?.message}`);
  if (first.isWhole && second) {
    return refusal(`${bag} is in item ${first.item} and in item ${second.item}: with JSON, an item is a whole bag`);
  }
  const differing = differencesIn(inBag);
  if (differing) return differing;
  const parcels = givenList(bagsOf(inBag)[0]?.['parcels']).length;
  if (parcels <= PARCELS_PER_CALL) return undefined;
  return refusal(
    `${bag} has ${count(parcels)} parcels. A call takes ${count(PARCELS_PER_CALL)}, and a bag is not divided`,
  );
}

/** The carrier gets one value for the bag: it must not depend on which item is looked at. */
function differencesIn(inBag: readonly BagItem[]): RequestError | undefined {
  const ofBag = differing(inBag, ({ bag }) => bag);
  const ofHandover = differing(inBag, ({ handover }) => handover);
  const problems = [
    ...bagForm.labelled(new RequestError(ofBag)).problems,
    ...handoverForm.labelled(new RequestError(ofHandover)).problems,
  ];
  return problems.length > 0 ? new RequestError(problems) : undefined;
}

/** What an item says otherwise than the first. */
function differing(inBag: readonly BagItem[], factsOf: (item: BagItem) => JsonObject): RequestProblem[] {
  const told = inBag.map((item) => ({
    item,
    facts: new Map(leavesOf(factsOf(item)).map(({ path, leaf }) => [pathText(path), leaf])),
  }));
  const paths = new Set(told.flatMap(({ facts }) => [...facts.keys()]));
  return [...paths].filter(isShared).flatMap((path) => {
    const [first] = told;
    const other = told.find(({ facts }) => facts.get(path) !== first?.facts.get(path));
    if (!first || !other) return [];
    const [one, two] = [first, other].map(({ item, facts }) => {
      const value = PERSONAL.has(path) ? '' : `${shown(facts.get(path))} in `;
      return `${value}item ${item.item}`;
    });
    const verb = PERSONAL.has(path) ? 'differs between' : 'is';
    return [{ path, problem: `of bag ${first.item.bagNo} ${verb} ${one} and ${two}` }];
  });
}

/** People, companies and what can be written of them. */
const PERSONAL: ReadonlySet<string> = new Set(['consignor', 'consignee', 'driver', 'plateNbr', 'remark']);

function isShared(path: string): boolean {
  return !path.startsWith('parcels[');
}

function shown(value: unknown): string {
  return textOf(value) ?? 'empty';
}

function count(parcels: number): string {
  return parcels.toLocaleString('en');
}

function refusal(problem: string): RequestError {
  return new RequestError([{ path: '', problem }]);
}
