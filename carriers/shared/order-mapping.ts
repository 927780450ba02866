import type { JsonObject } from './json-value';
import type { NeutralOrder, OrderLine } from './neutral-order';

/** How a carrier's request is filled from the neutral order. Places in the request are paths on the wire: `Consignee.consignee_name`. */
export interface OrderMapping {
  /** Of the order itself, by paths such as `recipient.name`. */
  order: Moves;
  /** Of each line, and the list that the lines go to. */
  lines: { to: string; moves: Moves };
  /** Of each box, and the list that the boxes go to. Without it a carrier has no place for boxes. */
  boxes?: { to: string; moves: Moves };
  /** What no single move says: goods that go into their boxes, a sum over the lines. */
  finish?: (request: JsonObject, order: NeutralOrder) => JsonObject;
  /** What the user should know of how this order was put into the carrier's request. */
  hints?: (order: NeutralOrder) => string[];
}

/** Where each neutral value goes, by its neutral path. What stands in none of them is named as not sent. */
export type Moves = { readonly [neutralPath: string]: string | Move };

export interface Move {
  /** One place, or several that get the same; none where `finish` puts the value in its place. */
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
