import type { Quotes } from './quotes';

/**
 * What a carrier can do where all carriers are asked in one way: the node Parcel (All Carriers), and the tables of
 * `docs/parcel.md`, of the carriers' pages and of the README, are made from it. Each carrier states its own in
 * `carriers/<carrier>/capabilities.ts`.
 */
export interface Capabilities {
  /** The value of `carrier` in neutral output, and of the dropdown and column that choose a carrier. */
  carrier: string;
  /** As errors call it: `HGE`. */
  displayName: string;
  /** Internal name of the carrier's own node. */
  node: string;
  credential: string;
  /** What reaches everything else of the carrier, in the words of the editor: `HGE: Endpoint: Call`. */
  generic?: string;
  /** The name under which the carrier's own Create takes its service: `shippingMethod`. */
  serviceField: string;
  /** What its documents describe. Every other operation is in `lacking`. */
  steps: Readonly<Partial<Record<ParcelOperation, Step>>>;
  /** How its step for `rate.getMany` is asked, where it has one. */
  quotes?: Quotes;
  /** Why not: whole sentences, which stand below "Label: Get is not documented for HGE". */
  lacking: Readonly<Partial<Record<ParcelOperation, string>>>;
}

/** An operation of the carrier's own node that does what is asked. */
export interface Step {
  resource: string;
  operation: string;
  /** Which numbers it takes, with what each choice means to the step: nothing where the step has no such parameter. */
  numbers?: Readonly<Partial<Record<NumberType, StepParameters>>>;
  /** Which sizes of a label it can be asked for. */
  labelSizes?: Readonly<Partial<Record<LabelSize, StepParameters>>>;
  /** What it is always given. */
  fixed?: StepParameters;
  /** The names of the neutral output that are given: all of the step's where it is not said. */
  gives?: readonly string[];
  /** The name under which its output repeats the number that was asked, whichever of them it is. */
  repeats?: NumberType;
  /** What to know of it: whole sentences. */
  note?: string;
  /** What to do with what it gives, because the carrier leaves it open: shown beside the output. */
  hint?: string;
  /** Where it is documented, in `docs/references`: `eccang.md 3.11`. */
  source: string;
}

/** Parameters of the carrier's own step, by the names of its form. */
export type StepParameters = Readonly<Record<string, string | number | boolean>>;

/** What carriers are asked for in one way, with what the editor calls it. */
export const OPERATION_NAMES = {
  'order.create': 'Order: Create',
  'order.get': 'Order: Get',
  'order.cancel': 'Order: Cancel',
  'label.get': 'Label: Get',
  'tracking.get': 'Tracking: Get',
  'tracking.getUpdates': 'Tracking: Get Updates',
  'charges.get': 'Charges: Get',
  'rate.getMany': 'Rate: Get Many',
} as const;

export type ParcelOperation = keyof typeof OPERATION_NAMES;

/** The numbers of a shipment by the names of the neutral output, with what users call them. */
export const NUMBER_TYPES = {
  /** The carrier takes several in one field and finds out which it is. */
  any: 'any of them',
  orderNumber: 'order number',
  reference: 'reference',
  trackingNumber: 'tracking number',
} as const;

export type NumberType = keyof typeof NUMBER_TYPES;

export const LABEL_SIZES = {
  carrierDefault: "carrier's default",
  '100x100': '10 × 10 cm',
  '100x150': '10 × 15 cm',
  a4: 'A4',
} as const;

export type LabelSize = keyof typeof LABEL_SIZES;

/** What stands in the way: `Label: Get is not documented for HGE: use HGE: Endpoint: Call`, and why. */
export function refusalOf(
  { displayName, generic, lacking }: Capabilities,
  operation: ParcelOperation,
): { message: string; hint: string } {
  const use = generic === undefined ? '' : `: use ${generic}`;
  return {
    message: `${OPERATION_NAMES[operation]} is not documented for ${displayName}${use}`,
    hint: lacking[operation] ?? '',
  };
}
