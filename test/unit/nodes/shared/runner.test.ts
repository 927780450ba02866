import timers from 'node:timers/promises';
import { CARRIER_NUMBER } from '#carriers/shared/pasted';
import { text } from '#carriers/shared/rows';
import { field } from '#nodes/shared/form/row-property';
import type { Answer } from '#nodes/shared/output';
import { inBulk, perItem, type OperationDescription } from '../../../../nodes/shared/operation';
import { description, endsOf, fakeNode, heldCalls, itemsOf, outputOf, readNumber, stopOf, turn } from './fake-node';

afterEach(() => jest.restoreAllMocks());

const echo = perItem({ description, read: readNumber, send: async (_, number) => outputOf(number) });

/** An operation that shares calls, and the numbers of each call it made. */
function bulk(settings: Partial<Parameters<typeof inBulk<object, string>>[0]> = {}) {
  const calls: string[][] = [];
  const send = settings.send ?? (async (_: object, numbers: readonly string[]) => numbers.map(outputOf));
  return {
    calls,
    operation: inBulk<object, string>({
      description,
      read: readNumber,
      perCall: () => 2,
      ...settings,
      send: (session, numbers) => {
        calls.push([...numbers]);
        return send(session, numbers);
      },
    }),
  };
}

describe('the results', () => {
  test('come in the order of the input, in whatever order the carrier answers', async () => {
    const { send, answer } = heldCalls();
    const ends = endsOf(bulk({ send, perCall: () => 1 }).operation, itemsOf('A', 'B', 'C'));
    await turn();
    for (const number of ['C', 'A', 'B']) await answer(number);
    expect(await ends).toEqual(['0: A', '1: B', '2: C']);
  });

  test('of one item may be several, or none', async () => {
    const split = perItem({ description, read: readNumber, send: async (_, text) => text.split('').map(outputOf) });
    const items = [{ json: { number: 'AB' } }, { json: { number: 'C' } }];
    expect(await endsOf(split, items)).toEqual(['0: A', '0: B', '1: C']);
    const none = perItem({ description, read: readNumber, send: async () => [] });
    expect(await endsOf(none, items)).toEqual([]);
  });

  test('of a long list are stored in slices, between which others have a turn', async () => {
    let now = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => (now += 20));
    const log: string[] = [];
    setImmediate(() => log.push('turn'));
    const finish = async ({ json }: { json: object }) => ({ json: { number: String(log.push(JSON.stringify(json))) } });
    const split = perItem({ description, read: readNumber, send: async (_, text) => text.split('').map(outputOf) });
    expect(await endsOf(split, itemsOf('ABC'), { finish })).toHaveLength(3);
    expect(log.indexOf('turn')).toBeLessThan(3);
  });

  test('simplified, tell what was asked, as it was sent', async () => {
    const number = field('number', text('Number', 'Of the parcel', { fold: CARRIER_NUMBER }));
    const simplifying: OperationDescription = { ...description, properties: [number], simplifies: true };
    const tell = async (answer: (number: string) => Answer) => {
      const { operation } = bulk({ description: simplifying, send: async (_, numbers) => numbers.map(answer) });
      const items = [' rr 1\u200b', 7].map((asked) => ({ json: { number: asked, simplify: true } }));
      const results = await operation.run(fakeNode(items).context);
      return results.map((result) => ('data' in result ? result.data.json : {}));
    };
    const parcel = { carrier: 'acme', reference: 'R' };
    const told = [
      { ...parcel, number: 'rr1' },
      { ...parcel, number: '7' },
    ];
    expect(await tell(() => ({ raw: {}, simplified: parcel }))).toEqual(told);
    expect(await tell(() => [{ raw: {}, simplified: parcel }])).toEqual(told);
    const own = { ...parcel, number: 'other' };
    expect(await tell(() => ({ raw: {}, simplified: own }))).toEqual([own, own]);
    expect(await tell(() => ({ json: parcel }))).toEqual([parcel, parcel]);
  });

  test('are none without input, and nothing is sent', async () => {
    const { calls, operation } = bulk();
    expect(await endsOf(operation, [])).toEqual([]);
    expect(calls).toEqual([]);
  });

  test('of a long run are told beside the output', async () => {
    const hintsOf = async (count: number, concurrency: number) => {
      const { context, hints } = fakeNode(itemsOf(...Array.from({ length: count }, (_, index) => `N${index}`)));
      await bulk({ perCall: () => concurrency }).operation.run(context);
      return hints;
    };
    expect(await hintsOf(100, 50)).toEqual(['100 items were sent in 2 calls.']);
    expect(await hintsOf(99, 50)).toEqual([]);
    expect(await hintsOf(100, 100)).toEqual([]);
  });

  test('are not told so when the execution was cancelled on the way', async () => {
    const numbers = Array.from({ length: 100 }, (_, index) => `N${index}`);
    const setup = { continueOnFail: true, signal: AbortSignal.abort() };
    const { context, hints } = fakeNode(itemsOf(...numbers), setup);
    await bulk().operation.run(context);
    expect(hints).toEqual([]);
  });
});

describe('reading', () => {
  test('all items are read before anything is sent', async () => {
    const log: string[] = [];
    const operation = perItem({
      description,
      read: (parameters) => {
        log.push('read');
        return readNumber(parameters);
      },
      send: async (_, number) => {
        log.push(`send ${number}`);
        return outputOf(number);
      },
    });
    await endsOf(operation, itemsOf('A', 'B'));
    expect(log).toEqual(['read', 'read', 'send A', 'send B']);
  });

  test('an item that cannot be read stops the node before anything is sent', async () => {
    const { calls, operation } = bulk();
    expect(await stopOf(operation, itemsOf('A', '', 'C'))).toMatchObject({ message: 'Number is empty', item: 1 });
    expect(calls).toEqual([]);
  });

  test('with Continue On Fail it ends as its error and the others are sent', async () => {
    const { calls, operation } = bulk();
    const ends = await endsOf(operation, itemsOf('A', '', 'C'), { continueOnFail: true });
    expect(ends).toEqual(['0: A', '1: ! Number is empty', '2: C']);
    expect(calls).toEqual([['A', 'C']]);
  });
});

describe('the check before sending', () => {
  const check = async (_: object, numbers: readonly string[]) =>
    numbers.map((number) => (number === 'BAD' ? new Error('No such product') : undefined));

  test('looks at all items, and a bad one stops the node before anything is sent', async () => {
    const { calls, operation } = bulk({ check });
    expect(await stopOf(operation, itemsOf('A', 'B', 'BAD'))).toMatchObject({ message: 'No such product', item: 2 });
    expect(calls).toEqual([]);
  });

  test('with Continue On Fail the bad item ends as its error and the others are sent', async () => {
    const { calls, operation } = bulk({ check });
    const ends = await endsOf(operation, itemsOf('A', 'BAD', 'C', ''), { continueOnFail: true });
    expect(ends).toEqual(['0: A', '1: ! No such product', '2: C', '3: ! Number is empty']);
    expect(calls).toEqual([['A', 'C']]);
  });

  test('that fails itself is the error of every item', async () => {
    const { calls, operation } = bulk({ check: () => Promise.reject(new Error('No list of products')) });
    const ends = await endsOf(operation, itemsOf('A', 'B'), { continueOnFail: true });
    expect(ends).toEqual(['0: ! No list of products', '1: ! No list of products']);
    expect(calls).toEqual([]);
  });

  test('asks the carrier nothing when no item is left', async () => {
    const asked = jest.fn(check);
    await endsOf(bulk({ check: asked }).operation, itemsOf(''), { continueOnFail: true });
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('calls in bulk', () => {
  test('are filled in the order of the items', async () => {
    const { calls, operation } = bulk();
    await endsOf(operation, itemsOf('A', 'B', 'C', 'D', 'E'));
    expect(calls).toEqual([['A', 'B'], ['C', 'D'], ['E']]);
  });

  test('hold items of one key only, as many as the first of them allows', async () => {
    const { calls, operation } = bulk({
      key: (number) => number.charAt(0),
      perCall: (_, first) => (first.startsWith('X') ? 3 : 1),
    });
    const items = itemsOf('X1', 'Y1', 'X2', 'Y2', 'X3', 'X4');
    expect(await endsOf(operation, items)).toEqual(['0: X1', '1: Y1', '2: X2', '3: Y2', '4: X3', '5: X4']);
    expect(calls).toEqual([['X1', 'X2', 'X3'], ['Y1'], ['Y2'], ['X4']]);
  });

  test('take a bundle whole or not at all', async () => {
    const { calls, operation } = bulk({ perCall: () => 4, bundle: (number) => number.charAt(0) });
    const items = itemsOf('A1', 'B1', 'A2', 'C1', 'B2', 'A3', 'D1');
    expect(await endsOf(operation, items)).toEqual(['0: A1', '1: B1', '2: A2', '3: C1', '4: B2', '5: A3', '6: D1']);
    expect(calls).toEqual([
      ['A1', 'A2', 'A3'],
      ['B1', 'B2', 'C1', 'D1'],
    ]);
  });

  test('carry what fits together', async () => {
    const { calls, operation } = bulk({
      perCall: () => 9,
      fits: (numbers) => new Set(numbers.map((number) => number.charAt(0))).size <= 2,
    });
    await endsOf(operation, itemsOf('A1', 'B1', 'A2', 'C1', 'D1', 'C2', 'E1'));
    expect(calls).toEqual([['A1', 'B1', 'A2'], ['C1', 'D1', 'C2'], ['E1']]);
  });

  test('give every item its own end', async () => {
    const { operation } = bulk({
      send: async (_, numbers) => numbers.map((number) => (number === 'BAD' ? new Error('Refused') : outputOf(number))),
    });
    expect(await endsOf(operation, itemsOf('A', 'BAD', 'C'), { continueOnFail: true })).toEqual([
      '0: A',
      '1: ! Refused',
      '2: C',
    ]);
  });

  test('that answer too little leave an error for each item without an answer', async () => {
    const { operation } = bulk({ perCall: () => 3, send: async () => [outputOf('A')] });
    expect(await endsOf(operation, itemsOf('A', 'B', 'C'), { continueOnFail: true })).toEqual([
      '0: A',
      '1: ! The carrier gave no result for this item',
      '2: ! The carrier gave no result for this item',
    ]);
  });

  test('that answer too much give no item more than its own answer', async () => {
    const { operation } = bulk({ send: async () => ['A', 'B', 'C'].map(outputOf) });
    expect(await endsOf(operation, itemsOf('A', 'B'))).toEqual(['0: A', '1: B']);
  });

  test.each([
    ['an error', new Error('Connection lost'), 'Connection lost'],
    ['no error at all', 'lost', 'The operation could not be finished, for an unknown reason'],
  ])('that throw %s leave it to all their items, and to no other', async (_, thrown, message) => {
    const { operation } = bulk({
      send: async (_session, numbers) => {
        if (numbers.includes('A')) AbortSignal.abort(thrown).throwIfAborted();
        return numbers.map(outputOf);
      },
    });
    expect(await endsOf(operation, itemsOf('A', 'B', 'C'), { continueOnFail: true })).toEqual([
      `0: ! ${message}`,
      `1: ! ${message}`,
      '2: C',
    ]);
  });
});

describe('calls at the same time', () => {
  const letters = itemsOf('A', 'B', 'C', 'D', 'E', 'F', 'G');

  test.each([
    ['five, unless the user says otherwise', undefined, 5],
    ['as many as Concurrency says', 3, 3],
    ['what an expression gives as text', '3', 3],
    ['one at least', 0, 1],
    ['no part of a call', 2.9, 2],
  ])('are %s', async (_, concurrency, most) => {
    const { begun, send, answer } = heldCalls();
    const operation = bulk({ send, perCall: () => 1 }).operation;
    const ends = endsOf(operation, letters, { options: { concurrency } });
    await turn();
    expect(begun).toHaveLength(most);
    await answer('A');
    expect(begun).toHaveLength(most + 1);
    for (const letter of 'BCDEFG') await answer(letter);
    expect(await ends).toHaveLength(7);
  });

  test('are one where the carrier wants that, whatever the user set', async () => {
    const { begun, send, answer } = heldCalls();
    const operation = bulk({ send, perCall: () => 1, oneCallAtATime: () => true }).operation;
    const ends = endsOf(operation, letters, { options: { concurrency: 5 } });
    await turn();
    for (const letter of 'ABCDEFG') {
      expect(begun.at(-1)).toEqual([letter]);
      await answer(letter);
    }
    expect(await ends).toHaveLength(7);
  });

  test('cannot be "many": every item ends as that error and nothing is sent', async () => {
    const { calls, operation } = bulk();
    const options = { concurrency: 'many' };
    expect(await stopOf(operation, itemsOf('A'), { options })).toMatchObject({
      message: 'Concurrency is not a number',
    });
    expect(await endsOf(operation, itemsOf('A', 'B'), { options, continueOnFail: true })).toEqual([
      '0: ! Concurrency is not a number',
      '1: ! Concurrency is not a number',
    ]);
    expect(calls).toEqual([]);
  });
});

test('with a pause no call begins before its turn', async () => {
  const waits: { delay: number | undefined; pass: () => void }[] = [];
  // The clock stands still, and a wait ends when the test says so.
  jest.spyOn(Date, 'now').mockReturnValue(0);
  jest
    .spyOn(timers, 'setTimeout')
    .mockImplementation((delay) => new Promise((end) => waits.push({ delay, pass: () => end(undefined) })));
  const begun: string[] = [];
  const operation = perItem({
    description,
    read: readNumber,
    send: async (_, number) => {
      begun.push(number);
      return outputOf(number);
    },
  });
  const ends = endsOf(operation, itemsOf('A', 'B', 'C'), { options: { pauseBetweenRequests: 20 } });
  await turn();
  expect([begun, waits.map(({ delay }) => delay)]).toEqual([['A'], [20, 40]]);
  for (const [position, numbers] of [
    ['A', 'B'],
    ['A', 'B', 'C'],
  ].entries()) {
    waits[position]?.pass();
    await turn();
    expect(begun).toEqual(numbers);
  }
  expect(await ends).toEqual(['0: A', '1: B', '2: C']);
});

test('an operation per item sends one item in a call', async () => {
  expect(await endsOf(echo, itemsOf('A', 'B'))).toEqual(['0: A', '1: B']);
});
