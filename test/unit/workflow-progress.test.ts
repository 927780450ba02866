import { PassThrough } from 'node:stream';
import { ShownProgress } from '../../scripts/workflow-progress';

const step = { node: 'Create {bar}', items: 0, ofItems: 10, calls: 0, ofCalls: 2 };
const line = '0 of 10 items: 0 of 2 calls answered';

/** What stands on a stream after these steps. */
function written(isTTY: boolean, show: (shown: ShownProgress) => void): string {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 120 });
  const shown = new ShownProgress(stream);
  show(shown);
  shown.end();
  return String(stream.read() ?? '');
}

test('without a terminal the lines are written, and nothing else', () => {
  const text = written(false, (shown) => {
    shown.show({ ...step, line });
    shown.show({ ...step, items: 5, calls: 1 });
    shown.show({ ...step, items: 10, calls: 2, line: 'done' });
  });
  expect(text).toBe(`Create {bar}: ${line}\nCreate {bar}: done\n`);
});

test('in a terminal a bar comes with the first words, moves with each call and stays where it ended', () => {
  const text = written(true, (shown) => {
    shown.show({ ...step, items: 1 });
    shown.show({ ...step, items: 2, line });
    shown.show({ ...step, items: 5, calls: 1, waiting: 'waiting for 5 labels, asked once, every 5 s' });
    shown.show({ ...step, items: 10, calls: 2 });
  });
  expect(text).toContain('2/10 items · 0/2 calls');
  expect(text).toContain('10/10 items · 2/2 calls');
  expect(text).not.toContain('1/10 items');
  expect(text).toContain('Create ');
});

test('a short run shows no bar', () => {
  expect(written(true, (shown) => shown.show({ ...step, items: 10, calls: 2 }))).toBe('');
});

test('the time left is told once something is done, and not while a step waits', () => {
  let now = 1_000_000;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  const text = written(true, (shown) => {
    shown.show({ ...step, waiting: 'waiting for 10 labels, asked once, every 5 s', line });
    now += 5000;
    shown.show({ ...step, waiting: 'waiting for 10 labels, asked 2 times, every 5 s' });
    now += 5000;
    shown.show({ ...step, items: 1, calls: 1 });
  });
  expect(text).not.toMatch(/NF|NULL/);
  expect(text.match(/· [^·]* left/g)).toEqual(['· 2 min left']);
});
