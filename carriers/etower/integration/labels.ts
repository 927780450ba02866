import { CarrierError, LABEL_REPLY_BYTES } from '../../http';
import { isObject, type JsonObject } from '#carriers/shared/json-value';
import { labelFileOf, type LabelFile } from '#carriers/shared/label-file';
import { downloadLabelFile, hostsIn, type LabelSource } from '#carriers/shared/label-link';
import { linksOf } from '#carriers/shared/links';
import { asAnswer } from '#carriers/shared/not-ready';
import { textsOf } from '#carriers/shared/texts';
import { DISPLAY_NAME } from '../account';
import { OWN_HOSTS } from './account';
import type { EtowerClient } from './client';
import { settleNumbers } from './entries';
import { MASTERS, type Pieces } from './matching';
import { labelParcel, numberedParcel, type EtowerParcel } from './parcels';
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
  const answers: (LabelAnswer | CarrierError)[] = [];
  for (const [index, result] of settled.entries()) {
    answers.push(
      result instanceof CarrierError
        ? result
        : await labelAnswerOf(client, result, numbers[index] ?? '').catch(asAnswer),
    );
  }
  return answers;
}

async function labelAnswerOf(
  client: EtowerClient,
  entries: readonly JsonObject[],
  number: string,
): Promise<LabelAnswer> {
  const files: LabelFile[] = [];
  for (const entry of entries) files.push(...(await filesOf(client, entry)));
  if (files.length === 0) throw withoutLabel(number);
  return { ...answerOf(entries), files };
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
  const labelled = successes.filter(hasLabel);
  if (labelled.length === 0 && successes.length > 0) throw withoutLabel(numbers.join(', '));
  const distinct = new Map(labelled.map((entry) => [JSON.stringify([contentsOf(entry), linksIn(entry)]), entry]));
  const files: LabelFile[] = [];
  for (const entry of distinct.values()) files.push(...(await filesOf(client, entry)));
  return {
    answers: settled.map((result, index) => {
      if (!(result instanceof CarrierError)) return answerOf(result);
      return standsForAll && result.kind === 'not-found' ? answerOf([{ orderId: numbers[index] }]) : result;
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
  return settled.map((result) => {
    if (result instanceof CarrierError) return result;
    const [raw = {}] = result;
    return { raw, parcel: labelParcel(raw) };
  });
}

/**
 * The files of one entry: several in `labelContents`, or one in `labelContent`, or else behind `labelUrl` (B.4.3).
 * @throws CarrierError when what stands there is no label
 */
export async function filesOf(client: EtowerClient, entry: JsonObject): Promise<LabelFile[]> {
  const redact = (text: string): string => client.transport.redact(text);
  const links = linksIn(entry);
  try {
    const contents = contentsOf(entry).map((text) => labelFileOf(Buffer.from(text), { carrier: DISPLAY_NAME, redact }));
    if (contents.length > 0) return contents;
  } catch (error) {
    if (links.length === 0) throw error;
  }
  const files: LabelFile[] = [];
  for (const link of links) files.push(await downloadLabelFile(sourceOf(client), link));
  return files;
}

function hasLabel(entry: JsonObject): boolean {
  return contentsOf(entry).length > 0 || linksIn(entry).length > 0;
}

function contentsOf(entry: JsonObject): string[] {
  const several = textsOf(entry['labelContents']);
  return several.length > 0 ? several : textsOf(entry['labelContent']);
}

function linksIn(entry: JsonObject): string[] {
  return linksOf(entry['labelUrl'], 'labelUrl');
}

function sourceOf({ baseUrl, credentials, settings, transport }: EtowerClient): LabelSource {
  const endpoint = new URL(baseUrl);
  const own = OWN_HOSTS.some((host) => host === endpoint.hostname) ? OWN_HOSTS : [];
  const hosts = [...own, ...hostsIn(credentials.labelHosts)];
  return { carrier: DISPLAY_NAME, endpoint, transport, settings, hosts };
}

/** The entry and its pieces without the files, which are binaries of the item. */
export function withoutFiles(entry: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(entry).flatMap(([name, value]): [string, unknown][] => {
      if (/^labelContents?$/.test(name)) return [];
      return [[name, name === 'piecesResult' && Array.isArray(value) ? value.map(pieceWithoutFiles) : value]];
    }),
  );
}

function pieceWithoutFiles(piece: unknown): unknown {
  return isObject(piece) ? withoutFiles(piece) : piece;
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

function answerOf(entries: readonly JsonObject[]): Pick<LabelAnswer, 'raw' | 'parcel'> {
  const [entry = {}] = entries;
  return { raw: withoutFiles(entry), parcel: numberedParcel(entry) };
}

function withoutLabel(number: string): CarrierError {
  return new CarrierError({
    kind: 'invalid-reply',
    message: `${DISPLAY_NAME} returned no label for ${number}`,
    hint: 'The label may not be ready yet. Turn on Wait Until Ready, or try again later.',
    notReady: true,
  });
}
