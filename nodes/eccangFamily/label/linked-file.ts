import { downloadLabel, labelLinks, type EccangClient } from '../../../carriers/eccang';
import { CarrierError } from '../../../carriers/http';
import { defined } from '#carriers/shared/defined';
import type { JsonObject } from '#carriers/shared/json-value';
import { asAnswer } from '#carriers/shared/lost-answer';
import { linkedFile as linkedFileOf, type Download } from '#nodes/shared/linked-file';
import { present } from '#carriers/shared/parcel';
import type { FinishedOutput } from '#nodes/shared/output';

/** The files behind the links in an answer of the family, or the links. */
export async function linkedFile(
  client: EccangClient,
  reply: JsonObject,
  facts: object,
  stem: string,
  download: Download,
): Promise<FinishedOutput> {
  const { carrier } = client.deployment;
  const source = { carrier, download: (link: string) => downloadLabel(client, link) };
  return linkedFileOf(source, labelLinks(client, reply), facts, stem, download);
}

/**
 * The same for several numbers whose labels are in one file: it is at the first of them, and every one is told which.
 * @param detailsOf what the carrier told of a number besides
 */
export async function sharedFile(
  client: EccangClient,
  reply: JsonObject,
  numbers: readonly string[],
  stem: string,
  download: Download,
  detailsOf: (number: string) => Readonly<Record<string, unknown>>,
): Promise<FinishedOutput[]> {
  const { json, files, hint } = await linkedFile(client, reply, {}, stem, download);
  const labelsInFile = new Set(numbers).size;
  return numbers.map((number, index) => ({
    json: present<object>({ number, ...json, labelsInFile, details: detailsOf(number) }),
    ...(index === 0 ? defined({ files, hint }) : {}),
  }));
}

/** One after the other, the file that the answer to each request leads to, or the error in place of it. */
export async function filesOf<Request extends { number: string }, Answer extends object>(
  client: EccangClient,
  requests: readonly Request[],
  answers: readonly (Answer | CarrierError)[],
  fileOf: (answer: Answer, request: Request) => Promise<FinishedOutput>,
): Promise<(FinishedOutput | CarrierError)[]> {
  const outputs: (FinishedOutput | CarrierError)[] = [];
  for (const [index, request] of requests.entries()) {
    const answer = answers[index] ?? client.notFound(request.number);
    outputs.push(answer instanceof CarrierError ? answer : await fileOf(answer, request).catch(asAnswer));
  }
  return outputs;
}
