import { inPrintingOrder } from '../../../../nodes/Parcel/merge/order';

/** `sortBy/groupBy`, as it is printed; a separator page in brackets. */
function printed(...labels: string[]): string[] {
  const sortable = labels.map((label) => {
    const [sortBy, groupBy] = label.split('/');
    return { label, sortBy: sortBy || undefined, groupBy: groupBy || undefined };
  });
  return inPrintingOrder(sortable).flatMap(({ name, count, labels: members }) => [
    ...(name === undefined ? [] : [`[${name}: ${count}]`]),
    ...members.map(({ label }) => label),
  ]);
}

it('keeps the order of the items where nothing is to be sorted', () => {
  expect(printed('', '', '')).toEqual(['', '', '']);
});

it('counts numbers in text by their value, keeps equal ones as they came, and puts those without text last', () => {
  expect(printed('B1', '', 'A10', 'A2', 'A02', '货架10', '货架9')).toEqual([
    'A2',
    'A02',
    'A10',
    'B1',
    '货架9',
    '货架10',
    '',
  ]);
});

it('puts groups in the order in which they are met after sorting', () => {
  expect(printed('3/x', '1/y', '2/x', '4/y', '5')).toEqual([
    '[y: 2]',
    '1/y',
    '4/y',
    '[x: 2]',
    '2/x',
    '3/x',
    '[Without group: 1]',
    '5',
  ]);
});
