import { PDFDocument } from '@cantoo/pdf-lib';
import { chain, runWorkflow, step, type NodeProgress, type OutputItem, type WorkflowRun } from '../../../engine';
import type { LabelPage, PaperSize } from '../../../sandbox/label-page';
import { drawLabels } from '../../../sandbox/label-drawing';
import { outputsOf } from '../outputs';

const STEP = 'Merge';

/** An item with a file, as a step that gets labels gives it out. */
export function withFile(json: object, content: Buffer | string, property = 'data'): object {
  const data = Buffer.from(content).toString('base64');
  return { json, binary: { [property]: { data, mimeType: 'application/octet-stream', fileName: 'label' } } };
}

/** A label as a carrier draws it, with its number as a barcode; several numbers are several pages. */
export function labelOf(numbers: readonly string[], size: PaperSize = '10x15'): Promise<Buffer> {
  return drawLabels(numbers.map(pageOf), size);
}

function pageOf(number: string): LabelPage {
  return { title: 'Label', barcode: number, lines: [`Reference ${number}`] };
}

/** Merges the labels of these items. */
export function merged(
  items: readonly object[],
  parameters: Record<string, unknown> = {},
  { settings = {}, ...given }: MergeRun = {},
): Promise<WorkflowRun> {
  const workflow = chain(step('parcel', STEP, 'label', 'merge', { paper: 'asIs', ...parameters }, settings));
  return runWorkflow({ workflow, items, ...given });
}

interface MergeRun {
  settings?: Record<string, unknown>;
  signal?: AbortSignal;
  onProgress?: (progress: NodeProgress) => void;
}

export function outputOf(run: WorkflowRun, output = 0): OutputItem[] {
  return outputsOf(run, STEP, output);
}

/** What the first item says of where the labels are. */
export function pagesOf(run: WorkflowRun): unknown {
  return outputOf(run)[0]?.json['pages'];
}

/** Those that the step made, not those that it was given. */
export async function filesOf({ binaries }: WorkflowRun): Promise<Buffer[]> {
  return Promise.all(binaries.filter(({ node }) => node === STEP).map((binary) => binary.read()));
}

/** In millimetres, to a tenth. */
export async function sizesOf(pdf: Buffer | undefined): Promise<string[]> {
  const document = await PDFDocument.load(pdf ?? Buffer.alloc(0));
  const millimetres = (points: number): string => String(Math.round((points * 254) / 72) / 10);
  return document.getPages().map((page) => `${millimetres(page.getWidth())} x ${millimetres(page.getHeight())}`);
}
