import { isBlank } from './blank';
import { decimalOf, inDigits, isEqual, roundedTo } from './decimals';
import { entriesOf, groupOf, moveOf } from './known-moves';
import { isObject, objectAsIs, type JsonObject } from './json-value';
import { lookUp } from './lookup';
import { mergeObjects } from './merge';
import type { NeutralOrder, OrderLine } from './neutral-order';
import type { MappedOrder, Move, Moves, OrderMapping } from './order-mapping';
import { tooHeavy } from './order-weight';
import { passedOver } from './output-only';
import type { ParcelPiece } from './parcel';
import { RequestError, type RequestProblem } from './request-check';
import { partAt, put, rowsAt, valueAt } from './request-places';
import type { Rows } from './rows';

/**
 * A neutral order as the carrier's request, documented fields first and in their order. Every value of the order that is
 * not blank stands in the request, or its path in `notSent`; passed over is only what an output has and no input
 * (`output-only.ts`). What Get told under `details` goes back to the carrier that told it, where its request has the field.
 * @param order as `checkedOrder` gave it: weights in kilograms, sizes in centimetres, money as it was written
 * @param converted neutral paths of weights that a reader converted from another unit, such as `customsItems[0].weightKg`:
 * they are rounded half up to the decimals that the carrier takes, and a hint says so. Other weights go out as they are
 * @throws RequestError naming by neutral path each value with which the carrier cannot take an order
 */
export function mappedOrder(
  mapping: OrderMapping,
  order: NeutralOrder,
  converted: readonly string[] = [],
): MappedOrder {
  const filled = new FilledRequest(mapping, order, new Set(converted));
  filled.fillOrder();
  filled.fillList('customsItems', mapping.lines, order.customsItems);
  filled.fillList('parcels', mapping.boxes, order.parcels);
  if (filled.problems.length > 0) throw new RequestError(filled.problems);
  const finished = mapping.finish?.(filled.request, order) ?? filled.request;
  return {
    request: mapping.table.arranged(mergeObjects(finished, { ...order.extra })),
    notSent: filled.notSent(),
    hints: [...filled.hints, ...(mapping.hints?.(order) ?? []), ...tooHeavy(order)],
  };
}

/** One object of the order, and what it fills. */
interface Scope {
  from: JsonObject;
  /** The way to it in the order: none, or `customsItems[0].` */
  path: string;
  to: JsonObject;
  rows: Rows;
  line?: OrderLine;
}

class FilledRequest {
  readonly request: JsonObject = {};
  readonly hints: string[] = [];
  readonly problems: RequestProblem[] = [];
  private readonly sent = new Set<string>();
  private readonly isOwn: boolean;

  constructor(
    private readonly mapping: OrderMapping,
    private readonly order: NeutralOrder,
    private readonly converted: ReadonlySet<string>,
  ) {
    this.isOwn = objectAsIs(order)['carrier'] === mapping.carrier;
  }

  fillOrder(): void {
    const { mapping, request } = this;
    const from = objectAsIs(this.order);
    const scope = { from, path: '', to: request, rows: mapping.table.rows };
    for (const name of this.fill(scope, mapping.order)) this.sent.add(name);
    if (!this.isOwn) return;
    for (const name of ['recipient', 'sender', 'returnTo']) {
      const group = groupOf(mapping.order, name);
      const { details } = objectAsIs(from[name]);
      if (group !== undefined) this.giveBack(details, request, rowsAt(mapping.table.rows, group), `${group}.`);
    }
  }

  fillList(name: string, list: OrderMapping['boxes'], entries: readonly (OrderLine | ParcelPiece)[] | undefined): void {
    if (list === undefined || entries === undefined) return;
    const rows = rowsAt(this.mapping.table.rows, list.to);
    const filled = entries.map((line, at): JsonObject => {
      const to: JsonObject = {};
      const from = objectAsIs(line);
      const own = `${name}[${at}]`;
      const sent = this.fill({ from, path: `${own}.`, to, rows, line }, list.moves);
      // Of most lines everything is sent: then no path of a field is made.
      if (Object.keys(from).every((field) => sent.includes(field))) this.sent.add(own);
      else for (const field of sent) this.sent.add(`${own}.${field}`);
      return to;
    });
    put(this.request, this.mapping.boxes ? list.to.replace(`${this.mapping.boxes.to}.`, '') : list.to, filled);
  }

  /** Paths of what is neither in the request nor passed over. */
  notSent(): string[] {
    const unsent = this.unsent({ ...this.order, extra: undefined }, '');
    if (unsent.length === 0) return unsent;
    const isPassedOver = passedOver(this.mapping, this.order, this.sent);
    return unsent.filter((path) => !isPassedOver(path));
  }

  private unsent(value: unknown, path: string): string[] {
    if (isBlank(value) || this.sent.has(path)) return [];
    if (Array.isArray(value)) return value.flatMap((each: unknown, at) => this.unsent(each, `${path}[${at}]`));
    if (!isObject(value)) return [path];
    const inside = path === '' ? '' : `${path}.`;
    return Object.keys(value).flatMap((name) => this.unsent(value[name], inside + name));
  }

  /** @returns the names of what stands in the request now */
  private fill(scope: Scope, moves: Moves): string[] {
    const sent: string[] = [];
    for (const { name, head, isInside, isOfDetails, move } of entriesOf(moves)) {
      if (scope.from[head] === undefined || (isOfDetails && !this.isOwn)) continue;
      const value = isInside ? valueAt(scope.from, name) : scope.from[head];
      if (!isBlank(value) && typeof value !== 'object' && this.move(scope, name, move, value)) sent.push(name);
    }
    this.giveBack(scope.from['details'], scope.to, scope.rows);
    return sent;
  }

  private move({ path, to: target, rows, line }: Scope, name: string, { to, as }: Move, value: unknown): boolean {
    try {
      const told = as ? as(value, this.order, line) : value;
      if (told === undefined) return false;
      const isThere = (place: string): boolean => put(target, place, this.rounded(told, path, name, rows, place));
      return typeof to === 'string' ? isThere(to) : to.map(isThere).every(Boolean);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      this.problems.push(...error.problems.map((each) => ({ ...each, path: path + each.path })));
      return false;
    }
  }

  private rounded(value: unknown, scope: string, name: string, rows: Rows, place: string): unknown {
    // Nothing but weights is converted, and most orders have none.
    if (this.converted.size === 0 || !name.startsWith('weight') || !this.converted.has(scope + name)) return value;
    const weight = decimalOf(value);
    const part = partAt(rows, place);
    const decimals = part && 'decimals' in part ? part.decimals : undefined;
    if (weight === undefined || decimals === undefined) return value;
    const shorter = roundedTo(weight, decimals);
    if (isEqual(shorter, weight)) return value;
    // Without index and value: equal hints are shown once, and thousands of orders may have them.
    const field = (scope + name).replace(/\[\d+\]/g, '');
    this.hints.push(`${field} was rounded to ${decimals} decimals, the most that the carrier takes.`);
    return inDigits(shorter);
  }

  /** What Get told by the carrier's own names, where the request has a field of that name and nothing stands in it yet. */
  private giveBack(details: unknown, target: JsonObject, rows: Rows, group = ''): void {
    if (!this.isOwn) return;
    for (const [name, value] of Object.entries(objectAsIs(details))) {
      const part = lookUp(rows, name);
      const isField = part !== undefined && !('rows' in part) && typeof value !== 'object' && !isBlank(value);
      const isLeftOut = this.mapping.outputOnly?.includes(`details.${name}`);
      if (isField && !isLeftOut) put(target, group + name, value);
    }
  }
}

/**
 * Where a field of the request comes from in the neutral order: `customsItems[1].quantity` for `ItemArr[1].invoice_quantity`,
 * `recipient` for `Consignee`.
 * @param place a path on the wire, as errors of the request's table have it
 * @returns undefined for a field that no neutral value goes to
 */
export function neutralPathOf({ order, lines, boxes, derived = {} }: OrderMapping, place: string): string | undefined {
  // Goods in a box: which line of the order one is, its place there does not say.
  const unboxed = place.replace(/\[\d+\](?=\.)/, '');
  if (unboxed !== place && unboxed.startsWith(`${lines.to}[`))
    return inList('customsItems', lines, unboxed)?.replace(/\[\d+\]/, '[]');
  const source = inList('customsItems', lines, place) ?? inList('parcels', boxes, place) ?? sourceOf(order, place);
  return source ?? lookUp(derived, place);
}

function inList(name: string, list: OrderMapping['boxes'], place: string): string | undefined {
  if (list === undefined || !place.startsWith(list.to)) return undefined;
  const [, index, field] = /^(\[\d+\])?(?:\.(.+))?$/.exec(place.slice(list.to.length)) ?? [];
  if (index === undefined) return place === list.to ? name : undefined;
  if (field === undefined) return name + index;
  const source = sourceOf(list.moves, field);
  return source && `${name}${index}.${source}`;
}

function sourceOf(moves: Moves, place: string): string | undefined {
  const placesOf = (move: Moves[string]): readonly string[] => [moveOf(move).to].flat();
  const entries = Object.entries(moves);
  const [exact] = entries.find(([, move]) => placesOf(move).includes(place)) ?? [];
  if (exact !== undefined) return exact;
  const [within] = entries.find(([, move]) => placesOf(move).some((each) => each.startsWith(`${place}.`))) ?? [];
  return within?.split('.')[0];
}
