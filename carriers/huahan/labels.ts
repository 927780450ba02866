import { defined } from '#carriers/shared/defined';
import { entriesFor, entriesOf, toldIn, type EccangClient } from '../eccang';
import type { CarrierError } from '../http';
import type { JsonObject } from '#carriers/shared/json-value';
import { present } from '#carriers/shared/parcel';

/** One merged PDF takes at most so many orders (`huahan.md` 1). */
export const ORDERS_PER_MERGED_LABEL = 20;

export interface MergedLabelRequest {
  /** Any of the three numbers, all of one product. */
  numbers: readonly string[];
  /** Paper size (`eccang.md` 4.9). */
  labelType: number;
  /** Content (`eccang.md` 4.10). */
  labelContentType?: number;
  printDeclareInfo?: 'Y' | 'N';
}

/** batchGetLabelUrl (`huahan.md` 3.12): one PDF for all orders, as a link in `url`. */
export async function getMergedLabel(client: EccangClient, request: MergedLabelRequest): Promise<JsonObject> {
  const { numbers, labelType, labelContentType, printDeclareInfo } = request;
  const extra = printDeclareInfo === undefined ? undefined : { print_declare_info: printDeclareInfo };
  const settings = defined({ label_content_type: labelContentType, extra_option: extra });
  const params = { reference_nos: numbers, label_type: labelType, ...settings };
  return client.call('batchGetLabelUrl', params, { intent: 'read' });
}

/** `huahan.md` 3.13: at most 10 orders a call, 3 or fewer recommended. */
export const PROOFS_PER_CALL = { most: 10, recommended: 3 };
export const PROOF_TEMPLATE = '发货证明';

/**
 * batchGetDeliveryProof (`huahan.md` 3.13).
 * @returns the entry with its `url`, or an error, per number in their order
 */
export async function getProofsOfDispatch(
  client: EccangClient,
  numbers: readonly string[],
  template: string = PROOF_TEMPLATE,
): Promise<(JsonObject | CarrierError)[]> {
  const params = { reference_nos: numbers, labelName: template };
  const reply = await client.call('batchGetDeliveryProof', params, { intent: 'read' });
  // The page's table has one `url` above, its example a list (3.13): both are read.
  const own = numbers.length === 1 && reply['url'] !== undefined ? [{ ...reply, reference_no: numbers[0] }] : [];
  const entries = entriesFor(numbers, [...entriesOf(reply), ...own], 'reference_no');
  return numbers.map((number, index) => {
    const entry = entries[index];
    return entry ? (client.refusalIn(entry) ?? entry) : client.notFound(number);
  });
}

/** One call takes at most so many FBA boxes (`huahan.md` 3.17). */
export const BOXES_PER_CALL = 20;

export interface FbaLabel {
  /** Link to the PDF, as it stands in the answer. */
  url: unknown;
  box: {
    /** The number that was asked. */
    number: string;
    /** Waybill number of the order, `U` and three digits. */
    childNumber?: string;
    fbaNumber?: string;
    trackingNumber?: string;
    /** What else the carrier told, by its own names. */
    details?: Readonly<Record<string, unknown>>;
  };
}

/**
 * getFbaLabel (`huahan.md` 3.17). One unknown number is refused with all others in its call.
 * @param numbers FBA box numbers, or tracking numbers of the boxes
 * @returns a label or an error per number, in their order
 */
export async function getFbaLabels(
  client: EccangClient,
  numbers: readonly string[],
): Promise<(FbaLabel | CarrierError)[]> {
  const asked = [...new Set(numbers)];
  const reply = await client.call('getFbaLabel', { box_nos: asked }, { intent: 'read' });
  const entries = entriesFor(asked, entriesOf(reply), 'fba_box_no', 'child_track_number', 'child_number');
  return numbers.map((number) => {
    const entry = entries[asked.indexOf(number)];
    return entry ? (client.refusalIn(entry) ?? fbaLabelOf(number, entry)) : client.notFound(number);
  });
}

function fbaLabelOf(number: string, entry: JsonObject): FbaLabel {
  const told = toldIn(entry);
  const url = told.value('ol_label_url_ori');
  const box = present<FbaLabel['box']>({
    number,
    childNumber: told.text('child_number'),
    fbaNumber: told.text('fba_box_no'),
    trackingNumber: told.text('child_track_number'),
    details: told.details(),
  });
  return { url, box };
}
