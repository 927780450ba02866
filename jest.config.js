/** The engine needs n8n-core, which is slow to load: its tests are a project of their own and share one file's module registry. */
const transform = {
  '^.+\\.[tj]s$': [
    '@swc/jest',
    { jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true } }, module: { type: 'commonjs' } },
  ],
};
const project = (displayName) => ({
  displayName,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`],
  transform,
});

module.exports = {
  projects: ['unit', 'contract', 'structure', 'sandbox', 'engine', 'fuzz'].map(project),
};
