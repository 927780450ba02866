/**
 * How often each property is tried, with which seed, and the line that names it. 1,000 cases unless FUZZ_RUNS says
 * otherwise (`npm run test:fuzz`: 10,000); FUZZ_SEED repeats a run.
 */
import fc, { type Plugin } from 'fast-check';

const { FUZZ_RUNS, FUZZ_SEED } = process.env;

const naming: Plugin<unknown> = () => ({
  onAllRunsComplete: ({ numRuns, seed }) => {
    const { currentTestName = '' } = expect.getState();
    process.stderr.write(`property: ${currentTestName}: ${numRuns.toLocaleString('en')} cases, seed ${seed}\n`);
  },
});

fc.configureGlobal({
  numRuns: FUZZ_RUNS === undefined ? 1_000 : Number(FUZZ_RUNS),
  ...(FUZZ_SEED === undefined ? {} : { seed: Number(FUZZ_SEED) }),
  plugins: [naming],
});
