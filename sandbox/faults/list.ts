import type { Asked } from '../carrier';
import type { Exchange } from './kind';

/** A fault that waits for its requests. */
export interface Fault {
  hits: (carrier: string, asked: Asked) => boolean;
  /** Requests it still hits. */
  times: number;
  /** Matching requests it still lets pass first. */
  after: number;
  act: (exchange: Exchange) => Promise<void> | void;
}

export class FaultList {
  private faults: Fault[] = [];
  private held: (() => void)[] = [];

  add(faults: readonly Fault[]): void {
    this.faults.push(...faults);
  }

  clear(): void {
    this.faults = [];
    this.release();
  }

  released(): Promise<void> {
    return new Promise((resolve) => this.held.push(resolve));
  }

  /** Lets go of every request that is held. @returns how many */
  release(): number {
    const waiting = this.held.splice(0);
    for (const go of waiting) go();
    return waiting.length;
  }

  /** The fault that hits this request, one use of it spent. Faults still waiting for their `after` count the request down. */
  take(carrier: string, asked: Asked): Fault | undefined {
    let hit: Fault | undefined;
    for (const fault of this.faults.filter(({ hits }) => hits(carrier, asked))) {
      if (fault.after > 0) fault.after -= 1;
      else hit ??= fault;
    }
    if (hit) hit.times -= 1;
    this.faults = this.faults.filter(({ times }) => times > 0);
    return hit;
  }
}
