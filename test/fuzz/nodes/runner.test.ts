import fc from 'fast-check';
import { NodeApiError, NodeOperationError, type INodeExecutionData } from 'n8n-workflow';
import { always } from '../property';
import { CarrierError, SentRequests, type CarrierErrorDetails } from '../../../carriers/http';
import { objectOf, textOf } from '#carriers/shared/json-value';
import { inBulk } from '../../../nodes/shared/operation';
import type { Answer, ItemResult } from '../../../nodes/shared/output';
import { description, fakeNode, outputOf, readNumber, turn } from '../../unit/nodes/shared/fake-node';

/** What the carrier makes of an item. One that `spoils` makes it refuse, or break, the whole call. */
const FATES = [
  'done',
  'several',
  'nothing',
  'refused',
  'open',
  'unstorable',
  'unread',
  'spoils',
  'unanswered',
  'halts',
];

const settings = fc.record({
  fates: fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constant('done') },
      { weight: 1, arbitrary: fc.constantFrom('done', ...FATES) },
    ),
    { maxLength: 12 },
  ),
  perCall: fc.integer({ min: 1, max: 5 }),
  concurrency: fc.integer({ min: 1, max: 4 }),
  /** Items with the same remainder share calls. */
  groups: fc.integer({ min: 1, max: 3 }),
  bundled: fc.boolean(),
  kind: fc.constantFrom('read', 'read that splits', 'write'),
  continueOnFail: fc.boolean(),
  /** The call during which the execution is cancelled; there may be none. */
  cancelledIn: fc.oneof({ weight: 3, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.nat(4) }),
  /** What is under way when the run ends waits for a connection, and is not sent. */
  waiting: fc.boolean(),
  /** How long the calls take. */
  turns: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
});

type Settings = typeof settings extends fc.Arbitrary<infer Each> ? Each : never;

const failure = (message: string, details: Partial<CarrierErrorDetails> = {}): CarrierError =>
  new CarrierError({ kind: 'rejected', message, ...details });

/** Answers by the fates of the items, and writes down what went on. */
class Carrier {
  readonly calls: string[][] = [];
  /** The last answer to each number that was sent. */
  readonly answers = new Map<string, Answer | undefined>();
  /** Numbers of calls that were refused as a whole: halves of them are asked again, unless the run is over. */
  readonly refusedWhole = new Set<string>();
  /** Numbers that were sent again after they had an answer, or sent after the end of the run. */
  readonly wrong: string[] = [];
  readonly cancel = new AbortController();
  private isOver = false;

  constructor(private readonly how: Settings) {}

  readonly send = async (_: object, numbers: readonly string[]): Promise<Answer[]> => {
    const { how } = this;
    if (this.isOver) this.wrong.push(`${numbers.join()} after the end`);
    this.wrong.push(...numbers.filter((number) => this.answers.has(number)));
    const place = this.calls.push([...numbers]) - 1;
    for (let left = how.turns[place % how.turns.length] ?? 1; left > 0; left -= 1) await turn();
    if (this.isOver && how.waiting) throw failure('Held back', { kind: 'unavailable', heldBack: true });
    if (how.kind === 'write') SentRequests.noteWrite();
    if (place === how.cancelledIn) this.cancel.abort();
    const answers = this.answered(numbers);
    const isStop = (answer: Answer): boolean =>
      answer instanceof Error && (!how.continueOnFail || (answer instanceof CarrierError && Boolean(answer.ofAccount)));
    this.isOver ||= this.cancel.signal.aborted || answers.some(isStop);
    return answers;
  };

  private answered(numbers: readonly string[]): Answer[] {
    const fates = numbers.map((number) => fateIn(this.how, number));
    if (fates.includes('spoils')) throw this.refused(numbers);
    const all = numbers.map((number, at) => answerOf(number, fates[at]));
    const given = all.slice(0, fates.findLastIndex((fate) => fate !== 'unanswered') + 1);
    numbers.forEach((number, at) => this.answers.set(number, given[at]));
    return given;
  }

  private refused(numbers: readonly string[]): Error {
    const splits = this.how.kind === 'read that splits';
    const error = splits ? failure('Bad call') : new RangeError('Broken');
    if (splits && numbers.length > 1) {
      for (const number of numbers) this.refusedWhole.add(number);
    } else {
      for (const number of numbers) this.answers.set(number, error);
      this.isOver ||= !this.how.continueOnFail;
    }
    return error;
  }
}

function fateIn({ fates }: Settings, number: string): string {
  return fates[Number(number.slice(1))] ?? '';
}

function answerOf(number: string, fate = ''): Answer {
  if (fate === 'refused') return failure(`${number} is bad`);
  if (fate === 'open') return failure(`${number} is lost`, { kind: 'outcome-unknown' });
  if (fate === 'halts') return failure('Too many', { kind: 'rate-limited', ofAccount: 'rate-limited' });
  if (fate === 'nothing') return [];
  return fate === 'several' ? [outputOf(number), outputOf(number)] : outputOf(number);
}

interface Run {
  results: ItemResult[];
  /** What stopped the node. */
  stop?: unknown;
}

async function run(how: Settings, carrier: Carrier, input: readonly INodeExecutionData[]): Promise<Run> {
  const operation = inBulk<object, string>({
    description,
    read: readNumber,
    perCall: () => how.perCall,
    key: (number) => String(Number(number.slice(1)) % how.groups),
    ...(how.bundled ? { bundle: (number: string) => String(Math.floor(Number(number.slice(1)) / 2)) } : {}),
    splitsWhenRefused: how.kind === 'read that splits',
    send: carrier.send,
  });
  const { context } = fakeNode(input, {
    continueOnFail: how.continueOnFail,
    retryOnFail: true,
    signal: carrier.cancel.signal,
    options: { concurrency: how.concurrency },
    finish: async ({ json }) => {
      const number = textOf(objectOf(json)['number']) ?? '';
      if (fateIn(how, number) === 'unstorable') throw new Error('disk is full');
      return { json: { number } };
    },
  });
  return operation.run(context).then(
    (results) => ({ results }),
    (stop: unknown) => ({ results: [], stop }),
  );
}

const itemsFor = ({ fates }: Settings): INodeExecutionData[] =>
  fates.map((fate, item) => ({ json: { number: fate === 'unread' ? '' : `N${item}` } }));

const UNSENT = /^(The execution was cancelled before this item was sent|Not sent, because .*: Too many)$/;

const UNSENT_OR_REFUSED = new RegExp(`${UNSENT.source}|^Bad call$`);

/** What an item must end as: its outputs, or an error of these words. */
function endFor(how: Settings, carrier: Carrier, fate: string, item: number): string[] | RegExp {
  const number = `N${item}`;
  if (fate === 'unread') return /^Number is empty$/;
  if (!carrier.answers.has(number)) return carrier.refusedWhole.has(number) ? UNSENT_OR_REFUSED : UNSENT;
  const answer = carrier.answers.get(number);
  const isWrite = how.kind === 'write';
  if (answer === undefined)
    return isWrite ? /^The carrier gave no result for this item. It may or/ : /^The carrier gave/;
  if (answer instanceof RangeError) return isWrite ? /may or may not have been carried out/ : /^Broken$/;
  if (answer instanceof Error) return new RegExp(`^${answer.message}`);
  if (fate === 'unstorable') return /^The carrier answered, but the output could not be stored in n8n: disk is full$/;
  return [answer].flat().map(() => number);
}

/** The outputs of an item, or the words of its error. */
function endOf(results: readonly ItemResult[], item: number): (string | undefined)[] | string {
  const own = results.filter((result) => result.item === item);
  const [error, ...more] = own.flatMap((result) => ('error' in result ? result.error.message : []));
  if (error !== undefined) return own.length === 1 && more.length === 0 ? error : 'an error and more';
  return own.flatMap((result) => ('data' in result ? textOf(result.data.json['number']) : []));
}

function matches(end: ReturnType<typeof endOf>, expected: string[] | RegExp): boolean {
  if (expected instanceof RegExp) return typeof end === 'string' && expected.test(end);
  return JSON.stringify(end) === JSON.stringify(expected);
}

function expectEnds(how: Settings, carrier: Carrier, results: readonly ItemResult[]): void {
  const wrong = how.fates.flatMap((fate, item) => {
    const [end, expected] = [endOf(results, item), endFor(how, carrier, fate, item)];
    return matches(end, expected) ? [] : [{ item, fate, end, expected }];
  });
  const places = results.map(({ item }) => item);
  expect({ wrong, places }).toEqual({ wrong: [], places: places.toSorted((one, other) => one - other) });
}

/** The error tells the first failure, and every other item whose outcome is not known. */
function expectStop(how: Settings, carrier: Carrier, stop: unknown): void {
  if (!(stop instanceof NodeApiError || stop instanceof NodeOperationError)) {
    throw new Error('Expected an error of the node', { cause: stop });
  }
  const failed = stop.context['itemIndex'];
  const open = how.fates.flatMap((_, item) => {
    const isOpen = carrier.answers.has(`N${item}`) && isLeftOpen(how, carrier.answers.get(`N${item}`));
    return isOpen && item !== failed ? item : [];
  });
  const [, named = ''] = /The outcome of items? (.*?) (?:is|are) unknown/.exec(stop.description ?? '') ?? [];
  expect({ open: itemsNamed(named) }).toEqual({ open });
}

/** Of what was sent. A write without an answer, or with a broken one, may have been carried out. */
function isLeftOpen({ kind }: Settings, answer: Answer | undefined): boolean {
  if (answer === undefined || answer instanceof RangeError) return kind === 'write';
  return answer instanceof CarrierError && answer.kind === 'outcome-unknown';
}

/** `2 to 4, 6` */
function itemsNamed(words: string): number[] {
  return words.split(', ').flatMap((part) => {
    const [first = NaN, last = first] = part.split(' to ').map((each) => (each === '' ? NaN : Number(each)));
    return Number.isNaN(first) ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
}

it('every item ends once, as its own and in order; nothing is sent twice or after the end', async () => {
  await always(
    fc.asyncProperty(settings, async (how) => {
      const carrier = new Carrier(how);
      const { results, stop } = await run(how, carrier, itemsFor(how));
      expect(carrier.wrong).toEqual([]);
      if (stop === undefined) expectEnds(how, carrier, results);
      else expectStop(how, carrier, stop);
      const isBad = (item: number): boolean => endFor(how, carrier, how.fates[item] ?? '', item) instanceof RegExp;
      expect(stop !== undefined).toBe(!how.continueOnFail && how.fates.some((_, item) => isBad(item)));
      if (!how.continueOnFail && how.fates.includes('unread')) expect(carrier.calls).toEqual([]);
    }),
  );
});

it('another try of the node sends nothing again that was done, or may have been', async () => {
  await always(
    fc.asyncProperty(settings, settings, async (how, other) => {
      const next = { ...other, fates: how.fates, kind: how.kind };
      const [before, after] = [new Carrier(how), new Carrier(next)];
      const input = itemsFor(how);
      await run(how, before, input);
      const { results, stop } = await run(next, after, input);
      const kept = [...before.answers].filter(
        ([, answer]) => isLeftOpen(how, answer) || (answer !== undefined && !(answer instanceof Error)),
      );
      const again = kept.filter(([number]) => after.answers.has(number));
      expect(again).toEqual([]);
      for (const [number, answer] of kept) after.answers.set(number, answer);
      if (stop === undefined) expectEnds(next, after, results);
    }),
  );
});
