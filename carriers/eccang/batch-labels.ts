import { defined } from '#carriers/shared/defined';
import { keysOf } from '#carriers/shared/entry-keys';
import { isObject, membersOf, objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present } from '#carriers/shared/parcel';
import { linksOf } from '#carriers/shared/links';
import { verdictOf } from '#carriers/shared/verdict';
import { foldedNumber, sameNumber } from '#carriers/shared/whose-answer';
import { CarrierError } from '../http';
import { CONTAINERS, entriesOf, havePlaces } from './answer';
import type { EccangClient } from './client';
import { labelDetails, type LabelRequest } from './labels';
import { orByOtherName } from './other-name';

export interface LabelsRequest extends Pick<LabelRequest, 'labelType' | 'labelContentType'> {
  /** Customer references, each once. */
  numbers: readonly string[];
  /** The method's name at this deployment; without it the first is asked, and the second where that is unknown. */
  service?: BatchService;
}

type BatchService = keyof typeof BATCH_SERVICES;

/** The method's spelling is unresolved (`eccang.md` 3.5): under each, the field that clients send the numbers in. */
export const BATCH_SERVICES = { batchGetlabel: 'codes', batchGetLabel: 'reference_nos' } as const;

/**
 * The labels of several orders (`eccang.md` 3.5).
 * @returns for each number the entry with its link in `url`, or an error. Numbers that share a file have the same entry.
 * @throws CarrierError when the carrier refused all, or some without a word of which
 */
export async function getLabels(client: EccangClient, request: LabelsRequest): Promise<(JsonObject | CarrierError)[]> {
  const { numbers, service } = request;
  const reply = service
    ? await ask(client, request, service)
    : await orByOtherName(ask(client, request, 'batchGetlabel'), () => ask(client, request, 'batchGetLabel'));
  const given = filesOf(reply);
  const files = withoutStrangers(given, numbers);
  const isPartial = textOf(reply['state'])?.trim() === SOME_FAILED;
  const isAsked = among(numbers);
  const isKeyed = files.some(({ entry }) => keysOf(entry).some(isAsked));
  const unnamed = files.filter((file) => !holdersIn(file).some(isAsked));
  const shared = isKeyed
    ? undefined
    : joined(unnamed.length > 0 || isPartial || files.length < given.length ? unnamed : files);
  const about = grouped(files.flatMap(({ remarks }) => remarks.map((remark) => [[remark.code], remark] as const)));
  const fileFor = finderOf(numbers, files);
  const answers = numbers.map((number, place) => {
    const refusal = refusalOf(client, about(number));
    if (refusal) return refusal;
    const file = fileFor(number, place) ?? shared;
    if (file?.hasLink) return file.entry;
    const words = (file?.remarks ?? []).filter(({ code }) => !isAsked(code));
    return refusalOf(client, words) ?? client.refusalIn(reply) ?? file?.entry ?? client.notFound(number);
  });
  if (isPartial && !answers.some((answer) => answer instanceof CarrierError)) throw unnamedRefusal(client, files);
  return answers;
}

/** What is told of a number besides its file: what names another number is of that one. */
export function fileDetails(
  file: JsonObject,
  number: string,
  asked: readonly string[],
): Readonly<Record<string, unknown>> {
  const isAsked = among(asked);
  const isOfNumber = (info: unknown): boolean => {
    const { code, msg } = objectAsIs(info);
    return sameNumber(code, number) ? verdictOf(msg) !== 'yes' : !isAsked(textOf(code));
  };
  const printInfo = membersOf(file['printInfo']).filter(isOfNumber);
  return present<Record<string, unknown>>({ ...labelDetails(file, number, 'printInfo'), printInfo });
}

function ask(
  client: EccangClient,
  { numbers, labelType, labelContentType }: LabelsRequest,
  service: BatchService,
): Promise<JsonObject> {
  const settings = defined({ label_type: labelType, label_content_type: labelContentType });
  const params = { [BATCH_SERVICES[service]]: numbers, ...settings };
  return client.call(service, params, { intent: 'read', answersIn: CONTAINERS });
}

/** `state` is 1 when all labels are there. */
const SOME_FAILED = '2';

/** An entry of the answer: a file, and what is said of numbers. Which of them it names is not documented. */
interface File {
  entry: JsonObject;
  hasLink: boolean;
  remarks: Remark[];
}

interface Remark {
  code: string | undefined;
  text: string;
  refuses: boolean;
}

function filesOf(reply: JsonObject): File[] {
  const inside = entriesOf(reply);
  // Fields may also stand at the top (1.4 no. 6).
  const entries = inside.length === 0 && reply['url'] !== undefined ? [reply] : inside;
  const isComplete = verdictOf(reply['state']) === 'yes';
  return entries.map((entry) => ({
    entry,
    hasLink: linksOf(entry['url']).length > 0,
    remarks: membersOf(entry['printInfo']).map((info) => {
      const { code, msg } = isObject(info) ? info : { code: undefined, msg: info };
      const text = textOf(msg) ?? '';
      return { code: textOf(code), text, refuses: !isComplete && text !== '' && verdictOf(text) !== 'yes' };
    }),
  }));
}

/** Where a code is a number that was asked, all codes are numbers: what names others alone is nobody's. */
function withoutStrangers(files: readonly File[], numbers: readonly string[]): File[] {
  const isNumber = among(numbers);
  const isAsked = ({ code }: Remark): boolean => isNumber(code);
  if (!files.some(({ remarks }) => remarks.some(isAsked))) return [...files];
  const isStranger = ({ remarks }: File): boolean => remarks.some(({ code }) => code !== undefined);
  return files.filter((file) => file.remarks.some(isAsked) || !isStranger(file));
}

/** Finds the file that names a number, or else the one at its place, if there are as many files as numbers. */
function finderOf(
  numbers: readonly string[],
  files: readonly File[],
): (number: string, place: number) => File | undefined {
  const entries = files.map(({ entry }) => entry);
  const isAsked = among(numbers);
  const holding = grouped(files.map((file) => [holdersIn(file), file] as const));
  const keyed = grouped(files.map((file) => [keysOf(file.entry), file] as const));
  const havePlace = havePlaces(entries, numbers);
  return (number, place) => {
    const atPlace = havePlace ? files[place] : undefined;
    const isFree = !atPlace?.remarks.some(({ code }) => isAsked(code));
    return holding(number)[0] ?? keyed(number)[0] ?? (isFree ? atPlace : undefined);
  };
}

/** The numbers whose label a file is said to hold. */
function holdersIn({ hasLink, remarks }: File): (string | undefined)[] {
  return hasLink ? remarks.filter(({ refuses }) => !refuses).map(({ code }) => code) : [];
}

function among(numbers: readonly string[]): (name: string | undefined) => boolean {
  const asked = new Set(numbers.map(foldedNumber));
  return (name) => name !== undefined && asked.has(foldedNumber(name));
}

/** Gives what stands under a number: each is looked at once, however many numbers there are. */
function grouped<Each>(
  all: readonly (readonly [readonly (string | undefined)[], Each])[],
): (number: string) => readonly Each[] {
  const byNumber = new Map<string | undefined, Each[]>();
  for (const [names, each] of all) {
    for (const name of new Set(names.map(foldedNumber))) {
      const group = byNumber.get(name);
      if (group) group.push(each);
      else byNumber.set(name, [each]);
    }
  }
  return (number) => byNumber.get(foldedNumber(number)) ?? [];
}

/** Several files as one: those that name no number are for all numbers that no file names. */
function joined(files: readonly File[]): File | undefined {
  const linked = files.filter(({ hasLink }) => hasLink);
  if (linked.length < 2) return linked[0] ?? files[0];
  const printInfo = linked.flatMap(({ entry }) => membersOf(entry['printInfo']));
  const entry = { url: linked.map(({ entry: { url } }) => url), printInfo };
  return { entry, hasLink: true, remarks: [] };
}

function refusalOf(client: EccangClient, remarks: readonly Remark[]): CarrierError | undefined {
  const texts = remarks.filter(({ refuses }) => refuses).map(({ text }) => text);
  return texts.length > 0 ? client.refusalIn({ ask: 'Failure', message: texts.join('; ') }) : undefined;
}

function unnamedRefusal(client: EccangClient, files: readonly File[]): CarrierError {
  const said = refusalOf(
    client,
    files.flatMap(({ remarks }) => remarks),
  );
  const message = `${client.deployment.displayName} answered that some labels were not made, and did not say which`;
  return (
    said ?? new CarrierError({ kind: 'rejected', message, hint: 'Get the label with Label: Get, which says why.' })
  );
}
