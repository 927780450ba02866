const { DefaultReporter } = require('@jest/reporters');

/** What jest shows anyway, with a count before each finished file: a log without a terminal has no other progress. */
class ProgressReporter extends DefaultReporter {
  #finished = 0;
  #count = '';

  /** The first line about a file is its header. A field, as the base class passes it on as a bare function. */
  log = (message) => {
    super.log(`${this.#count}${message}`);
    this.#count = '';
  };

  onTestResult(test, result, aggregated) {
    this.#finished += 1;
    const total = String(aggregated.numTotalTestSuites);
    this.#count = `[${String(this.#finished).padStart(total.length)}/${total}] `;
    super.onTestResult(test, result, aggregated);
  }
}

module.exports = ProgressReporter;
