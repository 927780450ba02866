/**
 * `npm test`: every check, also after one failed, then where the time went and one closing line that counts them all.
 * `npm test -- NAME`: the build and the test files of that name.
 */
import { parseArgs } from 'node:util';
import { installed, print, runChecks, type Check } from './test/checks';
import { close, report } from './test/report';
import { KINDS, runTests, TEST_FILES, testFilesOf } from './test/tests';

const USAGE = `npm test [-- [NAME...] [-t PATTERN] [-u]]

Without NAME: build, lint, types, format and all tests.
With NAME: the build and the test files of that name. NAME is a kind of test (${KINDS.join(', ')})
or a part of a test's path, such as etower, contract/etower or test/unit/http. Several names add up.

  -t PATTERN  only the tests whose name matches; lint, types and format are left out
  -u          write the snapshots anew
  -h          this text
`;

/** The tests load the built package. */
const BUILD: Check = { name: 'build', command: installed('gulp'), args: ['build'] };

/** Slowest first: while they run, one after the other, the tests have begun. */
const CHECKS: readonly Check[] = [
  { name: 'lint', command: installed('eslint'), args: ['.', '--max-warnings', '0'] },
  { name: 'types', command: installed('tsc'), args: ['--noEmit'] },
  { name: 'format', command: installed('prettier'), args: ['--check', '.', '--log-level', 'warn'] },
];

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  close(0, 1);
});

async function main(): Promise<void> {
  const { values, positionals: names } = parseArgs({
    allowPositionals: true,
    options: {
      testNamePattern: { type: 'string', short: 't' },
      updateSnapshot: { type: 'boolean', short: 'u' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    print(USAGE);
    return;
  }
  const pattern = values.testNamePattern;
  const options = [
    ...(pattern === undefined ? [] : [`--testNamePattern=${pattern}`]),
    ...(values.updateSnapshot ? ['--updateSnapshot'] : []),
  ];
  if (names.length === 0 && pattern === undefined) {
    const build = await runChecks([BUILD]);
    const [checks, tests] = await Promise.all([runChecks(CHECKS, 1), runTests(options)]);
    report([...build, ...checks], tests);
    return;
  }

  const files = names.length === 0 ? TEST_FILES : [...new Set(names.flatMap(namedFiles))];
  print(`Part of the checks: the build and ${files.length} of ${TEST_FILES.length} test files`);
  const build = await runChecks([BUILD]);
  const tests = await runTests([...options, '--runTestsByPath', ...files]);
  if (tests.passed + tests.failed === 0) throw new Error(`No test in these files has a name that matches ${pattern}`);
  report(build, tests);
}

function namedFiles(name: string): string[] {
  const files = testFilesOf(name);
  if (files.length > 0) return files;
  throw new Error(
    `No test file has "${name}" in its path. NAME is a kind (${KINDS.join(', ')}) or a part of a path, such as test/unit/http.`,
  );
}
