import { SingleBar } from 'cli-progress';
import type { NodeProgress } from '../engine';

/** Shows how far long runs of nodes are: by a bar in a terminal, elsewhere by a line now and then. */
export class ShownProgress {
  #bar: SingleBar | undefined;

  constructor(private readonly stream: NodeJS.WritableStream & { isTTY?: boolean }) {}

  /** The bar comes with the first words of a node, so that short runs show none, and then moves with every call. */
  show({ node, items, ofItems, calls, ofCalls, waiting, line }: NodeProgress): void {
    if (this.stream.isTTY !== true) {
      if (line !== undefined) this.stream.write(`${node}: ${line}\n`);
      return;
    }
    const isReading = ofCalls === 0;
    const step = waiting ?? (isReading ? 'no calls yet' : `${calls}/${ofCalls} calls`);
    if (this.#bar) {
      this.#bar.setTotal(ofItems);
      this.#bar.update(items, { step });
    } else if (line !== undefined) {
      this.#bar = new SingleBar({
        stream: this.stream,
        format: FORMAT,
        formatTime: timeLeft,
        barsize: 30,
        hideCursor: true,
      });
      this.#bar.start(ofItems, items, { node, step });
    }
  }

  /** Leaves the bar as it stands. */
  end(): void {
    this.#bar?.stop();
    this.#bar = undefined;
  }
}

const FORMAT = '{node} {bar} {value}/{total} items · {step}{eta_formatted}';

/** Nothing while no item is done yet, as while labels are waited for: the bar then gives words in the place of seconds. */
function timeLeft(given: unknown): string {
  const seconds = Number(given);
  if (!(seconds > 0 && seconds < Infinity)) return '';
  return ` · ${seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`} left`;
}
