import fc, { type IAsyncProperty, type IProperty, type IRawProperty, type Plugin } from 'fast-check';

/** 300 cases of each property unless FUZZ_RUNS says otherwise (`npm run test:fuzz`: 10,000); FUZZ_SEED repeats a run. */
const { FUZZ_RUNS = '300', FUZZ_SEED } = process.env;
const SETTINGS = { numRuns: Number(FUZZ_RUNS), ...(FUZZ_SEED === undefined ? {} : { seed: Number(FUZZ_SEED) }) };

const naming: Plugin<unknown> = () => ({
  onAllRunsComplete: ({ numRuns, seed }) => {
    const { currentTestName = '' } = expect.getState();
    process.stderr.write(`property: ${currentTestName}: ${numRuns.toLocaleString('en')} cases, seed ${seed}\n`);
  },
});

/** Tries a property, and names it with its count and seed. */
export function always<Ts>(property: IAsyncProperty<Ts>): Promise<void>;
export function always<Ts>(property: IProperty<Ts>): void;
export function always<Ts>(property: IRawProperty<Ts>): Promise<void> | void {
  return fc.assert(property, { ...SETTINGS, plugins: [naming] });
}
