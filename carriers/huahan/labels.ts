import { entriesFor, entriesOf, type EccangClient } from '../eccang';
import type { CarrierError } from '../http';
import type { JsonObject } from '#carriers/shared/json-value';

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
  return client.call(
    'batchGetLabelUrl',
    {
      reference_nos: numbers,
      label_type: labelType,
      ...(labelContentType === undefined ? {} : { label_content_type: labelContentType }),
      ...(printDeclareInfo === undefined ? {} : { extra_option: { print_declare_info: printDeclareInfo } }),
    },
    { intent: 'read' },
  );
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
