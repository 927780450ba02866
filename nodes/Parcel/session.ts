import type { FunctionsBase, IExecuteFunctions } from 'n8n-workflow';
import { nodeErrorOf } from '#nodes/shared/errors';
import type { RunSettings } from '#nodes/shared/settings';
import type { Account, Carrier } from './carrier';

/** An account that is open, with what ends its calls alone; or what is wrong with its credential. */
export type Opened = { account: Account; stop: AbortController } | { fault: Fault };

export interface Fault {
  message: string;
  description: string;
}

/** The accounts of a run: each is opened when an operation first asks for it, and not otherwise. */
export class Accounts {
  readonly #opened = new Map<Carrier, Promise<Opened>>();

  constructor(
    private readonly functions: IExecuteFunctions,
    private readonly run: RunSettings,
  ) {}

  /** Does not fail: what is wrong with one credential is no matter of the other carriers. */
  open(carrier: Carrier): Promise<Opened> {
    const opened = this.#opened.get(carrier) ?? this.opening(carrier);
    this.#opened.set(carrier, opened);
    return opened;
  }

  private async opening(carrier: Carrier): Promise<Opened> {
    const { displayName, credential } = carrier;
    const node = this.functions.getNode();
    if (!isChosen(this.functions, carrier)) {
      return {
        fault: {
          message: notChosen(carrier),
          description: `Nothing was sent for this item. Choose a credential of ${displayName} (${credential}) in this node.`,
        },
      };
    }
    const stop = new AbortController();
    try {
      const account = await carrier.open(this.functions, this.settingsFor(displayName, stop));
      return { account, stop };
    } catch (error) {
      const { message, description } = nodeErrorOf(node, error, 0);
      return { fault: { message: `${displayName}: ${message}`, description: description ?? '' } };
    }
  }

  private settingsFor(displayName: string, stop: AbortController): RunSettings {
    const { tell, stop: ofRun, ...run } = this.run;
    return {
      ...run,
      stop: ofRun ? AbortSignal.any([ofRun, stop.signal]) : stop.signal,
      ...(tell ? { tell: (note: string) => tell(`${displayName}: ${note}`) } : {}),
    };
  }
}

/** Whether the node has a credential of the carrier: none is required of it. */
export function isChosen(functions: FunctionsBase, { credential }: Carrier): boolean {
  return functions.getNode().credentials?.[credential] !== undefined;
}

export function notChosen({ displayName }: Carrier): string {
  return `No credential of ${displayName} is chosen in this node`;
}
