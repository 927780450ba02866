import { channel } from 'node:diagnostics_channel';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Underway } from '../../carriers/http';
import { defined } from '#carriers/shared/defined';

/** Milliseconds after which any run says where it is. */
const LONG_MS = 10_000;
/** Items from which a run says so with its first call. */
const LONG_ITEMS = 100;
/** Between two lines at least so many milliseconds, and this share of the run so far: an hour makes about 90 lines. */
const GAP_MS = 5000;
const GAP_SHARE = 0.05;

/** Each step of a run, as it happens. Nobody listens in n8n; the headless runner does. */
const STEPS = channel('n8n-nodes-crossborder:progress');

/**
 * Says where a long run is: `1,200 of 10,000 items: 240 of 2,000 calls answered, about 3 minutes left`. In a run that was
 * started in the editor the lines stand in the console of the browser, which is all that n8n shows of a step that is
 * running; in every run they stand in n8n's log. They hold numbers and the name of the step alone.
 *
 * Lines come with what happens and not by a clock, so that no timer is left when the run is over.
 */
export class RunProgress {
  readonly #name: string;
  readonly #openedAt: number;
  #sendingSince = 0;
  #saidAt: number | undefined;
  #read = { items: 0, ofItems: 0 };
  #done = 'read';
  #sent = { items: 0, ofItems: 0, calls: 0, ofCalls: 0 };
  readonly #waits = new Map<object, Underway>();

  constructor(
    private readonly functions: IExecuteFunctions,
    private readonly clock: () => number = Date.now,
  ) {
    this.#name = functions.getNode().name;
    this.#openedAt = clock();
  }

  /** While the items are read and checked, before the first call. */
  reading(items: number, ofItems: number): void {
    this.#read = { items, ofItems };
    if (this.isDue()) this.step();
  }

  /** While something is done with the items for which no carrier is asked. @param done such as `merged` */
  doing(items: number, ofItems: number, done: string): void {
    this.#read = { items, ofItems };
    this.#done = done;
    this.step();
  }

  /** So much is to be sent now, besides what was to be sent before. */
  begin({ items, calls }: { items: number; calls: number }): void {
    const { ofItems, ofCalls } = this.#sent;
    this.#sendingSince = this.clock();
    this.#sent = { ...this.#sent, ofItems: ofItems + items, ofCalls: ofCalls + calls };
    if (calls > 0) this.step(calls > 1 && items >= LONG_ITEMS);
  }

  /** A call was answered, and with it so many items. */
  answered(count: number): void {
    const { items, calls, ...all } = this.#sent;
    this.#sent = { ...all, items: items + count, calls: calls + 1 };
    const isLast = calls + 1 === all.ofCalls;
    this.step((isLast && this.#saidAt !== undefined) || this.isDue());
  }

  /** A carrier is asked again: for what it makes, for the next page, or once it takes calls; without a state that is over. */
  readonly waiting = (whose: object, state?: Underway): void => {
    if (state === undefined) {
      this.#waits.delete(whose);
      return;
    }
    this.#waits.set(whose, state);
    // Nothing may come for minutes after that.
    this.step('pauseMs' in state ? this.isQuiet() : this.isDue());
  };

  /** Nothing was said just now. */
  private isQuiet(): boolean {
    return this.#saidAt === undefined || this.clock() - this.#saidAt >= GAP_MS;
  }

  private isDue(): boolean {
    const now = this.clock();
    if (this.#saidAt === undefined) return now - this.#openedAt >= LONG_MS;
    return now - this.#saidAt >= Math.max(GAP_MS, (now - this.#openedAt) * GAP_SHARE);
  }

  private step(isSaid = this.isDue()): void {
    const line = isSaid ? this.line() : undefined;
    if (line !== undefined) this.say(line);
    if (!STEPS.hasSubscribers) return;
    const { ofCalls } = this.#sent;
    const waiting = this.waitingWords();
    const counts = ofCalls === 0 ? { ...this.#read, calls: 0, ofCalls } : this.#sent;
    STEPS.publish({
      executionId: this.functions.getExecutionId(),
      node: this.#name,
      ...counts,
      ...defined({ waiting, line }),
    });
  }

  private say(line: string): void {
    this.#saidAt = this.clock();
    this.functions.sendMessageToUI(line);
    this.functions.logger.info(`${this.#name} (execution ${this.functions.getExecutionId()}): ${line}`);
  }

  private line(): string {
    const { items, ofItems, calls, ofCalls } = this.#sent;
    if (ofCalls === 0) return `${counted(this.#read.items)} of ${counted(this.#read.ofItems)} items ${this.#done}`;
    const done = `${counted(items)} of ${counted(ofItems)} items`;
    const answered = ofCalls === ofItems ? ' done' : `: ${counted(calls)} of ${counted(ofCalls)} calls answered`;
    return [done + answered, this.timeLeft(), this.waitingWords()].filter((part) => part !== undefined).join(', ');
  }

  /** By the pace so far; undefined while that says nothing yet. */
  private timeLeft(): string | undefined {
    const { calls, ofCalls } = this.#sent;
    const passed = this.clock() - this.#sendingSince;
    if (calls === 0 || calls === ofCalls || passed < GAP_MS) return undefined;
    return `about ${span((passed / calls) * (ofCalls - calls))} left`;
  }

  private waitingWords(): string | undefined {
    const words = [this.askedWords(), this.listedWords(), this.pausedWords()].filter((part) => part !== undefined);
    return words.length === 0 ? undefined : words.join(', ');
  }

  private askedWords(): string | undefined {
    const waits = [...this.#waits.values()].filter((state) => 'asked' in state);
    const [first] = waits;
    if (first === undefined) return undefined;
    const count = waits.reduce((sum, wait) => sum + wait.count, 0);
    const asked = Math.max(...waits.map((wait) => wait.asked));
    const times = asked === 1 ? 'once' : `${counted(asked)} times`;
    const what = `${counted(count)} ${first.what}${count === 1 ? '' : 's'}`;
    return `waiting for ${what}, asked ${times}, every ${first.intervalMs / 1000} s`;
  }

  private listedWords(): string | undefined {
    const lists = [...this.#waits.values()].filter((state) => 'listed' in state);
    if (lists.length === 0) return undefined;
    const sum = (counts: readonly number[]): string => counted(counts.reduce((all, count) => all + count, 0));
    const totals = lists.flatMap(({ ofRecords }) => ofRecords ?? []);
    const known = totals.length === lists.length ? ` of ${sum(totals)}` : '';
    return `${sum(lists.map(({ listed }) => listed))}${known} records listed`;
  }

  private pausedWords(): string | undefined {
    const pauses = [...this.#waits.values()].flatMap((state) => ('pauseMs' in state ? state.pauseMs : []));
    if (pauses.length === 0) return undefined;
    const calls = `${counted(pauses.length)} ${pauses.length === 1 ? 'call' : 'calls'}`;
    return `${calls} to be tried again within ${span(Math.max(...pauses))}`;
  }
}

function counted(count: number): string {
  return count.toLocaleString('en');
}

/** Of milliseconds, in the unit in which one says so: `40 seconds`, `3 minutes`, `2 hours`. */
function span(ms: number): string {
  const seconds = Math.ceil(ms / 10_000) * 10;
  if (seconds < 90) return `${seconds} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}
