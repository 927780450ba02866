import { forModel, namesIn, selected } from '../../../../nodes/shared/tool-output';

const PARCEL = {
  number: 'A',
  recipient: { name: 'Sample Recipient', country: 'US' },
  events: [
    { status: 'delivered', time: 'late', place: { city: 'Springfield', country: 'US' } },
    { status: 'created', time: 'early' },
  ],
  notes: ['It is an older order.'],
};

test.each([
  [['number'], { number: 'A' }],
  [['recipient.country', 'recipient.none', 'none'], { recipient: { country: 'US' } }],
  [['events.status'], { events: [{ status: 'delivered' }, { status: 'created' }] }],
  [
    ['events.status', 'events.place.city'],
    { events: [{ status: 'delivered', place: { city: 'Springfield' } }, { status: 'created' }] },
  ],
  [['toString', '__proto__.x'], {}],
])('%j are these fields, and what must be known', (fields, wanted) => {
  expect(selected(PARCEL, fields)).toEqual({ ...wanted, notes: PARCEL.notes });
});

test.each([
  [
    ['a', ' b '],
    ['a', 'b'],
  ],
  ['a, b.c,', ['a', 'b.c']],
  [undefined, []],
  [null, []],
  [{ a: 1 }, []],
])('%j names %j', (given, names) => {
  expect(namesIn(given)).toEqual(names);
});

test('names beside the output the chosen fields that it does not have', () => {
  const toolFields =
    'number, trackinNumber, events.status, events.place.city, events.statsu, recipient.phone, none.at.all, moves.at';
  const form: Record<string, unknown> = { toolOutput: 'selected', toolFields };
  const { hint } = forModel({ any: (name) => form[name] }, { json: { ...PARCEL, moves: [] }, hint: 'Look at it' });
  expect(hint).toBe('Look at it. Not in the answer: trackinNumber, events.statsu, recipient.phone, none.at.all');
  expect(forModel({ any: (name) => form[name] }, { json: { number: 'A' } }).hint).not.toMatch(/\bnumber\b/);
  form['toolFields'] = 'number';
  expect(forModel({ any: (name) => form[name] }, { json: PARCEL }).hint).toBeUndefined();
});
