const { readdirSync } = require('node:fs');
const { availableParallelism } = require('node:os');
const path = require('node:path');
const { compilerOptions } = require('./tsconfig.json');

/** Types are checked by `tsc` alone; here TypeScript is only turned into what jest can load. */
const transform = {
  '^.+\\.ts$': [
    'ts-jest',
    {
      diagnostics: false,
      tsconfig: {
        ...compilerOptions,
        module: 'commonjs',
        moduleResolution: 'node10',
        isolatedModules: true,
        verbatimModuleSyntax: false,
      },
    },
  ],
};
/** Engine tests share n8n's packages, and look at every output: see there. */
const environments = {
  engine: {
    testEnvironment: '<rootDir>/test/n8n/environment.js',
    setupFilesAfterEnv: ['<rootDir>/test/engine/every-output.ts'],
    moduleNameMapper: {
      '^(n8n-core|n8n-workflow|@n8n/di)$': '<rootDir>/test/n8n/$1.js',
      '/output-schemas$': '<rootDir>/test/n8n/output-schemas.js',
    },
  },
};
const project = (displayName) => ({
  displayName,
  ...(environments[displayName] ?? { testEnvironment: 'node' }),
  // Not e2e/: n8n's hundred thousand files are there.
  roots: ['<rootDir>/test'],
  testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`],
  transform,
});

/** The kinds of tests are the folders in test/ that hold test files. */
const tests = readdirSync(path.join(__dirname, 'test'), { recursive: true }).filter((file) =>
  file.endsWith('.test.ts'),
);
const kinds = new Set(tests.map((file) => file.split(path.sep)[0]));

module.exports = {
  projects: [...kinds].sort().map(project),
  // No test depends on the clock: it only ends one that hangs, also on a machine that is busy with something else.
  testTimeout: 180_000,
  // By default jest leaves a core free, which is half of two.
  maxWorkers: Math.max(2, availableParallelism() - 1),
};
