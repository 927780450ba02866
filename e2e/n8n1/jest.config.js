const path = require('node:path');
const { projects, testTimeout } = require('../../jest.config.js');

const engine = projects.find(({ displayName }) => displayName === 'engine');
const older = (name) => path.join(__dirname, 'node_modules', name);

/** The engine tests, with n8n-core and n8n-workflow of n8n 1.x in the place of those of 2.x. */
module.exports = {
  ...engine,
  displayName: 'engine of n8n 1.x',
  // The nodes, too, must get n8n 1.x: jest loads all of it.
  testEnvironment: 'node',
  testTimeout,
  rootDir: path.join(__dirname, '../..'),
  moduleNameMapper: {
    '^n8n-core$': path.join(__dirname, 'n8n-core.js'),
    '^(n8n-workflow|@n8n/di)$': older('$1'),
  },
  // A process for each file, as n8n 1.x leaves timers behind: one test counts those that are at work.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1MB',
  testPathIgnorePatterns: [
    '/node_modules/',
    // They start processes of their own, with the engine of 2.x.
    'engine/command.test.ts',
    'engine/build.test.ts',
    // Ends the timers of the process in which 2.x runs.
    'engine/matrix/',
    // Recorded with 2.x, whose words for what is not filled in are others.
    'requests.test.ts',
  ],
};
