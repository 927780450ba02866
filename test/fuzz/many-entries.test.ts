import { entriesFor, outcomesFor } from '../../carriers/eccang/answer';
import { fileDetails } from '../../carriers/eccang/batch-labels';
import { trackedParcel as eccangParcel } from '../../carriers/eccang/tracking';
import { MASTERS, matchEntries } from '../../carriers/etower/integration/matching';
import { trackedParcel } from '../../carriers/etower/integration/tracking';

/**
 * One reply of a few MB may hold so many entries or events. Each is looked at a few times, however many numbers were asked
 * for: to compare each with all others takes minutes of work, in which n8n stands still.
 */
const MANY = 50_000;

/** Microseconds of work, several times what the slowest takes. */
const MOST_WORK = 3_000_000;

const numbers = Array.from({ length: 1000 }, (_, index) => `R${index}`);
const entries = (make: (index: number) => Record<string, unknown>) => Array.from({ length: MANY }, (_, at) => make(at));

const none = numbers.map(() => undefined);
const own = (field: string) => [...entries((at) => ({ [field]: `X${at}` })), { [field]: 'R1', mark: 'M1' }];

it.each<[string, () => unknown, unknown]>([
  ['Eccang: a read', () => entriesFor(numbers, own('Code'), 'Code')[1], { Code: 'R1', mark: 'M1' }],
  ['Eccang: a write', () => outcomesFor(numbers, own('reference_no'), 'reference_no')[1]?.['mark'], 'M1'],
  [
    'Eccang: one number in all',
    () =>
      outcomesFor(
        numbers,
        entries((at) => ({ Code: 'R0', at })),
        'Code',
      ),
    none,
  ],
  ['eTower: a write', () => matchEntries(numbers, own('referenceNo'), 'write')[1], [{ referenceNo: 'R1', mark: 'M1' }]],
  ['eTower: masters', () => matchEntries(numbers, own('orderId'), 'write', MASTERS)[1]?.length, 1],
  [
    'Eccang: what is told of a label',
    () =>
      fileDetails({ printInfo: entries((at) => ({ code: `X${at}`, msg: 'a' })) }, 'R1', [
        ...numbers,
        ...numbers,
        ...numbers,
      ])['printInfo'],
    expect.objectContaining({ length: MANY }),
  ],
  [
    'Eccang: events of one parcel',
    () =>
      eccangParcel({ carrier: 'x' }, { Detail: entries(() => ({ Status: 'NA' })).slice(0, 15_000) }, 'R').events
        ?.length,
    15_000,
  ],
  [
    'eTower: events of one parcel',
    () => trackedParcel({ events: entries(() => ({ eventTime: '2026-01-05 09:00' })).slice(0, 15_000) }).events?.length,
    15_000,
  ],
])('%s', (_, read, expected) => {
  const before = process.cpuUsage();
  const result = read();
  const { user, system } = process.cpuUsage(before);
  expect(result).toEqual(expected);
  expect(user + system).toBeLessThan(MOST_WORK);
});
