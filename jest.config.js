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
const project = (displayName) => ({
  displayName,
  testEnvironment: 'node',
  // Not e2e/: n8n's hundred thousand files are there.
  roots: ['<rootDir>/test'],
  testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`],
  transform,
});

module.exports = {
  projects: ['unit', 'contract', 'structure', 'sandbox', 'engine', 'fuzz'].map(project),
};
