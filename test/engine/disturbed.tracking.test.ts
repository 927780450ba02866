/** Times and order of events that servers get wrong. */
import { listOf, type JsonObject } from '#carriers/shared/json-value';
import { each, subjects, useDisturbances, type Outcome } from './disturbed';

const { disturb, outcomesOf, made, under } = useDisturbances();

describe.each(subjects.filter(({ last }) => last !== undefined))('$carrier', (subject) => {
  const { carrier } = subject;

  test('dates and order of events', async () => {
    const item = await made(subject);
    const [usual] = await outcomesOf(subject.read, [item]);
    // The two events of Mgoship are of the same second.
    const sorted = carrier === 'mgoship' ? [] : [{ kind: 'events-reversed' }, { kind: 'events-shuffled' }];
    const seen = await under(carrier, sorted, async () => {
      const [outcome] = await outcomesOf(subject.read, [item]);
      return JSON.stringify(outcome) === JSON.stringify(usual) ? 'same' : outcome?.json;
    });
    expect(seen).toEqual(each(sorted, 'same'));
    for (const value of ['0000-00-00 00:00:00', '2024-02-30 10:00:00']) {
      await disturb(carrier, { kind: 'dates', value, which: 'oldest' });
      const [outcome] = await outcomesOf(subject.read, [item]);
      expect(outcome?.json).toMatchObject({ status: usual?.json['status'] });
      expect(eventsOf(outcome)).toContainEqual(expect.objectContaining({ time: null, timeRaw: value }));
      expect(eventsOf(outcome)).toHaveLength(eventsOf(usual).length);
    }
    if (carrier === 'mgoship') return;
    // Of which zone a time without one is, eTower's reference says; elsewhere it is that of most times beside it.
    const withoutZone = carrier === 'etower' ? [''] : [];
    const zones = ['GMT+1', 'GMT+1:00', 'GMT+08:00', ...withoutZone];
    await disturb(carrier, { kind: 'mixed-zones' }, { kind: 'mixed-zones', zones });
    for (let turn = 0; turn < 2; turn += 1) {
      const [outcome] = await outcomesOf(subject.read, [item]);
      expect(codesOf(outcome)).toEqual(codesOf(usual));
    }
  });
});

test.each(subjects.filter(({ isXml = false }) => isXml))('$carrier: a summary that names an end', async (subject) => {
  const [created] = await outcomesOf(subject.create, [subject.order('REF-1')]);
  const item = { number: String(created?.json[subject.number]) };
  for (const [value, status] of [
    ['CC', 'delivered'],
    ['UE', 'return_to_sender'],
  ]) {
    await disturb(subject.carrier, { kind: 'summary-status', value });
    const [outcome] = await outcomesOf(subject.read, [item]);
    expect(outcome?.json).toMatchObject({ status });
  }
});

function eventsOf(outcome: Outcome | undefined): JsonObject[] {
  return listOf(outcome?.json['events']);
}

function codesOf(outcome: Outcome | undefined): unknown[] {
  return eventsOf(outcome).map(({ code }) => code);
}
