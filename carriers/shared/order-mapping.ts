import type { JsonObject } from './json-value';
import type { NeutralOrder, OrderLine } from './neutral-order';
import type { RequestTable } from './request';

/** How a carrier's request is filled from the neutral order. Places in the request are paths on the wire: `Consignee.consignee_name`. */
export interface OrderMapping {
  /** The value of `carrier` in its neutral output: what Get told under `details` goes back to its own carrier alone. */
  carrier: string;
  /** The request that is filled. Every place below is a row of it. */
  table: RequestTable;
  /** Of the order itself, by paths such as `recipient.name`. */
  order: Moves;
  /**
   * Of each line, and the list that the lines go to. One inside the list of the boxes (`parcel_list.item_list`) comes to
   * `finish` beside it, under its own name, to be packed.
   */
  lines: { to: string; moves: Moves };
  /** Of each box, and the list that the boxes go to. Without it a carrier has no place for boxes. */
  boxes?: { to: string; moves: Moves };
  /** Names that this carrier's Get gives besides the neutral ones and its Create does not take, such as `payment`, or `details.x`. */
  outputOnly?: readonly string[];
  /** Of which neutral values `finish` makes fields of its own: what to give where one is missing. */
  derived?: { readonly [place: string]: string };
  /** What no single move says: goods that go into their boxes, a sum over the lines. */
  finish?: (request: JsonObject, order: NeutralOrder) => JsonObject;
  /** What the user should know of how this order was put into the carrier's request. */
  hints?: (order: NeutralOrder) => string[];
}

/** Where each neutral value goes, by its neutral path. What stands in none of them is named as not sent. */
export type Moves = { readonly [neutralPath: string]: string | Move };

export interface Move {
  /** One place, or several that get the same. None: `finish` takes it. A place that an earlier move filled keeps its value. */
  to: string | readonly string[];
  /**
   * What goes out for it; undefined where the carrier has no value for it, so that it is named as not sent.
   * @throws RequestError where the carrier cannot take an order with this value
   */
  as?: (value: unknown, order: NeutralOrder, line?: OrderLine) => unknown;
}

export interface MappedOrder {
  request: JsonObject;
  /** Neutral paths of what the carrier has no place for: `customsItems[0].material`. */
  notSent: string[];
  /** What the user should know of how it was read, such as lines that are heavier than the parcel. */
  hints: string[];
}
