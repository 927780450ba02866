import type { CarrierNames } from './names';

/** Tells what was written, what was changed, and what is to be done next. */
export function tell(
  { title }: CarrierNames,
  written: readonly string[],
  changed: readonly string[],
  next: readonly string[],
): void {
  print(`${title} has its skeleton. It builds and passes its own tests as it is.`);
  print(`\nWritten:\n${indented([...written].sort())}`);
  print(`\nChanged:\n${indented([...changed, 'test/structure/names.txt'])}`);
  print(
    `\nNext, with the carrier's manual beside you:\n${indented(next.map((step, index) => `${index + 1}. ${step}`))}`,
  );
}

/** Waits for the work of a command; what goes wrong is told in one line and as exit status 1. */
export function finish(work: Promise<void>): void {
  work.catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
