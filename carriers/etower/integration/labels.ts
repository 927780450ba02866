import { lookUp } from '#carriers/shared/lookup';
import { CarrierError, LABEL_REPLY_BYTES } from '../../http';
import { isListOf, listOf, textsOf, type JsonObject } from '#carriers/shared/json-value';
import { labelFileOf, type LabelFile } from '#carriers/shared/label-file';
import { DISPLAY_NAME } from '../account';
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
  return settled.map((result, index) => {
    if (result instanceof CarrierError) return result;
    try {
      const files = result.flatMap((entry) => filesOf(entry, settings.labelFormat));
      return files.length > 0 ? { ...answerOf(result), files } : withoutLabel(numbers[index] ?? '');
    } catch (error) {
      if (error instanceof CarrierError) return error;
      throw error;
    }
  });
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
    standsForAll = envelope.entries.length === 1 && envelope.status !== 'partial' && contentsOf(only).length > 0;
    return envelope;
  };
  const settled = await settleNumbers(client, numbers, 'read', askMerged, piecesOf(settings));
  const contents = new Set(successes.flatMap(contentsOf));
  if (contents.size === 0 && successes.length > 0) throw withoutLabel(numbers.join(', '));
  return {
    answers: settled.map((result, index) => {
      if (!(result instanceof CarrierError)) return answerOf(result);
      return standsForAll && result.kind === 'not-found' ? answerOf([{ orderId: numbers[index] }]) : result;
    }),
    files: [...contents].map((content) => decode(content, settings.labelFormat)),
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

/** The files of one entry: several in `labelContents`, or one in `labelContent`. */
export function filesOf(entry: JsonObject, labelFormat: string | undefined): LabelFile[] {
  return contentsOf(entry).map((content) => decode(content, labelFormat));
}

function contentsOf(entry: JsonObject): string[] {
  const several = textsOf(entry['labelContents']);
  return several.length > 0 ? several : textsOf(entry['labelContent']);
}

/** The entry and its pieces without the files, which are binaries of the item. */
export function withoutFiles(entry: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(entry).flatMap(([name, value]): [string, unknown][] => {
      if (/^labelContents?$/.test(name)) return [];
      return [[name, name === 'piecesResult' && isListOf(value) ? listOf(value).map(withoutFiles) : value]];
    }),
  );
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

function decode(content: string, labelFormat = ''): LabelFile {
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(content)) {
    throw new CarrierError({
      kind: 'invalid-reply',
      message: `${DISPLAY_NAME} gave a label that is no Base64`,
      hint: 'The order exists; only its label could not be read. Try again later.',
    });
  }
  const bytes = Buffer.from(content, 'base64');
  const asked = lookUp(FORMATS, labelFormat);
  // A PDF may begin with other bytes, ZPL with long graphics: what is no message of a server is the format asked for.
  return asked && bytes.length > 0 && !/^\s*[<{[]/.test(bytes.toString('latin1', 0, 64))
    ? labelFileOr(bytes, asked)
    : labelFileOf(bytes, { carrier: DISPLAY_NAME });
}

/** Values of `labelFormat` (B.4.3). */
const FORMATS: Readonly<Record<string, Pick<LabelFile, 'mimeType' | 'extension'>>> = {
  PDF: { mimeType: 'application/pdf', extension: 'pdf' },
  JPG: { mimeType: 'image/jpeg', extension: 'jpg' },
  ZPL: { mimeType: 'x-application/zpl', extension: 'zpl' },
};

/** The type that the bytes show, else the other one. */
function labelFileOr(content: Buffer, otherwise: Pick<LabelFile, 'mimeType' | 'extension'>): LabelFile {
  try {
    return labelFileOf(content, { carrier: DISPLAY_NAME });
  } catch (error) {
    if (error instanceof CarrierError) return { content, ...otherwise };
    throw error;
  }
}

function withoutLabel(number: string): CarrierError {
  return new CarrierError({
    kind: 'invalid-reply',
    message: `${DISPLAY_NAME} returned no label for ${number}`,
    hint: 'The label may not be ready yet. Try again later.',
  });
}
