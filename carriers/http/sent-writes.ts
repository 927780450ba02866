import { AsyncLocalStorage } from 'node:async_hooks';

const tasks = new AsyncLocalStorage<SentWrites>();

/** Whether a write has left this machine in a task, through whichever client. */
export class SentWrites {
  private some = false;

  get any(): boolean {
    return this.some;
  }

  /** Runs a task and watches what is sent in it. */
  during<T>(task: () => Promise<T>): Promise<T> {
    return tasks.run(this, task);
  }

  /** Tells the task in which this is called that a write has been sent. */
  static noteOne(): void {
    const watched = tasks.getStore();
    if (watched) watched.some = true;
  }
}
