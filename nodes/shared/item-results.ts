import {
  type NodeApiError,
  NodeOperationError,
  type IDataObject,
  type INode,
  type INodeExecutionData,
} from 'n8n-workflow';
import { CarrierError, eachInSlices } from '../../carriers/http';
import { defined } from '#carriers/shared/defined';
import { chosenOutputs, type Choices } from './chosen-outputs';
import { nodeErrorOf } from './errors';
import { unstored, withProgress, type Progress } from './item-words';
import { FURTHER_ROW, keepForRetry, keptOf, type Kept } from './kept-for-retry';
import type { Answer, FinishedOutput, ItemResult, RunContext } from './output';

/** What became of each input item so far: its outputs, or one error. */
export class ItemResults {
  readonly #results: ItemResult[][];
  readonly #input: INodeExecutionData[];
  readonly #node: INode;
  readonly #stopsAtErrors: boolean;
  /** Items of which nobody knows whether they were carried out. */
  readonly #open = new Set<number>();
  /** Items for which nothing was to be sent. */
  readonly #shown = new Set<number>();
  /** By its first item, all items of an order that has several. */
  readonly #rows = new Map<number, readonly number[]>();

  constructor(
    private readonly context: RunContext<unknown>,
    private readonly choices: Choices,
  ) {
    const { functions } = context;
    this.#input = functions.getInputData();
    this.#node = functions.getNode();
    this.#results = this.#input.map(() => []);
    this.#stopsAtErrors = !functions.continueOnFail();
  }

  all(): ItemResult[] {
    return this.#results.flat();
  }

  /** From now on the first of these items stands for all of them: one output for all, or an error for each. */
  join(rows: readonly number[]): void {
    const [first] = rows;
    if (first !== undefined && rows.length > 1) this.#rows.set(first, rows);
  }

  /** How many items these stand for. */
  countRows(items: readonly number[]): number {
    if (this.#rows.size === 0) return items.length;
    return items.reduce((count, item) => count + this.rowsOf(item).length, 0);
  }

  fail(item: number, error: unknown): void {
    for (const row of this.rowsOf(item)) {
      if (error instanceof CarrierError && error.kind === 'outcome-unknown') this.#open.add(row);
      // Each has an error of its own, because the error names the item.
      const own = row !== item && error instanceof NodeOperationError ? this.again(error) : error;
      this.#results[row] = [{ item: row, error: nodeErrorOf(this.#node, own, row) }];
    }
  }

  /** @throws the error, where the node stops at errors */
  failAll(error: unknown): void {
    for (const item of this.#results.keys()) this.fail(item, error);
    this.throwFirstError();
  }

  /** An item that is not sent. @throws its error, where the node stops at errors */
  refuse(item: number, error: unknown): void {
    this.fail(item, error);
    if (this.#stopsAtErrors) throw nodeErrorOf(this.#node, error, item);
  }

  /**
   * Takes over what a try before this one did.
   * @returns the items that are not to be sent again
   * @throws the error of the first of them that failed, where the node stops at errors
   */
  async takeKept(): Promise<ReadonlySet<number>> {
    const items = new Set<number>();
    for (const [item, each] of this.#input.entries()) {
      const kept = keptOf(this.#node, each);
      if (kept === undefined) continue;
      items.add(item);
      if (kept === FURTHER_ROW) continue;
      this.join(kept.rows ?? []);
      if ('done' in kept) this.#results[item] = kept.done;
      else await this.settle(item, kept.answer);
    }
    this.throwFirstError();
    return items;
  }

  /** Makes the answer for an item its outputs or its error. */
  async settle(item: number, answer: Answer): Promise<void> {
    if (answer instanceof Error) {
      if (mustNotRepeat(answer)) this.keep(item, { answer });
      this.fail(item, answer);
      return;
    }
    const outputs = [answer].flat();
    try {
      const shaped = chosenOutputs(this.context.functions, item, this.choices, outputs);
      const begun = await eachInSlices(shaped, (output) => this.finished(item, output));
      const done = await Promise.all(begun);
      this.#results[item] = done;
      this.keep(item, { done });
    } catch (error) {
      this.keep(item, { answer });
      this.fail(item, unstored(this.#node, outputs, error));
    }
  }

  /** What would be sent for an item. Nothing was done, so nothing is kept for a retry. */
  show(item: number, json: IDataObject): void {
    this.#results[item] = [{ item, ...this.joined(item), data: { json } }];
    this.#shown.add(item);
  }

  /** Whether the node stops at one of these answers. */
  stopsAt(answers: readonly Answer[]): boolean {
    return this.#stopsAtErrors && answers.some((answer) => answer instanceof Error);
  }

  /** Whether the node stops because one of these items failed. */
  stopsAfter(items: readonly number[]): boolean {
    return this.#stopsAtErrors && items.some((item) => this.#results[item]?.some((result) => 'error' in result));
  }

  throwFirstError(): void {
    const failed = this.all().find((result) => 'error' in result);
    if (failed) this.throwIfStopping(failed.error);
  }

  /** @throws the error with what was done before, where the node stops at errors */
  throwIfStopping(error: NodeApiError | NodeOperationError): void {
    if (this.#stopsAtErrors) throw withProgress(error, this.progress());
  }

  private finished(item: number, output: FinishedOutput): Promise<ItemResult> {
    const result = this.context.finish(output).then((data) => ({ item, ...this.joined(item), data }));
    // It is waited for only once all have begun.
    result.catch(() => undefined);
    return result;
  }

  private keep(item: number, kept: Kept): void {
    keepForRetry(this.#node, this.#input[item], { ...kept, ...this.joined(item) });
    for (const row of this.rowsOf(item).slice(1)) keepForRetry(this.#node, this.#input[row], FURTHER_ROW);
  }

  private rowsOf(item: number): readonly number[] {
    return this.#rows.get(item) ?? [item];
  }

  /** Told where there are several. */
  private joined(item: number): { rows?: readonly number[] } {
    return defined({ rows: this.#rows.get(item) });
  }

  private again({ message, description }: NodeOperationError): NodeOperationError {
    return new NodeOperationError(this.#node, message, defined({ description: description ?? undefined }));
  }

  private progress(): Progress {
    const entries = [...this.#results.entries()];
    const done = entries.flatMap(([item, result]) =>
      !this.#shown.has(item) && result.some((each) => 'data' in each) ? item : [],
    );
    return { open: [...this.#open], done: this.countRows(done), all: entries.length };
  }
}

/** Another try would do it twice, or would be refused for what this one did. */
function mustNotRepeat(error: Error): boolean {
  return error instanceof CarrierError && (error.kind === 'outcome-unknown' || error.tookEffect === true);
}
