/** A run of several operations, each with its lane: the first letter of a number says which. */
import { CarrierError } from '../../../../carriers/http';
import type { Box, Part } from '../../../../nodes/shared/part';
import { fieldsOf, inBulk, type InBulk } from '../../../../nodes/shared/operation';
import type { Answer } from '../../../../nodes/shared/output';
import { ItemParameters } from '../../../../nodes/shared/parameters';
import { runCalls } from '../../../../nodes/shared/runner';
import {
  description,
  endOf,
  fakeNode,
  heldCalls,
  itemsOf,
  outputOf,
  readNumber,
  turn,
  type NodeSetup,
} from './fake-node';

type Settings = Partial<InBulk<object, string>>;

const writes = { ...description, writes: true as const };

/** @param lanes by their letters */
async function endsOf(lanes: Record<string, Settings>, numbers: readonly string[], setup: NodeSetup = {}) {
  const { context, hints } = fakeNode(itemsOf(...numbers), setup);
  const parts = new Map<string, Part>();
  for (const [letter, settings] of Object.entries(lanes)) {
    const operation = inBulk<object, string>({
      description: writes,
      read: readNumber,
      perCall: () => 1,
      send: async (_, asked) => asked.map(outputOf),
      ...settings,
    });
    const stop = new AbortController();
    const part = operation.part?.({ session: {}, stop, shape: (answer) => answer });
    if (part) parts.set(letter, part);
  }
  const results = await runCalls<object, Box>(context, {
    fields: fieldsOf(writes),
    writes: true,
    read: (parameters) => {
      const part = parts.get(readNumber(parameters).charAt(0));
      if (!part) throw parameters.problem('No such lane', '');
      return part.read(parameters);
    },
    laneOf: ({ lane }) => lane,
  });
  return { ends: results.map(endOf), hints };
}

/** What a lane was asked, call by call. */
function recording(settings: Settings = {}): { calls: string[]; settings: Settings } {
  const calls: string[] = [];
  const send = settings.send ?? (async (_: object, asked: readonly string[]): Promise<Answer[]> => asked.map(outputOf));
  return {
    calls,
    settings: {
      ...settings,
      send: (session, asked) => {
        calls.push(asked.join(' '));
        return send(session, asked);
      },
    },
  };
}

const onFail = { continueOnFail: true };
const refused = (ofAccount: 'credentials'): CarrierError =>
  new CarrierError({ kind: ofAccount, message: 'Wrong key', ofAccount });

describe('lanes', () => {
  test('share no call, whatever their keys and bundles, and give their results in the order of the items', async () => {
    const same = { key: () => 'same', bundle: () => 'same', fits: () => true, perCall: () => 9 };
    const [x, y] = [recording(same), recording(same)];
    const { ends } = await endsOf({ X: x.settings, Y: y.settings }, ['Y1', 'X1', 'Y2', 'X2']);
    expect(ends).toEqual(['0: Y1', '1: X1', '2: Y2', '3: X2']);
    expect([x.calls, y.calls]).toEqual([['X1 X2'], ['Y1 Y2']]);
  });

  test('run side by side, each with the concurrency that is set, or with the one call that its carrier allows', async () => {
    const [x, y] = [heldCalls(), heldCalls()];
    const lanes = { X: { send: x.send }, Y: { send: y.send, oneCallAtATime: () => true } };
    const ran = endsOf(lanes, ['X1', 'Y1', 'X2', 'Y2', 'X3'], { options: { concurrency: 2 } });
    await turn();
    expect([x.begun, y.begun]).toEqual([[['X1'], ['X2']], [['Y1']]]);
    for (const number of ['X1', 'X2', 'X3']) await x.answer(number);
    for (const number of ['Y1', 'Y2']) await y.answer(number);
    expect((await ran).ends).toEqual(['0: X1', '1: Y1', '2: X2', '3: Y2', '4: X3']);
  });

  test('are all read and checked before anything is sent', async () => {
    const log: string[] = [];
    const lane = (): Settings => ({
      read: (parameters) => {
        log.push('read');
        return readNumber(parameters);
      },
      check: async (_, asked) => asked.map((number) => void log.push(`check ${number}`)),
      send: async (_, asked) => {
        log.push('send');
        return asked.map(outputOf);
      },
    });
    await endsOf({ X: lane(), Y: lane() }, ['X1', 'Y1']);
    expect(log).toEqual(['read', 'read', 'check X1', 'check Y1', 'send', 'send']);
  });

  test('stop together at the first bad item, before anything is sent', async () => {
    const [x, y] = [recording(), recording()];
    const check = async (_: object, asked: readonly string[]) => asked.map((number) => new Error(`Bad ${number}`));
    const lanes = { X: { ...x.settings, check }, Y: { ...y.settings, check } };
    await expect(endsOf(lanes, ['Y1', 'X1'])).rejects.toThrow('Bad Y1');
    await expect(endsOf({ X: x.settings, Y: y.settings }, ['X1', 'Z1'])).rejects.toThrow('No such lane');
    expect([...x.calls, ...y.calls]).toEqual([]);
  });

  test('stop together at a call that fails, which tells what was done in all of them', async () => {
    const x = recording();
    const y = heldCalls();
    const ran = endsOf({ X: x.settings, Y: { send: y.send, oneCallAtATime: () => true } }, ['X1', 'Y1', 'Y2', 'X2']);
    const stopped = expect(ran).rejects.toMatchObject({
      message: 'Refused',
      description: expect.stringContaining('2 of 4 items were carried out before the node stopped'),
    });
    await turn();
    await y.answer('Y1', [new Error('Refused')]);
    await stopped;
    expect(y.begun).toEqual([['Y1']]);
  });

  test('end one by one where an account is refused: with Continue On Fail the others go on', async () => {
    const x = recording({ send: async () => [refused('credentials')], oneCallAtATime: () => true });
    const y = recording({ oneCallAtATime: () => true });
    const { ends } = await endsOf({ X: x.settings, Y: y.settings }, ['X1', 'Y1', 'X2', 'Y2', 'X3', 'Y3'], onFail);
    const unsent = '! Not sent, because the carrier does not accept the account: Wrong key';
    expect(ends).toEqual(['0: ! Wrong key', '1: Y1', `2: ${unsent}`, '3: Y2', `4: ${unsent}`, '5: Y3']);
    expect([x.calls, y.calls]).toEqual([['X1'], ['Y1', 'Y2', 'Y3']]);
  });

  test('that are refused by their check end alone', async () => {
    const x = recording({ check: async () => [refused('credentials')] });
    const y = recording({ check: async (_, asked) => asked.map(() => undefined) });
    const { ends } = await endsOf({ X: x.settings, Y: y.settings }, ['X1', 'Y1', 'X2'], onFail);
    expect(ends).toEqual(['0: ! Wrong key', '1: Y1', expect.stringContaining('2: ! Not sent')]);
    expect([x.calls, y.calls]).toEqual([[], ['Y1']]);
  });

  test('are asked again in halves one by one', async () => {
    const all = { perCall: () => 4, splitsWhenRefused: true };
    const send: Settings['send'] = async (_, asked) => {
      if (asked.includes('X2')) throw new CarrierError({ kind: 'rejected', message: 'Refused' });
      return asked.map(outputOf);
    };
    const [x, y] = [recording({ ...all, send }), recording({ perCall: () => 4, send })];
    const { ends } = await endsOf({ X: x.settings, Y: y.settings }, ['X1', 'Y1', 'X2'], onFail);
    expect(ends).toEqual(['0: X1', '1: Y1', '2: ! Refused']);
    expect([x.calls, y.calls]).toEqual([['X1 X2', 'X1', 'X2'], ['Y1']]);
  });

  test('that are cancelled in the middle name each item that was not sent', async () => {
    const cancel = new AbortController();
    const [x, y] = [heldCalls(), heldCalls()];
    const one = { oneCallAtATime: () => true };
    const lanes = { X: { send: x.send, ...one }, Y: { send: y.send, ...one } };
    const ran = endsOf(lanes, ['X1', 'Y1', 'X2', 'Y2'], { ...onFail, signal: cancel.signal });
    await turn();
    cancel.abort();
    await x.answer('X1');
    await y.answer('Y1');
    const unsent = '! The execution was cancelled before this item was sent';
    expect((await ran).ends).toEqual(['0: X1', '1: Y1', `2: ${unsent}`, `3: ${unsent}`]);
  });

  test('answer without a call what needs none, and count the calls of all in one hint', async () => {
    const withoutCall = (number: string): Answer | undefined => (number === 'X0' ? outputOf('rests') : undefined);
    const numbers = ['X0', ...Array.from({ length: 50 }, (_, at) => [`X${at + 1}`, `Y${at + 1}`]).flat()];
    const fifty = { perCall: () => 50 };
    const { ends, hints } = await endsOf({ X: { ...fifty, withoutCall }, Y: fifty }, numbers);
    expect(ends[0]).toBe('0: rests');
    expect(hints).toEqual(['100 items were sent in 2 calls.']);
  });

  test('send nothing where nobody can tell whether Dry Run is on', async () => {
    const [x, y] = [recording(), recording()];
    const { ends } = await endsOf({ X: x.settings, Y: y.settings }, ['X1', 'Y1'], {
      ...onFail,
      options: { dryRun: 'perhaps' },
    });
    expect(ends).toEqual(['0: ! Dry Run is neither true nor false', '1: ! Dry Run is neither true nor false']);
    expect([...x.calls, ...y.calls]).toEqual([]);
  });
});

test('a box opens for its own operation alone', async () => {
  const part = () =>
    inBulk<object, string>({
      description,
      read: readNumber,
      perCall: () => 1,
      send: async (_, asked) => asked.map(outputOf),
    }).part?.({ session: {}, stop: new AbortController(), shape: (answer) => answer });
  const lane = boxOf(part()).lane;
  await expect(lane.send([boxOf(part())])).rejects.toThrow('one of another operation');
});

function boxOf(part: Part | undefined): Box {
  const parameters = new ItemParameters(fakeNode(itemsOf('A')).context.functions, 0, description.properties);
  if (!part) throw new Error('No part');
  return part.read(parameters);
}
