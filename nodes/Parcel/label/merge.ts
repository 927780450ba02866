import { NodeOperationError, type IBinaryData, type IExecuteFunctions } from 'n8n-workflow';
import { inSlices, type Steps } from '../../../carriers/http';
import { defined } from '#carriers/shared/defined';
import { eachInTurn } from '#carriers/shared/in-turn';
import { firstOf, textOf } from '#carriers/shared/json-value';
import type { InputFile } from '#nodes/shared/input-file';
import { ItemResults } from '#nodes/shared/item-results';
import { fieldsOf, type Operation, type OperationDescription } from '#nodes/shared/operation';
import type { ItemResult, RunContext } from '#nodes/shared/output';
import { ItemParameters } from '#nodes/shared/parameters';
import { mergeFields, mergeOptions } from '../fields/merge';
import type { DrawingSettings, LabelToDraw } from '../merge/drawn-labels';
import { MergedLabels, NOT_DRAWN, readLabel, type Merged } from '../merge/merged-labels';
import { inPrintingOrder, type Group, type Sortable } from '../merge/order';
import { layoutOf, PAPERS, PLACES } from '../merge/paper';

const description: OperationDescription = {
  name: 'Merge',
  value: 'merge',
  action: 'Merge labels',
  description:
    'Put the label files of all items into one PDF for the paper of your printer. Joins all items: one comes out, which tells the pages of each.',
  properties: mergeFields,
  options: mergeOptions,
  asksNobody: true,
};

const fields = fieldsOf(description);

/** Asks no carrier, and needs no credential. */
export const mergeLabels: Operation<unknown> = { description, run };

/** Without Continue On Fail the first label that cannot be printed stops the node. */
async function run(context: RunContext<unknown>): Promise<ItemResult[]> {
  const { functions } = context;
  const results = new ItemResults(context, { fields });
  try {
    const { property, ...settings } = settingsOf(new ItemParameters(functions, 0, fields));
    const merged = new MergedLabels(settings, ({ content, fileName, mimeType }) =>
      functions.helpers.prepareBinaryData(content, fileName, mimeType),
    );
    await printAll(context, await groupsOf(functions, results, settings), merged, results);
    return [...outputOf(await merged.finish(), property, context), ...results.all()];
  } catch (error) {
    // That of an item at which the node stops, or else one of the settings or the storage: then no file comes out.
    results.throwFirstError();
    results.failAll(error);
    return results.all();
  }
}

interface Label extends Sortable, Omit<LabelToDraw, 'group'> {
  /** Read when its turn comes, so that the files of many items do not fill the memory. */
  file: InputFile;
}

/** Those of the first item hold for the run. */
function settingsOf(parameters: ItemParameters): DrawingSettings & { property: string } {
  const paper = parameters.text('paper');
  if (!PAPERS.has(paper))
    throw parameters.problem('Paper is unknown', `Choose one of ${[...PAPERS.keys()].join(', ')}.`);
  const perPage = paper === 'a4' ? (parameters.number('perPage') ?? 1) : 1;
  const sizes = [...PLACES.keys()].join(', ');
  if (!PLACES.has(perPage)) throw parameters.problem('Labels per Sheet is unknown', `Choose one of ${sizes}.`);
  const startAt = parameters.number('options.startAt') ?? 1;
  if (!Number.isInteger(startAt) || startAt < 1 || startAt > perPage) {
    const problem = `Start At must be a place of the sheet, from 1 to ${perPage}`;
    throw parameters.problem(problem, 'It counts row by row, from the left.');
  }
  const pagesPerFile = parameters.number('options.pagesPerFile') ?? MOST_PAGES;
  if (!Number.isInteger(pagesPerFile) || pagesPerFile < 1) {
    throw parameters.problem('Pages per File must be a whole number, 1 or more', 'Remove the option for files of 500.');
  }
  return {
    layout: layoutOf(paper, perPage),
    startAt,
    pagesPerFile,
    property: parameters.optionalText('options.outputBinaryPropertyName') ?? 'data',
  };
}

/** Labels in the order in which they are printed; without those whose item has no file. */
async function groupsOf(
  functions: IExecuteFunctions,
  results: ItemResults,
  { startAt }: DrawingSettings,
): Promise<Group<Label>[]> {
  const groups = inPrintingOrder(await inSlices(labelsOf(functions, results)));
  if (startAt === 1 || groups.every(({ name }) => name === undefined)) return groups;
  throw new NodeOperationError(functions.getNode(), 'Start At and Group By cannot be used together', {
    description: 'The page before each group takes a whole sheet, and would be printed on the one that was begun.',
  });
}

function* labelsOf(functions: IExecuteFunctions, results: ItemResults): Steps<Label[]> {
  const labels: Label[] = [];
  for (const [item, { json }] of functions.getInputData().entries()) {
    yield;
    try {
      const parameters = new ItemParameters(functions, item, fields);
      labels.push({
        item,
        file: parameters.file('binaryPropertyName'),
        reference: textOf(firstOf(json, 'reference', 'number', 'orderNumber', 'trackingNumber')),
        sortBy: parameters.optionalText('options.sortBy'),
        groupBy: parameters.optionalText('options.groupBy'),
        strip: parameters.optionalText('options.strip') ?? '',
      });
    } catch (error) {
      results.refuse(item, error);
    }
  }
  return labels;
}

async function printAll(
  { functions, signal, progress }: RunContext<unknown>,
  groups: readonly Group<Label>[],
  merged: MergedLabels<IBinaryData>,
  results: ItemResults,
): Promise<void> {
  const refuse = (item: number, why: unknown): void => results.refuse(item, unprintable(functions, why));
  const all = groups.reduce((sum, { labels }) => sum + labels.length, 0);
  let begun = 0;
  for (const group of groups) {
    await eachInTurn([...group.labels], async (label) => {
      if (signal?.aborted)
        throw new NodeOperationError(functions.getNode(), 'The execution was cancelled: no file was made');
      progress?.doing(begun, all, 'merged');
      begun += 1;
      const { item } = label;
      const toDraw = { ...label, group };
      const read = await label.file
        .read()
        .then(readLabel)
        .catch((why: unknown) => {
          group.count -= 1;
          refuse(item, why);
        });
      if (!read) return;
      await merged.makeRoom(read, toDraw);
      await merged.add(read, toDraw).catch((why: unknown) => {
        group.count -= 1;
        refuse(item, why);
      });
      for (const other of merged.takeNotDrawn()) refuse(other, new Error(NOT_DRAWN));
    });
  }
}

function unprintable(functions: IExecuteFunctions, why: unknown): NodeOperationError {
  const reason = why instanceof Error ? why.message : 'unknown reason';
  return new NodeOperationError(functions.getNode(), `The label cannot be printed: ${reason}`, {
    description: 'It is left out of the file.',
  });
}

/** One item for all that are printed; none where none is. */
function outputOf(
  { places, files, notes }: Merged<IBinaryData>,
  property: string,
  { tell }: RunContext<unknown>,
): ItemResult[] {
  const [first] = files;
  if (!first) return [];
  for (const note of notes) tell?.(note);
  const named = files.map(({ fileName, pages, stored }, index) => {
    const binary = index === 0 ? property : `${property}_${index + 1}`;
    return { told: { fileName, binary, pages }, binary: [binary, stored] as const };
  });
  const rows = places.map(({ item }) => item).sort((one, other) => one - other);
  const json = {
    labels: places.length,
    fileName: first.fileName,
    ...(files.length > 1 ? { files: named.map(({ told }) => told) } : {}),
    pages: places.map((place) => defined({ ...place })),
    ...(notes.length > 0 ? { notes: [...notes] } : {}),
  };
  return [{ item: rows[0] ?? 0, rows, data: { json, binary: Object.fromEntries(named.map((each) => each.binary)) } }];
}

const MOST_PAGES = 500;
