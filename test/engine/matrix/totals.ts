import { writeFileSync } from 'node:fs';
import type { Cell, CellRun } from './cells';
import { WRONGS, type Wrong } from './judge';

/** What all cells of a run of tests came to: printed, and written for `scripts/matrix.ts` where it asks for it. */
export class Totals {
  private readonly sum = {
    cells: 0,
    runs: 0,
    items: 0,
    wrongs: Object.fromEntries(WRONGS.map((wrong): [Wrong, number] => [wrong, 0])),
    blockMs: 0,
    memoryMb: 0,
    longest: '',
    largest: '',
    failures: new Array<string>(),
  };

  add({ name }: Cell, { runs, items, findings, blockMs, memoryMb }: CellRun): void {
    const { sum } = this;
    sum.cells += 1;
    sum.runs += runs;
    sum.items += items;
    for (const { wrong, what, setting } of findings) {
      sum.wrongs[wrong] = (sum.wrongs[wrong] ?? 0) + 1;
      sum.failures.push(`${name} | ${Object.values(setting).join(' ')} | ${wrong}: ${what}`);
    }
    if (blockMs > sum.blockMs) Object.assign(sum, { blockMs, longest: name });
    if (memoryMb > sum.memoryMb) Object.assign(sum, { memoryMb, largest: name });
  }

  report(): void {
    const { sum } = this;
    const file = process.env['MATRIX_REPORT'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(sum));
    const wrongs = Object.entries(sum.wrongs).map(([wrong, count]) => `${wrong} ${count}`);
    const load = `longest block ${Math.round(sum.blockMs)} ms, most memory ${Math.round(sum.memoryMb)} MB`;
    process.stdout.write(
      `Matrix: ${sum.cells} cells, ${sum.runs} runs, ${sum.items} items; ${wrongs.join(', ')}; ${load}\n`,
    );
  }
}
