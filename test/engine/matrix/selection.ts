/**
 * Which cells run, and in which settings. `MATRIX=2/3` is the second of three parts of the whole matrix, as
 * `scripts/matrix.ts` asks for; without it a few cells run, spread over operations and faults.
 */
import type { Cell, Setting } from './cells';

const [part = 0, parts = 1] = (process.env['MATRIX'] ?? '').split('/').filter(Boolean).map(Number);

export const isWhole = part > 0;

/** No divisor of the number of faults, so that every fault and every operation has its turn. */
const EVERY = 41;

export function chosenCells(cells: readonly Cell[]): Cell[] {
  // Neighbours go to different parts: those of one operation cost about the same.
  return cells.filter(({ fault }, at) => (isWhole ? at % parts === part - 1 : at % EVERY === 0 && !fault.isHeavy));
}

export function chosenSettings(settings: readonly Setting[], at: number): Setting[] {
  if (isWhole) return [...settings];
  const first = Math.floor(at / EVERY) % settings.length;
  return [...settings.slice(first), ...settings]
    .slice(0, settings.length)
    .filter((_, place) => place % 5 === 0)
    .slice(0, 2);
}
