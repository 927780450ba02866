import { CarrierError, eachInSlices, LABEL_REPLY_BYTES } from '../../http';
import { eachInTurn } from '#carriers/shared/in-turn';
import type { JsonObject } from '#carriers/shared/json-value';
import type { LabelFile } from '#carriers/shared/label-file';
import { asAnswer } from '#carriers/shared/lost-answer';
import { notReadyIfSaid } from '#carriers/shared/not-ready';
import { DISPLAY_NAME } from '../account';
import type { EtowerClient } from './client';
import { settleNumbers, type Answered } from './entries';
import { filesKeyOf, filesOf, hasLabel, withoutFiles } from './label-files';
import { MASTERS, type Pieces } from './matching';
import { answerOf } from './orders';
import { labelParcel, numberedParcel, piecesBeside, withNotes, withPieces, type EtowerParcel } from './parcels';
import type { Envelope } from './reply';

/**
 * Labels of one call. The reference states no limit; a label may take some 100 KB of Base64, and a reply is read up to
 * 64 MiB.
 */
export const LABELS_PER_CALL = 50;

/** `etower.md` B.4.3, names and order of the fields as documented. */
export interface LabelSettings {
  /** Tracking or reference numbers, or master reference numbers. */
  numberType?: 'orderIds' | 'masterIds';
  /** 0 and 1 = 10 x 15 cm, 2 = A4, 4 = 10 x 10 cm. */
  labelType?: number;
  packinglist?: boolean;
  merged?: boolean;
  /** Empty = PDF. */
  labelFormat?: string;
  /** ZPL only. */
  dpi?: string;
}

export interface LabelAnswer {
  raw: JsonObject;
  parcel: EtowerParcel;
  files: LabelFile[];
  /** Numbers of pieces that came without a label beside others that have one. */
  unlabelled: string[];
}

/** Labels of all numbers that have one, as the carrier merged them. */
export interface MergedLabels {
  answers: (Pick<LabelAnswer, 'raw' | 'parcel'> | CarrierError)[];
  files: LabelFile[];
}

/** Print labels (B.4.3). A master's number gives the labels of all pieces. */
export async function printLabels(
  client: EtowerClient,
  numbers: readonly string[],
  settings: LabelSettings,
): Promise<(LabelAnswer | CarrierError)[]> {
  const settled = await settleNumbers(client, numbers, 'read', (ids) => ask(client, ids, settings), piecesOf(settings));
  return eachInTurn(settled, async (result, index) =>
    result instanceof CarrierError ? result : labelAnswerOf(client, result, numbers[index] ?? '').catch(asAnswer),
  );
}

async function labelAnswerOf(client: EtowerClient, result: Answered, number: string): Promise<LabelAnswer> {
  const { entries } = result;
  const files: LabelFile[] = [];
  for (const entry of entries) files.push(...(await filesOf(client, entry)));
  if (files.length === 0) throw withoutLabel(number);
  const unlabelled = entries.filter((entry) => !hasLabel(entry)).map((entry) => numberIn(entry) ?? 'a piece');
  return { ...labelled(result), files, unlabelled };
}

/**
 * One PDF of many labels (`merged`): only those of successful orders, in request order. Which entry carries the file is
 * not documented: the same file in several of them counts once, and one entry for the whole request stands for all of
 * its numbers.
 */
export async function printMerged(
  client: EtowerClient,
  numbers: readonly string[],
  settings: LabelSettings,
): Promise<MergedLabels> {
  let successes: JsonObject[] = [];
  let standsForAll = false;
  const askMerged = async (ids: string[]): Promise<Envelope> => {
    const envelope = await ask(client, ids, { ...settings, merged: true });
    successes = envelope.entries.filter((entry) => client.refusalOf(envelope, 'read', entry) === undefined);
    const [only = {}] = successes;
    standsForAll = envelope.entries.length === 1 && envelope.status !== 'partial' && hasLabel(only);
    return envelope;
  };
  const settled = await settleNumbers(client, numbers, 'read', askMerged, piecesOf(settings));
  const withLabel = successes.filter(hasLabel);
  if (withLabel.length === 0 && successes.length > 0) throw withoutLabel(numbers.join(', '));
  const distinct = new Map(withLabel.map((entry) => [filesKeyOf(entry), entry]));
  const files: LabelFile[] = [];
  for (const entry of distinct.values()) files.push(...(await filesOf(client, entry)));
  return {
    answers: settled.map((result, index) => {
      if (!(result instanceof CarrierError)) return labelled(result);
      const isIncluded = standsForAll && result.kind === 'not-found';
      return isIncluded ? labelled({ entries: [{ orderId: numbers[index] }], notes: [] }) : notReadyIfSaid(result);
    }),
    files,
  };
}

/** labelSpecs (B.4.4): what stands on a label, for printing one's own. */
export async function getLabelData(
  client: EtowerClient,
  numbers: readonly string[],
): Promise<(Pick<LabelAnswer, 'raw' | 'parcel'> | CarrierError)[]> {
  const settled = await settleNumbers(client, numbers, 'read', (body) =>
    client.call({ path: '/services/shipper/labelSpecs', body }, { intent: 'read', maxReplyBytes: LABEL_REPLY_BYTES }),
  );
  return eachInSlices(settled, (result) => answerOf(result, labelParcel));
}

function piecesOf({ numberType }: LabelSettings): Pieces | undefined {
  return numberType === 'masterIds' ? MASTERS : undefined;
}

async function ask(client: EtowerClient, ids: string[], settings: LabelSettings): Promise<Envelope> {
  const { numberType = 'orderIds', labelType, packinglist, merged, labelFormat, dpi } = settings;
  // Printing the same label again gives the same label: a read.
  return client.call(
    {
      path: '/services/shipper/labels',
      body: { [numberType]: ids, labelType, packinglist, merged, labelFormat, dpi },
    },
    { intent: 'read', maxReplyBytes: LABEL_REPLY_BYTES },
  );
}

function numberIn(entry: JsonObject): string | undefined {
  const { reference, orderNumber, trackingNumber } = numberedParcel(entry);
  return reference ?? orderNumber ?? trackingNumber;
}

/** What is said of a label, without its files. */
function labelled({ entries: [entry = {}, ...others], notes }: Answered): Pick<LabelAnswer, 'raw' | 'parcel'> {
  const parcel = withPieces(numberedParcel(entry), piecesBeside(entry, others));
  return { raw: withoutFiles(entry), parcel: withNotes(parcel, notes) };
}

function withoutLabel(number: string): CarrierError {
  return new CarrierError({
    kind: 'invalid-reply',
    message: `${DISPLAY_NAME} returned no label for ${number}`,
    hint: 'The label may not be ready yet. Turn on Wait Until Ready, or try again later.',
    notReady: true,
  });
}
