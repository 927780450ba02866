import type { IExecuteFunctions } from 'n8n-workflow';
import { RunProgress } from '../../../../nodes/shared/progress';

/** A run whose time the test sets, in seconds from its start. */
function run(): { progress: RunProgress; at: (seconds: number) => void; said: string[]; logged: string[] } {
  const said: string[] = [];
  const logged: string[] = [];
  let now = 1_000_000;
  const known = {
    getNode: () => ({ name: 'Create Order' }),
    getExecutionId: () => '12',
    sendMessageToUI: (line: string) => void said.push(line),
    logger: { info: (line: string) => void logged.push(line) },
  };
  const functions: IExecuteFunctions = Object.assign(Object.create(null), known);
  const progress = new RunProgress(functions, () => now);
  return { progress, said, logged, at: (seconds) => (now = 1_000_000 + seconds * 1000) };
}

test('a long run says where it is with its first call, every few seconds, and with its last call', () => {
  const { progress, at, said, logged } = run();
  progress.reading(9999, 10_000);
  at(1);
  progress.begin({ items: 10_000, calls: 2000 });
  for (let call = 1; call <= 2000; call += 1) {
    at(1 + call * 0.01);
    progress.answered(5);
  }
  expect(said).toEqual([
    '0 of 10,000 items: 0 of 2,000 calls answered',
    '2,500 of 10,000 items: 500 of 2,000 calls answered, about 20 seconds left',
    '5,000 of 10,000 items: 1,000 of 2,000 calls answered, about 10 seconds left',
    '7,500 of 10,000 items: 1,500 of 2,000 calls answered, about 10 seconds left',
    '10,000 of 10,000 items: 2,000 of 2,000 calls answered',
  ]);
  expect(logged).toEqual(said.map((line) => `Create Order (execution 12): ${line}`));
});

test('a short run says nothing, however many items it has in one call', () => {
  const { progress, at, said } = run();
  progress.begin({ items: 1000, calls: 1 });
  at(9.9);
  progress.answered(1000);
  expect(said).toEqual([]);
});

test('a run of few items says where it is after 10 seconds; an hour makes few lines', () => {
  const { progress, at, said } = run();
  progress.begin({ items: 90, calls: 90 });
  for (let call = 1; call <= 90; call += 1) {
    at(call * 40);
    progress.answered(1);
  }
  expect(said.slice(0, 2)).toEqual([
    '1 of 90 items done, about 59 minutes left',
    '2 of 90 items done, about 59 minutes left',
  ]);
  expect(said.at(-1)).toBe('90 of 90 items done');
  expect(said.length).toBeLessThan(50);
});

test('reading that takes long is told too', () => {
  const { progress, at, said } = run();
  for (let item = 0; item < 5000; item += 1) {
    at(item * 0.004);
    progress.reading(item, 5000);
  }
  expect(said).toEqual(['2,500 of 5,000 items read', '3,750 of 5,000 items read']);
});

test('waiting tells for how many, how often they were asked for, and when again; calls side by side are one wait', () => {
  const { progress, at, said } = run();
  const [one, other] = [{}, {}];
  progress.begin({ items: 12, calls: 2 });
  for (const asked of [1, 2, 3, 4]) {
    at(asked * 5 - 4);
    progress.waiting(one, { count: 11, what: 'label', asked, intervalMs: 5000 });
    progress.waiting(other, { count: 1, what: 'label', asked: 1, intervalMs: 5000 });
  }
  progress.waiting(one);
  at(26);
  progress.answered(11);
  progress.waiting(other);
  at(40);
  progress.answered(1);
  expect(said).toEqual([
    '0 of 12 items: 0 of 2 calls answered, waiting for 12 labels, asked 3 times, every 5 s',
    '0 of 12 items: 0 of 2 calls answered, waiting for 12 labels, asked 4 times, every 5 s',
    '11 of 12 items: 1 of 2 calls answered, about 30 seconds left, waiting for 1 label, asked once, every 5 s',
    '12 of 12 items: 2 of 2 calls answered',
  ]);
});

test('what is sent in several parts is counted together', () => {
  const { progress, at, said } = run();
  progress.begin({ items: 60, calls: 2 });
  progress.begin({ items: 90, calls: 3 });
  at(11);
  progress.answered(30);
  expect(said).toEqual(['30 of 150 items: 1 of 5 calls answered, about 50 seconds left']);
});

test('a list tells how far it is, with each page; several are counted together, and an end told by none is left out', () => {
  const { progress, at, said } = run();
  const [one, other] = [{}, {}];
  progress.begin({ items: 2, calls: 2 });
  at(11);
  progress.waiting(one, { listed: 1100, ofRecords: 5000 });
  progress.waiting(other, { listed: 200, ofRecords: 300 });
  at(17);
  progress.waiting(one, { listed: 1700, ofRecords: 5000 });
  progress.waiting(other);
  at(23);
  progress.waiting(one, { listed: 2300 });
  progress.waiting(one);
  at(40);
  progress.answered(1);
  expect(said).toEqual([
    '0 of 2 items done, 1,100 of 5,000 records listed',
    '0 of 2 items done, 1,900 of 5,300 records listed',
    '0 of 2 items done, 2,300 records listed',
    '1 of 2 items done, about 40 seconds left',
  ]);
});

test('a long pause before a call is tried again is told at once, but not for each call', () => {
  const { progress, at, said } = run();
  const [one, other] = [{}, {}];
  progress.begin({ items: 3, calls: 3 });
  at(1);
  progress.waiting(one, { pauseMs: 60_000 });
  progress.waiting(other, { pauseMs: 120_000 });
  at(8);
  progress.waiting({}, { pauseMs: 20_000 });
  expect(said).toEqual([
    '0 of 3 items done, 1 call to be tried again within 60 seconds',
    '0 of 3 items done, 3 calls to be tried again within 2 minutes',
  ]);
});

test('what asks no carrier tells what was done with the items', () => {
  const { progress, at, said } = run();
  progress.doing(1, 2000, 'merged');
  at(10);
  progress.doing(900, 2000, 'merged');
  expect(said).toEqual(['900 of 2,000 items merged']);
});
