import { join } from 'node:path';
import { chain, type Step } from '../../engine';

/** A small package in plain JavaScript: nothing has to be built for the tests of the runner. */
export const FAKE_PACKAGE = join(__dirname, 'fixtures/fake-package');

/** A chain of steps of the fake package's one node, where no other type is given. */
export function fakeChain(...steps: (Omit<Step, 'type'> & Partial<Pick<Step, 'type'>>)[]) {
  return chain(...steps.map((step) => ({ type: 'n8n-nodes-fake.fake', ...step })));
}
