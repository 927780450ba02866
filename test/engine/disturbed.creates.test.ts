/** Answers that leave open whether an order was made, refuse the account, or lead to another order. */
import { control, ordersAt, servicesOf } from '../../sandbox/control-client';
import { each, someSubjects, useDisturbances, type Fault } from './disturbed';

const { sandbox, disturb, outcomesOf, under } = useDisturbances();

/** HGE finds no order by its reference; eTower's integration API tells no status. */
const lookedUp: ReadonlyMap<string, string[]> = new Map([
  ['hge', []],
  ['etower', ['found-elsewhere']],
]);

describe.each(someSubjects)('$carrier', (subject) => {
  const { carrier } = subject;

  test('a create: one order, one item, and no order lost', async () => {
    const isAnswered = [true, 1, '1', 'success ', 'True'].map((value) => ({ kind: 'flag', value }));
    const inAnotherForm = [
      { kind: 'php-list-gaps' },
      { kind: 'json-in-text' },
      { kind: 'json-in-text', whole: true },
      { kind: 'bom' },
      { kind: 'php-notice' },
    ];
    const isOpen = [{ kind: 'flag' }, { kind: 'flag', value: 'maybe' }];
    const nameless = [{ kind: 'no-number' }, { kind: 'no-number', value: null }];
    const faults = [...isAnswered, ...inAnotherForm, ...isOpen, ...nameless];
    const seen = await under(
      carrier,
      faults.map((fault) => ({ ...fault, service: subject.creates })),
      async (index) => {
        const [outcome] = await outcomesOf(subject.create, [subject.order(`REF-${index}`)]);
        if (outcome?.error !== undefined) return outcome.error;
        if (outcome?.json['recovered'] === true) return 'recovered';
        if (!JSON.stringify(outcome).includes(`REF-${index}`) && carrier !== 'hge') return outcome?.json;
        return outcome?.json['notes'] === undefined ? 'made' : 'made, with a note';
      },
    );
    const named = (list: readonly Fault[], expected: unknown) =>
      each(
        list.map((fault) => ({ ...fault, service: subject.creates })),
        expected,
      );
    expect(seen).toEqual({
      ...named([...isAnswered, ...inAnotherForm], 'made'),
      ...named(
        isOpen,
        carrier === 'hge' ? expect.stringContaining('Check at HGE whether this was carried out') : 'recovered',
      ),
      ...named(nameless, expect.stringMatching(/^made|^recovered/)),
    });
    expect((await ordersAt(sandbox, carrier)).map(({ reference }) => reference).sort()).toEqual(
      faults.map((_, index) => `REF-${index}`).sort(),
    );
  });

  test('a refusal of the account: one round of calls, and every item ends', async () => {
    const items = Array.from({ length: 40 }, (_, index) => ({ number: `N${index}` }));
    await disturb(carrier, { kind: 'account-refusal', times: 99 });
    const outcomes = await outcomesOf(subject.read, items);
    const said: unknown = expect.stringMatching(/请求频率超限|系统繁忙|token已过期/);
    expect(outcomes.map(({ error }) => error)).toEqual(items.map(() => said));
    expect(outcomes.filter(({ error }) => error?.includes('Correct what its message names'))).toEqual([]);
    // As many as are in flight at once, at most.
    expect((await servicesOf(sandbox, carrier))[subject.reads]).toBeLessThanOrEqual(5);
  });

  test('a lost create whose reference leads to another order: outcome unknown', async () => {
    for (const kind of lookedUp.get(carrier) ?? ['found-cancelled', 'found-elsewhere']) {
      await disturb(carrier, { kind: 'disconnect-after', service: subject.creates }, { kind, times: 9 });
      const [outcome] = await outcomesOf(subject.create, [subject.order('LOST-1')]);
      expect({ kind, ...outcome }).toMatchObject({ kind, error: expect.stringContaining('LOST-1') });
      await control(sandbox, 'reset');
    }
  });
});
