/** What was checked so far. A check that fails is told and counted; the run goes on with the next one. */
export class Report {
  passed = 0;
  failed = 0;
  private readonly failures: string[] = [];
  private broken = false;

  part(title: string): void {
    print(`\n--- ${title}`);
  }

  progress(text: string): void {
    print(`    ${text}`);
  }

  /** @returns what the check gives, or `undefined` when it failed or the run was broken off */
  async check<Value>(name: string, run: () => Value | Promise<Value>): Promise<Value | undefined> {
    if (this.isBroken()) return undefined;
    const start = Date.now();
    try {
      const value = await run();
      if (this.isBroken()) return undefined;
      this.passed += 1;
      print(`  ok    ${name} (${seconds(start)})`);
      return value;
    } catch (error) {
      if (!this.isBroken()) this.fail(`${name} (${seconds(start)})`, error);
      return undefined;
    }
  }

  /** Counts the run itself as failed; no check starts or counts after it. */
  breakOff(reason: unknown): void {
    this.fail('the run comes to its end', reason);
    this.broken = true;
  }

  private isBroken(): boolean {
    return this.broken;
  }

  private fail(name: string, error: unknown): void {
    this.failed += 1;
    this.failures.push(name);
    print(`  FAIL  ${name}\n${indent(error instanceof Error ? error.message : String(error))}`);
  }

  /** The closing lines; the last one is `N passed, N failed`. */
  close(): void {
    if (this.failures.length > 0) print(`\nFailed:\n${this.failures.map((name) => `  ${name}`).join('\n')}`);
    print(`\n${this.passed} passed, ${this.failed} failed`);
  }
}

/** Fails unless both are the same, and tells the first place where they differ. */
export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  const difference = firstDifference(actual, expected, what);
  if (difference) throw new Error(difference);
}

export function expectTrue(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise);
}

function firstDifference(actual: unknown, expected: unknown, way: string): string | undefined {
  if (Object.is(actual, expected)) return undefined;
  if (isTree(actual) && isTree(expected) && Array.isArray(actual) === Array.isArray(expected)) {
    const [left, right] = [new Map(Object.entries(actual)), new Map(Object.entries(expected))];
    for (const key of new Set([...left.keys(), ...right.keys()])) {
      const difference = firstDifference(left.get(key), right.get(key), `${way} > ${key}`);
      if (difference) return difference;
    }
    return undefined;
  }
  return `${way} is ${shown(actual)}, expected ${shown(expected)}`;
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  const text = value === undefined ? 'missing' : JSON.stringify(value);
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}

function seconds(start: number): string {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '        ');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
