import { CarrierError, SentRequests, type CarrierErrorDetails } from '../../../../carriers/http';
import { inBulk, type Operation } from '../../../../nodes/shared/operation';
import {
  description,
  endOf,
  endsOf,
  fakeNode,
  heldCalls,
  itemsOf,
  outputOf,
  readNumber,
  stopOf,
  turn,
} from './fake-node';

type Send = Parameters<typeof inBulk<object, string>>[0]['send'];

function oneByOne(send: Send): Operation<object> {
  return inBulk<object, string>({ description, read: readNumber, perCall: () => 1, send });
}

function refusal(details: Partial<CarrierErrorDetails> = {}): CarrierError {
  return new CarrierError({ kind: 'rejected', message: 'Refused', ...details });
}

/** What the node adds where the outcome is unknown. */
const open = ' It may or may not have been carried out.';

describe('a call that fails', () => {
  const refused = [new Error('Refused')];

  test('stops those that have not begun; those under way are waited for', async () => {
    const { begun, send, answer } = heldCalls();
    const stop = stopOf(oneByOne(send), itemsOf('A', 'B', 'C', 'D'), { options: { concurrency: 2 } });
    await turn();
    await answer('A', refused);
    expect(begun).toEqual([['A'], ['B']]);
    await answer('B');
    expect(await stop).toEqual({
      message: 'Refused',
      item: 0,
      description: '1 of 4 items were carried out before the node stopped; their results are in no output.',
    });
    expect(begun).toEqual([['A'], ['B']]);
  });

  test('holds back at once what waits for a connection, also while other answers are stored', async () => {
    const seen: boolean[] = [];
    const setup = { finish: async () => ({ json: { number: String(seen.push(context.stop.signal.aborted)) } }) };
    const { context } = fakeNode(itemsOf('A', 'B'), setup);
    const send: Send = async () => [outputOf('A'), refusal()];
    const operation = inBulk<object, string>({ description, read: readNumber, perCall: () => 2, send });
    await expect(operation.run(context)).rejects.toThrow('Refused');
    expect(seen).toEqual([true]);
  });

  test('makes no failure of what was held back', async () => {
    const held = refusal({ kind: 'unavailable', message: 'Cancelled before it was sent.', heldBack: true });
    const { send, answer } = heldCalls();
    const stop = stopOf(oneByOne(send), itemsOf('A', 'B'));
    await turn();
    await answer('A', [held]);
    await answer('B', [new Error('B is bad')]);
    expect(await stop).toMatchObject({ message: 'B is bad', item: 1 });
  });

  const lost = refusal({ kind: 'outcome-unknown', message: 'Lost', hint: 'Check.' });
  const ofOthers = (items: string) =>
    `The outcome of ${items} is unknown (the first item is 0): check at the carrier before you run this again.`;
  test.each<[string, Record<string, Error>, string]>([
    ['a refusal', { A: refusal({ hint: 'Correct it.' }), C: lost }, `Correct it. ${ofOthers('item 2')}`],
    ['the only one', { B: lost }, 'Check.'],
    ['several', { A: lost, C: lost, D: lost, E: lost, G: lost }, `Check. ${ofOthers('items 2 to 4, 6')}`],
    ['two in a row', { A: lost, B: refusal(), C: lost, D: lost }, `Check. ${ofOthers('items 2, 3')}`],
  ])('names every other item whose outcome is not known: %s', async (_, errors, told) => {
    const numbers = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    const operation = inBulk<object, string>({
      description,
      read: readNumber,
      perCall: () => 7,
      send: async () => numbers.map((number) => errors[number] ?? outputOf(number)),
    });
    const stop = await stopOf(operation, itemsOf(...numbers));
    expect(stop.description).toBe(
      `${told} ${numbers.length - Object.keys(errors).length} of 7 items were carried out before the node stopped; their results are in no output.`,
    );
  });

  test('is told by its first item in the order of the input', async () => {
    const { send, answer } = heldCalls();
    const stop = stopOf(oneByOne(send), itemsOf('A', 'B'));
    await turn();
    await answer('B', [new Error('B is bad')]);
    await answer('A', [new Error('A is bad')]);
    expect(await stop).toMatchObject({ message: 'A is bad', item: 0 });
  });

  test('stops nothing with Continue On Fail', async () => {
    const send: Send = async (_, [number = '']) => (number === 'A' ? refused : [outputOf(number)]);
    const ends = await endsOf(oneByOne(send), itemsOf('A', 'B', 'C'), {
      continueOnFail: true,
      options: { concurrency: 1 },
    });
    expect(ends).toEqual(['0: ! Refused', '1: B', '2: C']);
  });
});

describe('what goes wrong after a write was sent', () => {
  const wrote =
    (send: Send): Send =>
    async (...call) => {
      SentRequests.noteWrite();
      return send(...call);
    };
  const thrown: Send = async () => {
    throw new RangeError('Maximum call stack size exceeded');
  };

  test.each<[string, Send, string]>([
    ['a mistake of ours', wrote(thrown), `The carrier: The reply cannot be read (RangeError).${open}`],
    [
      'an answer for one item that cannot be read',
      wrote(async () => [refusal({ kind: 'invalid-reply' })]),
      `Refused.${open}`,
    ],
    ['no answer for an item', wrote(async () => []), `The carrier gave no result for this item.${open}`],
    ['a refusal', wrote(async () => [refusal()]), 'Refused'],
    ['what the HTTP status says', wrote(async () => [refusal({ kind: 'invalid-reply', httpStatus: 404 })]), 'Refused'],
    ['a mistake of ours before anything was sent', thrown, 'Maximum call stack size exceeded'],
    ['an answer to a read', async () => [refusal({ kind: 'invalid-reply' })], 'Refused'],
  ])('leaves its outcome open or not: %s', async (_, send, message) => {
    expect(await endsOf(oneByOne(send), itemsOf('A'), { continueOnFail: true })).toEqual([`0: ! ${message}`]);
  });

  test('leaves calls open in which a write was sent, and no other', async () => {
    const send: Send = async (session, [number = '']) => {
      await turn();
      return number === 'B' ? thrown(session, []) : wrote(thrown)(session, []);
    };
    const setup = { retryOnFail: true, continueOnFail: true };
    const ends = await endsOf(oneByOne(send), itemsOf('A', 'B', 'C'), setup);
    expect(ends.map((end) => end.includes('may or may not'))).toEqual([true, false, true]);
  });
});

describe('an execution that is cancelled', () => {
  test('before the first call sends nothing', async () => {
    const send = jest.fn<ReturnType<Send>, Parameters<Send>>(async () => []);
    const signal = AbortSignal.abort();
    expect(await stopOf(oneByOne(send), itemsOf('A', 'B'), { signal })).toMatchObject({
      message: 'The execution was cancelled: 2 of 2 items were not sent',
    });
    expect(send).not.toHaveBeenCalled();
  });

  test('on the way keeps what was answered and begins no more', async () => {
    const { begun, send, answer } = heldCalls();
    const cancel = new AbortController();
    const ends = endsOf(oneByOne(send), itemsOf('A', 'B', 'C'), {
      signal: cancel.signal,
      continueOnFail: true,
      options: { concurrency: 1 },
    });
    await turn();
    cancel.abort();
    await answer('A');
    const unsent = 'The execution was cancelled before this item was sent';
    expect(await ends).toEqual(['0: A', `1: ! ${unsent}`, `2: ! ${unsent}`]);
    expect(begun).toEqual([['A']]);
  });

  test('gives what was held back no other end than what was not begun', async () => {
    const { send, answer } = heldCalls();
    const cancel = new AbortController();
    const ends = endsOf(oneByOne(send), itemsOf('A'), { signal: cancel.signal, continueOnFail: true });
    await turn();
    cancel.abort();
    await answer('A', [refusal({ kind: 'unavailable', heldBack: true })]);
    expect(await ends).toEqual(['0: ! The execution was cancelled before this item was sent']);
  });

  test('without Continue On Fail tells how far it came', async () => {
    const { send, answer } = heldCalls();
    const cancel = new AbortController();
    const options = { concurrency: 1 };
    const stop = stopOf(oneByOne(send), itemsOf('A', 'B', 'C'), { signal: cancel.signal, options });
    await turn();
    cancel.abort();
    await answer('A');
    expect(await stop).toMatchObject({
      message: 'The execution was cancelled: 2 of 3 items were not sent',
      description: '1 of 3 items were carried out before the node stopped; their results are in no output.',
    });
  });

  test('does not wait for the end of a pause', async () => {
    const cancel = new AbortController();
    const send: Send = async (_, [number = '']) => [outputOf(number)];
    const ends = endsOf(oneByOne(send), itemsOf('A', 'B'), {
      signal: cancel.signal,
      continueOnFail: true,
      options: { pauseBetweenRequests: 9_999_999_999 },
    });
    await turn();
    cancel.abort();
    expect(await ends).toEqual(['0: A', '1: ! The execution was cancelled before this item was sent']);
  });
});

describe('a refusal of a whole call', () => {
  /** Which calls were made for four items of which `BAD` makes the carrier refuse the whole call. */
  async function ask(error: Error, splitsWhenRefused = true): Promise<{ calls: string[]; ends: string[] }> {
    const calls: string[] = [];
    const operation = inBulk<object, string>({
      description,
      read: readNumber,
      perCall: () => 4,
      splitsWhenRefused,
      send: async (_, numbers) => {
        calls.push(numbers.join(' '));
        if (numbers.includes('BAD')) throw error;
        return numbers.map(outputOf);
      },
    });
    return { ends: await endsOf(operation, itemsOf('A', 'B', 'BAD', 'D'), { continueOnFail: true }), calls };
  }

  test.each([
    ['a refusal in the answer', {}],
    ['a number that is not found', { kind: 'not-found' }],
    ['too large a request', { httpStatus: 413 }],
    ["a code of the carrier's beside an HTTP status", { httpStatus: 400, code: '1001' }],
  ] satisfies [string, Partial<CarrierErrorDetails>][])('is asked again in halves: %s', async (_, details) => {
    expect(await ask(refusal(details))).toEqual({
      calls: ['A B BAD D', 'A B', 'BAD D', 'BAD', 'D'],
      ends: ['0: A', '1: B', '2: ! Refused', '3: D'],
    });
  });

  test.each([
    ['that no part of the call would escape', refusal({ ofWholeCall: true })],
    ['that only the server states', refusal({ httpStatus: 405 })],
    ['of a link', refusal({ link: 'http://cdn.example.com/1.pdf' })],
    ['for its credentials', refusal({ kind: 'credentials' })],
    ['for want of an answer', refusal({ kind: 'unavailable' })],
    ['by a mistake of ours', new Error('Refused')],
  ])('is not asked again: %s', async (_, error) => {
    const ends = ['0: ! Refused', '1: ! Refused', '2: ! Refused', '3: ! Refused'];
    expect(await ask(error)).toEqual({ calls: ['A B BAD D'], ends });
  });

  test('leaves each half its own answers, also where the first one has too few', async () => {
    const send: Send = async (_, numbers) => {
      if (numbers.length > 2) throw refusal();
      return numbers[0] === 'A' ? [outputOf('A')] : numbers.map(outputOf);
    };
    const operation = inBulk<object, string>({
      description,
      read: readNumber,
      perCall: () => 4,
      splitsWhenRefused: true,
      send,
    });
    expect(await endsOf(operation, itemsOf('A', 'B', 'C', 'D'), { continueOnFail: true })).toEqual([
      '0: A',
      '1: ! The carrier gave no result for this item',
      '2: C',
      '3: D',
    ]);
  });

  test.each([
    ['the node stops at an error', false, ['A B', 'A']],
    ['the execution is cancelled', true, ['A B']],
  ])('is not asked again in halves once %s', async (_, continueOnFail, asked) => {
    const calls: string[] = [];
    const cancel = new AbortController();
    const operation = inBulk<object, string>({
      description,
      read: readNumber,
      perCall: () => 4,
      splitsWhenRefused: true,
      send: async (_session, numbers) => {
        calls.push(numbers.join(' '));
        if (continueOnFail) cancel.abort();
        throw refusal();
      },
    });
    const { context } = fakeNode(itemsOf('A', 'B'), { continueOnFail, signal: cancel.signal });
    await operation.run(context).catch(() => undefined);
    expect(calls).toEqual(asked);
  });

  test('is not asked again where the call may have changed something', async () => {
    expect((await ask(refusal(), false)).calls).toEqual(['A B BAD D']);
  });
});

describe('a refusal of the account', () => {
  const limited = refusal({ kind: 'rate-limited', message: '请求频率超限', code: '1029', ofAccount: 'rate-limited' });
  const unsent = 'Not sent, because the carrier takes no more calls of this account now: 请求频率超限';

  test('stops the calls that have not begun, also with Continue On Fail; those under way are waited for', async () => {
    const { begun, send, answer } = heldCalls();
    const setup = { continueOnFail: true, options: { concurrency: 2 } };
    const ends = endsOf(oneByOne(send), itemsOf('A', 'B', 'C', 'D'), setup);
    await turn();
    await answer('A', [limited]);
    await answer('B');
    expect(await ends).toEqual(['0: ! 请求频率超限', '1: B', `2: ! ${unsent}`, `3: ! ${unsent}`]);
    expect(begun).toEqual([['A'], ['B']]);
  });

  test('stops the node with that error, which tells how many were done', async () => {
    const { begun, send, answer } = heldCalls();
    const stop = stopOf(oneByOne(send), itemsOf('A', 'B', 'C'), { options: { concurrency: 1 } });
    await turn();
    await answer('A');
    await answer('B', [limited]);
    expect(await stop).toMatchObject({
      message: '请求频率超限',
      item: 1,
      description: expect.stringContaining('1 of 3 items were carried out before the node stopped'),
    });
    expect(begun).toEqual([['A'], ['B']]);
  });

  test.each([
    ['unavailable', 'the carrier is busy'],
    ['credentials', 'the carrier does not accept the account'],
  ] as const)('is told to those not sent in its kind: %s', async (kind, why) => {
    const error = refusal({ kind, ofAccount: kind });
    const { context } = fakeNode(itemsOf('A', 'B'), { continueOnFail: true, options: { concurrency: 1 } });
    const [, held] = await oneByOne(async () => [error]).run(context);
    expect(held && endOf(held)).toBe(`1: ! Not sent, because ${why}: Refused`);
  });

  test('is no other outcome for those not sent, where it came of looking up what was lost', async () => {
    const lost = refusal({ kind: 'outcome-unknown', message: 'A is lost', ofAccount: 'rate-limited' });
    const setup = { continueOnFail: true, options: { concurrency: 1 } };
    const ends = await endsOf(
      oneByOne(async () => [lost]),
      itemsOf('A', 'B'),
      setup,
    );
    expect(ends).toEqual([
      `0: ! A is lost.${open}`,
      '1: ! Not sent, because the carrier takes no more calls of this account now',
    ]);
  });

  test('of one entry of a call leaves the others of that call their own ends', async () => {
    const operation = inBulk<object, string>({
      description,
      read: readNumber,
      perCall: () => 2,
      send: async (_, [first = '']) => [outputOf(first), limited],
    });
    const setup = { continueOnFail: true, options: { concurrency: 1 } };
    expect(await endsOf(operation, itemsOf('A', 'B', 'C'), setup)).toEqual([
      '0: A',
      '1: ! 请求频率超限',
      `2: ! ${unsent}`,
    ]);
  });

  test('ends the halving of a call', async () => {
    const calls: string[] = [];
    const operation = inBulk<object, string>({
      description,
      read: readNumber,
      perCall: () => 4,
      splitsWhenRefused: true,
      send: async (_, numbers) => {
        calls.push(numbers.join(' '));
        throw calls.length === 1 ? refusal() : limited;
      },
    });
    const ends = await endsOf(operation, itemsOf('A', 'B', 'C', 'D'), { continueOnFail: true });
    expect(calls).toEqual(['A B C D', 'A B']);
    expect(ends).toEqual(['0: ! 请求频率超限', '1: ! 请求频率超限', `2: ! ${unsent}`, `3: ! ${unsent}`]);
  });

  test('in the check before sending holds all back', async () => {
    const calls: string[][] = [];
    const operation = inBulk<object, string>({
      description,
      read: readNumber,
      perCall: () => 1,
      check: async () => [undefined, limited],
      send: async (_, numbers) => {
        calls.push([...numbers]);
        return numbers.map(outputOf);
      },
    });
    const ends = await endsOf(operation, itemsOf('A', 'B'), { continueOnFail: true });
    expect(ends).toEqual([`0: ! ${unsent}`, '1: ! 请求频率超限']);
    expect(calls).toEqual([]);
  });

  test('does not keep what was not sent from Retry On Fail', async () => {
    const asked: string[] = [];
    const operation = oneByOne(async (_, [number = '']) => {
      asked.push(number);
      return [asked.length === 1 ? limited : outputOf(number)];
    });
    const items = itemsOf('A', 'B');
    const setup = { retryOnFail: true, continueOnFail: true, options: { concurrency: 1 } };
    await endsOf(operation, items, setup);
    expect(await endsOf(operation, items, setup)).toEqual(['0: A', '1: B']);
    expect(asked).toEqual(['A', 'A', 'B']);
  });
});

describe('Retry On Fail', () => {
  /** Answers as listed for each number, the last one for ever. */
  function carrier(answers: Record<string, readonly Error[]>): { asked: string[]; operation: Operation<object> } {
    const asked: string[] = [];
    const operation = oneByOne(async (_, [number = '']) => {
      const time = asked.filter((each) => each === number).length;
      asked.push(number);
      return [answers[number]?.[time] ?? outputOf(number)];
    });
    return { asked, operation };
  }
  const retryOnFail = { retryOnFail: true, options: { concurrency: 1 } };

  test('asks again for what failed and what was not begun, never for what is done', async () => {
    const { asked, operation } = carrier({ B: [refusal()] });
    const items = itemsOf('A', 'B', 'C');
    expect(await stopOf(operation, items, retryOnFail)).toMatchObject({ message: 'Refused', item: 1 });
    expect(await endsOf(operation, items, retryOnFail)).toEqual(['0: A', '1: B', '2: C']);
    expect(asked).toEqual(['A', 'B', 'B', 'C']);
  });

  test('asks nothing again whose outcome is unknown', async () => {
    const { asked, operation } = carrier({ A: [refusal({ kind: 'outcome-unknown', message: 'Lost' })] });
    const items = itemsOf('A', 'B');
    expect(await stopOf(operation, items, retryOnFail)).toMatchObject({ message: `Lost.${open}`, item: 0 });
    expect(await stopOf(operation, items, retryOnFail)).toMatchObject({ message: `Lost.${open}`, item: 0 });
    expect(asked).toEqual(['A']);
  });

  test('stores an answer that could not be stored, without asking again', async () => {
    const { asked, operation } = carrier({});
    const items = itemsOf('A');
    const finish = jest
      .fn(async () => ({ json: { number: 'stored' } }))
      .mockRejectedValueOnce(new Error('disk is full'));
    expect(await stopOf(operation, items, { ...retryOnFail, finish })).toMatchObject({
      message: 'The carrier answered, but the output could not be stored in n8n: disk is full',
    });
    expect(await endsOf(operation, items, { ...retryOnFail, finish })).toEqual(['0: stored']);
    expect(asked).toEqual(['A']);
  });

  test('is for one turn of the node: the same data in other items is asked for anew', async () => {
    const { asked, operation } = carrier({});
    await endsOf(operation, itemsOf('A'), retryOnFail);
    await endsOf(operation, itemsOf('A'), retryOnFail);
    expect(asked).toEqual(['A', 'A']);
  });

  test('keeps nothing when the node does not retry', async () => {
    const { asked, operation } = carrier({});
    const items = itemsOf('A');
    await endsOf(operation, items);
    await endsOf(operation, items);
    expect(asked).toEqual(['A', 'A']);
  });
});

test('an answer that cannot be stored still tells the numbers that the carrier gave', async () => {
  const order = { reference: 'R1', orderNumber: 'O1', trackingNumber: 'T1' };
  const { context } = fakeNode(itemsOf('A', 'B'), {
    continueOnFail: true,
    finish: async ({ json }) => {
      if ('reference' in json) throw new Error('disk is full');
      return { json: { number: 'B' } };
    },
  });
  const send: Send = async (_, [number = '']) => [number === 'A' ? { json: order } : outputOf(number)];
  const [lost, stored] = await oneByOne(send).run(context);
  expect(lost).toMatchObject({ item: 0, error: { description: expect.stringContaining('R1') } });
  expect(lost).toMatchObject({ error: { description: expect.stringMatching(/O1.*T1/) } });
  expect(stored && endOf(stored)).toBe('1: B');
});
