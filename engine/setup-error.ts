/** The workflow could not be started as it was given: a missing file, node type or credential. One line, no secrets. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}

/** Runs what may fail before a workflow starts and tells its failure as a `SetupError`. */
export async function settingUp<T>(what: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw new SetupError(`${what}: ${firstLine(error)}`);
  }
}

/** The first line of an error's message: stacks, require traces and file contents stay out of the output. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? '';
}
