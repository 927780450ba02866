/** Values and bytes in another form than the manual's samples: the same items. */
import type { Step } from '../../engine';
import { ordersAt } from '../../sandbox/control-client';
import { ask, each, someSubjects, subjects, useDisturbances, type Fault } from './disturbed';

const { sandbox, disturb, outcomesOf, made, under } = useDisturbances();

const asSaid = [
  ['gbk', 'header', '快件已妥投'],
  ['gb18030', 'xml', '快件已妥投'],
  ['shift_jis', 'none', ''],
] as const;
const otherSets = [
  ['gb18030', 'header', '快件已妥投'],
  ['big5', 'header', '包裹已送達'],
  ['euc-kr', 'header', '배송 완료'],
  ['shift_jis', 'header', '配達完了'],
] as const;

describe.each(someSubjects)('$carrier', (subject) => {
  const { carrier, isXml = false } = subject;

  test('values and bytes in another form: the same item', async () => {
    const item = await made(subject);
    const [usual] = await outcomesOf(subject.read, [item]);
    const faults: Fault[] = [
      { kind: 'php-list-gaps' },
      { kind: 'php-list-keys' },
      { kind: 'json-in-text' },
      { kind: 'json-in-text', whole: true },
      { kind: 'bom', count: 2 },
      { kind: 'bom', places: ['body', 'inner'] },
      { kind: 'php-notice' },
      { kind: 'php-notice', place: 'after' },
      { kind: 'control-character' },
      ...(isXml
        ? [
            { kind: 'bom', places: ['response'] },
            { kind: 'php-notice', place: 'inside' },
          ]
        : []),
    ];
    const seen = await under(carrier, faults, async () => {
      const [outcome] = await outcomesOf(subject.read, [item]);
      return JSON.stringify(outcome) === JSON.stringify(usual) ? 'same' : (outcome?.error ?? outcome?.json);
    });
    expect(seen).toEqual(each(faults, 'same'));
  });

  test('character sets: the words as they are written, or an error', async () => {
    const item = await made(subject);
    // Every set at one carrier of each protocol: all carriers read bytes in one place.
    const isAll = carrier === 'eccang' || carrier === 'etower';
    const seen: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    for (const [name, declared, sample] of isAll ? [...asSaid, ...otherSets] : asSaid) {
      if (declared === 'xml' && !isXml) continue;
      await disturb(carrier, { kind: 'charset', name, declared });
      const [outcome] = await outcomesOf(subject.read, [item]);
      const all = JSON.stringify(outcome);
      expect(all).not.toContain('\uFFFD');
      seen[`${name} ${declared}`] = outcome?.error ?? all.includes(sample);
      expected[`${name} ${declared}`] = declared === 'none' ? expect.stringContaining('cannot be decoded') : true;
    }
    expect(seen).toEqual(expected);
  });
});

const byCode = (value: string): object => ({ __rl: true, mode: 'code', value });
const rateBody = '{"country_code":"US","weight":"1.35","shipping_type_id":"W"}';
const box = { length: 30, width: 20, height: 10, weight: 1 };

/** Operations that a list comes from, by the carrier and the node: each reads what stays as it is. */
const listing: [string, Step[]][] = [
  [
    'eccang',
    [
      ask('eccangTms', 'Products', 'product', 'getMany', { returnAll: true }),
      ask('eccangTms', 'Countries', 'country', 'getMany', { returnAll: true }),
      ask('eccangTms', 'Rates', 'rate', 'get', { inputMode: 'json', body: rateBody }),
      ask('eccangTms', 'Order', 'order', 'get', { number: '={{ $json.orderNumber }}' }),
      ask('eccangTms', 'Charges', 'order', 'getCharges', { number: '={{ $json.orderNumber }}' }),
      ask('eccangTms', 'Number', 'order', 'getTrackingNumber', { number: '={{ $json.reference }}' }),
    ],
  ],
  [
    'huahan',
    [
      ask('huahan', 'Products', 'product', 'getMany', { returnAll: true }),
      ask('huahan', 'Order', 'order', 'get', { number: '={{ $json.orderNumber }}' }),
      ask('huahan', 'Weight', 'order', 'getBilledWeight', { number: '={{ $json.orderNumber }}' }),
      ask('huahan', 'Charges', 'order', 'getCharges', { number: '={{ $json.orderNumber }}' }),
      ask('huahan', 'Zones', 'tracking', 'getWithTimeZones', { number: '={{ $json.trackingNumber }}' }),
    ],
  ],
  [
    'etower',
    [
      ask('etower', 'Services', 'service', 'getMany', { returnAll: true }),
      ask('etower', 'Portal Services', 'portalService', 'getMany', { country: byCode('AU'), returnAll: true }),
      ask('etower', 'Portal Order', 'portalOrder', 'get', { uuid: '={{ $json.uuid }}' }),
      ask('etower', 'Order', 'order', 'get', { number: '={{ $json.trackingNumber }}' }),
      ask('etower', 'Number', 'order', 'getTrackingNumber', { number: '={{ $json.reference }}' }),
      ask('etower', 'Label Data', 'label', 'getData', { number: '={{ $json.reference }}' }),
    ],
  ],
  [
    'mgoship',
    [
      ask('mgoship', 'Stock', 'stockLog', 'getMany', { limit: 5 }),
      ask('mgoship', 'Inbound', 'inboundOrder', 'getMany', { limit: 5 }),
      ask('mgoship', 'FBA', 'fbaOrder', 'getMany', { limit: 5 }),
      ask('mgoship', 'Rates', 'rate', 'get', { region: { __rl: true, mode: 'name', value: '大阪府' }, ...box }),
    ],
  ],
];

test.each(listing)('%s: lists come out the same, whatever form they have', async (carrier, steps) => {
  const subject = subjects.find((each) => each.carrier === carrier);
  if (subject) await made(subject);
  const [item = {}] = await ordersAt(sandbox, carrier);
  const seen: Record<string, unknown> = {};
  for (const asked of steps) {
    const usual = await outcomesOf(asked, [item]);
    expect(usual).not.toEqual([]);
    expect(usual.flatMap(({ error }) => error ?? [])).toEqual([]);
    for (const kind of ['php-list-gaps', 'json-in-text']) {
      await disturb(carrier, { kind });
      const outcomes = await outcomesOf(asked, [item]);
      seen[`${asked.name} ${kind}`] = JSON.stringify(outcomes) === JSON.stringify(usual) ? 'same' : outcomes;
    }
  }
  expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((name) => [name, 'same'])));
});
