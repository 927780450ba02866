import { CarrierError } from '../../http';
import { eachInTurn } from '#carriers/shared/in-turn';
import { listOf, type JsonObject } from '#carriers/shared/json-value';
import type { LabelFile } from '#carriers/shared/label-file';
import { allWhenReady, type Patience } from '#carriers/shared/not-ready';
import type { EtowerClient } from './client';
import { create } from './creation';
import { filesOf, withoutFiles } from './label-files';
import { printLabels, type LabelAnswer } from './labels';
import type { OrderAnswer } from './orders';
import { referenceOf, type NewOrder } from './recovery';

/** The labels that an entry holds, and why others are missing. */
interface Labels {
  files: LabelFile[];
  missing: string[];
}

/** `raw` is without the files that could be read. */
export interface LabelledAnswer extends OrderAnswer {
  /** Empty when the order exists and its label does not. */
  files: LabelFile[];
  /** Those of further pieces: none of them stands for the order's own. */
  pieceFiles: LabelFile[];
  /** Why the order's label is missing, and why some of its pieces'. */
  missing: string[];
  missingPieces: string[];
}

/**
 * Create orders and labels in one call (B.4.2). Labels that are missing, as those of orders that had to
 * be looked up, are asked for by a call of their own.
 * @param patience how long to ask for them; undefined: once
 * @returns one answer or error per order, in their order
 */
export async function createOrdersWithLabels(
  client: EtowerClient,
  orders: readonly NewOrder[],
  { labelFormat, labelType }: { labelFormat?: string; labelType?: number },
  patience?: Patience,
): Promise<(LabelledAnswer | CarrierError)[]> {
  const answers = await create(client, orders, {
    path: '/services/shipper/orderLabels',
    body: { labelFormat, labelType, orders: orders.map(({ order }) => order) },
  });
  const labelled = await eachInTurn(answers, async (answer) =>
    answer instanceof Error ? answer : withLabels(client, answer),
  );
  // A refused account is asked nothing more.
  const isRefused = labelled.some((answer) => answer instanceof Error && answer.ofAccount !== undefined);
  const wanted = labelled.flatMap((answer, index) =>
    isRefused || answer instanceof Error || answer.files.length > 0 ? [] : referenceOf(orders[index]?.order ?? {}),
  );
  const settings = { ...(labelFormat ? { labelFormat } : {}), ...(labelType === undefined ? {} : { labelType }) };
  const printed = await printWanted(client, wanted, settings, patience);
  return labelled.map((answer, index) => {
    const later = printed[wanted.indexOf(referenceOf(orders[index]?.order ?? {}))];
    return answer instanceof Error || later === undefined || answer.files.length > 0
      ? answer
      : completed(answer, later);
  });
}

async function printWanted(
  client: EtowerClient,
  wanted: readonly string[],
  settings: { labelFormat?: string; labelType?: number },
  patience: Patience | undefined,
): Promise<(LabelAnswer | CarrierError)[]> {
  if (wanted.length === 0) return [];
  try {
    return await allWhenReady(client, patience, wanted, (pending) => printLabels(client, pending, settings));
  } catch (error) {
    if (error instanceof CarrierError) return wanted.map(() => error);
    throw error;
  }
}

async function withLabels(client: EtowerClient, answer: OrderAnswer): Promise<LabelledAnswer> {
  const { files, missing } = await labelsOf(client, answer.raw);
  const pieces: Labels[] = [];
  for (const piece of listOf(answer.raw['piecesResult'])) pieces.push(await labelsOf(client, piece));
  return {
    ...answer,
    raw: files.length > 0 ? withoutFiles(answer.raw) : answer.raw,
    files,
    pieceFiles: pieces.flatMap((piece) => piece.files),
    missing,
    missingPieces: pieces.flatMap((piece) => piece.missing),
  };
}

/** With the label that was asked for afterwards, or the reason why there is none. */
function completed(answer: LabelledAnswer, later: LabelAnswer | CarrierError): LabelledAnswer {
  return later instanceof Error
    ? { ...answer, missing: [...new Set([...answer.missing, reasonOf(later)])] }
    : { ...answer, files: later.files, missing: [] };
}

/** Whether the label may come later, and the link that could not be opened, stay beside the reason. */
function reasonOf({ message, link, notReady }: CarrierError): string {
  const beside = [notReady && !message.includes(NOT_READY) ? NOT_READY : [], link ?? []].flat();
  return beside.length === 0 ? message : `${message.replace(/\.$/, '')} (${beside.join('; ')})`;
}

const NOT_READY = 'not ready yet';

/** A label that cannot be read must not make its order, which exists, look refused. */
async function labelsOf(client: EtowerClient, entry: JsonObject): Promise<Labels> {
  try {
    return { files: await filesOf(client, entry), missing: [] };
  } catch (error) {
    if (error instanceof CarrierError) return { files: [], missing: [reasonOf(error)] };
    throw error;
  }
}
