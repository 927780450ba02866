/** The end of the line of each key. */
const lines = new Map<string, Promise<void>>();

/**
 * One at a time per key, first come first served, across all nodes and executions of this process.
 * Settles as `task` does; a task that fails does not stop the next one.
 */
export function oneAtATime<T>(key: string, task: () => Promise<T>): Promise<T> {
  const result = (lines.get(key) ?? Promise.resolve()).then(task);
  const ended: Promise<void> = result.then(leave, leave);
  lines.set(key, ended);
  return result;

  function leave(): void {
    if (lines.get(key) === ended) lines.delete(key);
  }
}
