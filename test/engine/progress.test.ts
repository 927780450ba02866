import { hasSubscribers } from 'node:diagnostics_channel';
import timers from 'node:timers/promises';
import { chain, runWorkflow, step, stopEngine, type NodeProgress, type Step } from '../../engine';
import { credentialsFor } from '../../sandbox/control-client';
import { enveloped } from '../contract/eccang/wire';
import { loopback, type Answer } from '../contract/loopback';
import { onRegularOutput } from './outputs';

afterEach(() => {
  jest.restoreAllMocks();
  // Nobody goes on listening after a run.
  expect(hasSubscribers('n8n-nodes-crossborder:progress')).toBe(false);
});
afterAll(stopEngine);

/** What a step told while it ran, against a carrier with these answers. */
async function told(items: number, one: Step, answer: Answer | ((n: number) => Answer)): Promise<NodeProgress[]> {
  const place = await loopback((_, n) => (typeof answer === 'function' ? answer(n) : answer));
  const steps: NodeProgress[] = [];
  await runWorkflow({
    workflow: chain(one),
    credentials: credentialsFor(place),
    items: Array.from({ length: items }, (_, n) => ({ number: `N-${n}` })),
    onProgress: (progress) => steps.push(progress),
  });
  await place.close();
  return steps;
}

const linesOf = (steps: readonly NodeProgress[]): string[] => steps.flatMap(({ line }) => line ?? []);
const number = { number: '={{ $json.number }}' };
const DONE: Answer = { body: JSON.stringify({ status: { code: 'OK', msg: '' } }) };
const removal = step('mgoship', 'Delete', 'inboundOrder', 'delete', number, onRegularOutput);

test('a run of 120 calls tells each of them, and says so with the first and the last', async () => {
  const steps = await told(120, removal, DONE);
  expect(steps.map(({ items }) => items)).toEqual(Array.from({ length: 121 }, (_, items) => items));
  expect(steps.at(-1)).toMatchObject({ node: 'Delete', items: 120, ofItems: 120, calls: 120, ofCalls: 120 });
  const lines = linesOf(steps);
  expect([lines[0], lines.at(-1)]).toEqual(['0 of 120 items done', '120 of 120 items done']);
});

test('items that share calls are counted by both; what fails is answered too', async () => {
  const tracking = step('etower', 'Track', 'tracking', 'get', number, onRegularOutput);
  const steps = await told(120, tracking, { body: '{"status":"Failure","errors":[]}' });
  const lines = linesOf(steps);
  expect([lines[0], lines.at(-1)]).toEqual([
    '0 of 120 items: 0 of 4 calls answered',
    '120 of 120 items: 4 of 4 calls answered',
  ]);
});

test('a run of few items says nothing, and two runs at once do not hear each other', async () => {
  const [few, many] = await Promise.all([told(3, removal, DONE), told(150, removal, DONE)]);
  expect([few.length, linesOf(few)]).toEqual([4, []]);
  expect([many.length, linesOf(many).length > 1]).toEqual([151, true]);
});

test('waiting for a label tells how often it was asked for', async () => {
  // Waiting takes no time: what matters is what is told of it.
  jest.spyOn(timers, 'setTimeout').mockResolvedValue(undefined);
  const waiting = { waitUntilReady: true, options: { waitInterval: 7 } };
  const label = step('eccangTms', 'Label', 'label', 'get', { ...number, ...waiting }, onRegularOutput);
  const steps = await told(1, label, (n) => ({
    body: enveloped(n < 2 ? { ask: 'Failure', message: '标签生成中' } : { ask: 'Failure', message: 'No such order' }),
  }));
  expect(steps.flatMap(({ waiting: words }) => words ?? [])).toEqual([
    'waiting for 1 label, asked once, every 7 s',
    'waiting for 1 label, asked 2 times, every 7 s',
  ]);
});
