import { oneAtATime } from '../../../carriers/http';
import { awaited } from './loopback';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

it('runs tasks of one key one after the other, first come first served', async () => {
  const log: string[] = [];
  const task = (name: string) => async () => {
    log.push(`${name} begins`);
    await turn();
    log.push(`${name} ends`);
    return name;
  };
  const results = await Promise.all(['a', 'b', 'c'].map((name) => oneAtATime('order', task(name))));
  expect(results).toEqual(['a', 'b', 'c']);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

it('runs tasks of different keys side by side', async () => {
  const second = awaited<string>();
  const first = oneAtATime('one', () => second.promise);
  await oneAtATime('two', async () => second.resolve('released by the other key'));
  expect(await first).toBe('released by the other key');
});

it('goes on after a task that failed, and passes its error on', async () => {
  const failed = oneAtATime('order', async () => {
    throw new Error('first');
  });
  const thrown = oneAtATime('order', () => {
    throw new Error('second');
  });
  const next = oneAtATime('order', async () => 'third');
  await expect(failed).rejects.toThrow('first');
  await expect(thrown).rejects.toThrow('second');
  expect(await next).toBe('third');
});

it('keeps the order when a task comes while another ends', async () => {
  const log: number[] = [];
  const later: Array<Promise<unknown>> = [];
  await oneAtATime('order', async () => {
    later.push(oneAtATime('order', async () => log.push(2)));
    await turn();
    log.push(1);
  });
  later.push(oneAtATime('order', async () => log.push(3)));
  await Promise.all(later);
  expect(log).toEqual([1, 2, 3]);
});
