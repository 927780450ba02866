import { entriesFor, outcomesFor } from '../../carriers/eccang/answer';
import { fileDetails } from '../../carriers/eccang/batch-labels';

/**
 * One reply of a few MB may hold so many entries. Each is looked at a few times, however many numbers were asked
 * for: to compare each with all others takes minutes of work, in which n8n stands still.
 */
const MANY = 50_000;

const numbers = Array.from({ length: 1000 }, (_, index) => `R${index}`);
const entries = (make: (index: number) => Record<string, unknown>) => Array.from({ length: MANY }, (_, at) => make(at));

const none = numbers.map(() => undefined);
const own = (field: string) => [...entries((at) => ({ [field]: `X${at}` })), { [field]: 'R1', mark: 'M1' }];

it.each<[string, () => unknown, unknown]>([
  ['a read', () => entriesFor(numbers, own('Code'), 'Code')[1], { Code: 'R1', mark: 'M1' }],
  ['a write', () => outcomesFor(numbers, own('reference_no'), 'reference_no')[1]?.['mark'], 'M1'],
  [
    'one number in all',
    () =>
      outcomesFor(
        numbers,
        entries((at) => ({ Code: 'R0', at })),
        'Code',
      ),
    none,
  ],
  [
    'what is told of a label',
    () =>
      fileDetails({ printInfo: entries((at) => ({ code: `X${at}`, msg: 'a' })) }, 'R1', [
        ...numbers,
        ...numbers,
        ...numbers,
      ])['printInfo'],
    expect.objectContaining({ length: MANY }),
  ],
])('%s', (_, read, expected) => {
  expect(read()).toEqual(expected);
});
