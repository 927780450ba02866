import { namesIn, selected } from '../../../../nodes/shared/tool-output';

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
