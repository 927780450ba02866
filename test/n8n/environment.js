const process = require('node:process');
const { TestEnvironment } = require('jest-environment-node');

/**
 * Jest loads every module anew for each test file, and n8n's packages take more than a second of that. Here they are
 * loaded once per worker, by Node itself, as in a running n8n, and so are the schemas that outputs are held against. The
 * files beside this one hand them to the tests.
 *
 * Two things follow. What n8n makes, such as an array, is no instance of the tests' own `Array`: compare its content.
 * And n8n reads the environment variables of the process, so that tests see these too, instead of a copy.
 */
module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.requireOnce = require;
    this.global.process.env = process.env;
  }
};
