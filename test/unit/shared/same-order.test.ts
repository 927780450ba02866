import type { Parcel, Party } from '#carriers/shared/parcel';
import { differencesFrom } from '#carriers/shared/same-order';

const recipient: Party = { name: 'Sample Recipient', street: '1 Example Street', city: 'Berlin', postcode: '10115' };
const sent = { country: 'DE', recipient };
const found = (changes: Partial<Parcel> = {}, party: Party = {}): Parcel => ({
  carrier: 'x',
  country: 'DE',
  recipient: { ...recipient, ...party },
  ...changes,
});

describe('the order that was found is the one that was sent', () => {
  test.each<[string, Parcel, Party?]>([
    ['as it is', found()],
    [
      'in any case, width and spacing',
      found({ country: 'de' }, { name: ' ＳＡＭＰＬＥ  recipient', street: '1 EXAMPLE STREET,' }),
    ],
    ['with accents or without', found({}, { name: 'Sámple Recipient' })],
    ['with the name turned around', found({}, { name: 'RECIPIENT, SAMPLE' })],
    ['with initials', found({}, { name: 'S. Recipient' })],
    ['with a middle name', found({}, { name: 'Sample Middle Recipient' })],
    ['with words shortened', found({}, { street: '1 Example St' })],
    ['with words shortened to their ends', found({}, { street: '1 Example Rd' }), { street: '1 Example Road' }],
    ['with its end cut', found({}, { street: '1 Example' })],
    ['without the blanks', found({}, { street: '1 ExampleStreet' })],
    ['with a longer postcode', found({}, { postcode: '10115-1234' })],
    ['with a line of the address that was not sent', found({}, { street2: 'Rear building' })],
    ['with hidden parts', found({}, { name: 'S*****', postcode: '10***' })],
    ['in as far as it says anything', { carrier: 'x' }],
    ['with the country by its name', found({ country: 'Germany' })],
    ['with the country by its name in Chinese', found({ country: '德国' })],
    ['with the country by a name that nobody knows', found({ country: 'Deutschland' })],
    ['delivered meanwhile', found({ status: 'delivered', statusRaw: 'O' })],
  ])('%s', (_, order, party = {}) =>
    expect(differencesFrom({ ...sent, recipient: { ...recipient, ...party } }, order)).toEqual([]),
  );

  test('in Japanese, with the prefecture apart', () => {
    const japanese = { recipient: { name: '山田　花子', street: '福岡県福岡市中央区1-2-3', postcode: '810-0001' } };
    const party = { name: '山田花子', street: '福岡市中央区１－２－３', postcode: '8100001' };
    expect(differencesFrom(japanese, { carrier: 'x', recipient: party })).toEqual([]);
  });

  test('UK is GB', () => expect(differencesFrom({ country: 'UK' }, { carrier: 'x', country: 'GB' })).toEqual([]));
});

describe('the order that was found is another one, and no personal data is told', () => {
  test.each<[string, Parcel, string]>([
    ['another country', found({ country: 'US' }), 'it goes to US, not to DE'],
    ['another country by its name', found({ country: 'United States of America' }), 'it goes to US, not to DE'],
    ['another country in Chinese', found({ country: '澳大利亚' }), 'it goes to AU, not to DE'],
    ['another country in Japanese', found({ country: 'アメリカ合衆国' }), 'it goes to US, not to DE'],
    ['another country of the recipient', { carrier: 'x', recipient: { country: 'AT' } }, 'it goes to AT, not to DE'],
    ['withdrawn', found({ statusRaw: '已撤销' }), 'it is cancelled (已撤销)'],
    ['another name', found({}, { name: 'Other Recipient' }), 'it goes to another recipient'],
    ['a name with a few letters more', found({}, { name: 'Sample Reciepientes' }), 'it goes to another recipient'],
    ['another postcode', found({}, { postcode: '10117' }), 'it goes to another recipient'],
    ['another house', found({}, { street: '2 Example Street' }), 'it goes to another recipient'],
    ['another street', found({}, { street: '1 Other Street' }), 'it goes to another recipient'],
    ['another city, without postcodes', found({}, { city: 'Hamburg', postcode: '' }), 'it goes to another recipient'],
    ['cancelled', found({ status: 'cancelled', statusRaw: 'E' }), 'it is cancelled (E)'],
    ['cancelled in words', found({ status: 'unknown', statusRaw: '已取消' }), 'it is cancelled (已取消)'],
    ['void', found({ statusRaw: 'VOID' }), 'it is cancelled (VOID)'],
  ])('%s', (_, order, difference) => expect(differencesFrom(sent, order)).toEqual([difference]));

  test.each(['已关闭', '已關閉', '已失效', '无效', '已拦截', 'Closed', 'Expired', 'Invalid'])(
    'status %s',
    (statusRaw) => expect(differencesFrom(sent, found({ statusRaw }))).toEqual([`it is cancelled (${statusRaw})`]),
  );

  test.each<[keyof Party, string, string]>([
    ['name', '王小明', '王小红'],
    ['name', '王小', '王小明'],
    ['name', 'Al', 'Angela Li'],
    ['name', 'Al', 'Alice Sample'],
    ['name', 'John', 'Johnson Sample'],
    ['street', 'Main Street 1', 'Main Street 11'],
    ['street', 'Main Street 12', 'Main Street 12a'],
    ['street', 'Main Street 2', 'Main Street 12'],
    ['street', '福岡市中央区1', '福岡市中央区11'],
    ['street', '1中央区', '11中央区'],
    ['city', 'Al', 'Angela'],
  ])('%s: what is cut inside a word or number, or differs (%s, %s)', (field, one, other) => {
    const differing = (left: string, right: string) =>
      differencesFrom({ recipient: { [field]: left } }, { carrier: 'x', recipient: { [field]: right } });
    expect([differing(one, other), differing(other, one)]).toEqual(Array(2).fill(['it goes to another recipient']));
  });

  test('all differences are told', () => {
    expect(differencesFrom(sent, found({ country: 'US', statusRaw: '已作废' }, { name: 'B' }))).toHaveLength(3);
  });
});
