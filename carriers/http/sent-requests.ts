import { AsyncLocalStorage } from 'node:async_hooks';
import { CarrierError } from './carrier-error';
import { hiderOfPersons, type SentContent } from './personal';
import { redactor } from './redact';
import type { WouldSend } from './would-send';

const tasks = new AsyncLocalStorage<SentRequests>();

/** What has left this machine in a task, through whichever client. */
export class SentRequests {
  private write = false;
  private readonly contents = new Set<SentContent>();
  private readonly signatures = new Set<string>();
  private held: WouldSend | undefined;

  /** With `dryRun` nothing leaves: the first request of the task is kept in `wouldSend`, and sending it throws. */
  constructor(private readonly dryRun = false) {}

  get wouldSend(): WouldSend | undefined {
    return this.held;
  }

  get anyWrite(): boolean {
    return this.write;
  }

  /** Runs a task and watches what is sent in it. */
  during<T>(task: () => Promise<T>): Promise<T> {
    return tasks.run(this, task);
  }

  /** Replaces what was sent of persons, and signatures, by `[hidden]`: carriers and gateways repeat what they refuse. */
  hider(): (text: string) => string {
    const hidePersons = hiderOfPersons(...this.contents);
    const hideSignatures = redactor(this.signatures);
    return (text) => hidePersons(hideSignatures(text));
  }

  /** Runs a task of which nothing is to be judged. @throws what it throws, without persons and signatures */
  static async unseen<T>(task: () => Promise<T>): Promise<T> {
    const sent = new SentRequests();
    try {
      return await sent.during(task);
    } catch (error) {
      throw error instanceof CarrierError ? error.withTexts(sent.hider()) : error;
    }
  }

  /** Tells the task in which this is called what is being sent. */
  static note(content: SentContent | undefined): void {
    if (content) tasks.getStore()?.contents.add(content);
  }

  /** Tells the task in which this is called what the request that is being sent is signed with. */
  static noteSignature(signature: string | undefined): void {
    if (signature !== undefined) tasks.getStore()?.signatures.add(signature);
  }

  /** Whether the task in which this is called may send nothing. */
  static areHeldBack(): boolean {
    return tasks.getStore()?.dryRun ?? false;
  }

  /** Tells the task in which this is called what it would send. What became of what was thrown then does not matter. */
  static noteHeld(wouldSend: WouldSend): void {
    const watched = tasks.getStore();
    if (watched) watched.held ??= wouldSend;
  }

  /** Tells the task in which this is called that a write has been sent. */
  static noteWrite(): void {
    const watched = tasks.getStore();
    if (watched) watched.write = true;
  }
}
