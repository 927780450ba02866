/**
 * What the nodes make of answers as servers really send them: the disturbances that the sandbox can send, at every
 * carrier. One word stands for each outcome, so that a table shows all of them.
 */
import { listOf, type JsonObject } from '#carriers/shared/json-value';
import { step, type Step } from '../../engine';
import { control, ordersAt, servicesOf } from '../../sandbox/control-client';
import { eccangOrder, etowerOrder, hgeOrder, mgoshipParcelOrder } from '../../sandbox/sample-orders';
import { onRegularOutput, outputsOf } from './outputs';
import { useSandbox } from './sandbox';

const { sandbox, run } = useSandbox();

/** One carrier, and what is asked of it. */
interface Subject {
  carrier: string;
  order: (reference: string) => Record<string, unknown>;
  create: Step;
  creates: string;
  /** Reads what was created: its tracking, where the carrier has one. */
  read: Step;
  reads: string;
  /** The number that is read, of the item that `create` gave out. */
  number: string;
  /** The last status of a parcel: looking at it does not move it on. */
  last?: string;
  isXml?: boolean;
}

const ask = (node: string, name: string, resource: string, operation: string, parameters: object): Step =>
  step(node, name, resource, operation, { ...parameters }, onRegularOutput);
const json = { inputMode: 'json', body: '={{ $json }}' };
const number = { number: '={{ $json.number }}' };

const family = (node: string, carrier: string): Subject => ({
  carrier,
  order: eccangOrder,
  create: ask(node, 'Create', 'order', 'create', json),
  creates: 'createOrder',
  read: ask(node, 'Read', 'tracking', 'get', number),
  reads: 'getCargoTrack',
  number: 'trackingNumber',
  last: 'O',
  isXml: true,
});

const subjects: Subject[] = [
  family('eccangTms', 'eccang'),
  family('huahan', 'huahan'),
  {
    carrier: 'hge',
    order: hgeOrder,
    create: ask('hge', 'Create', 'order', 'create', json),
    creates: 'order_create',
    read: ask('hge', 'Read', 'order', 'get', number),
    reads: 'query_order',
    number: 'reference',
  },
  {
    carrier: 'etower',
    order: etowerOrder,
    create: ask('etower', 'Create', 'order', 'create', json),
    creates: 'orders',
    read: ask('etower', 'Read', 'tracking', 'get', number),
    reads: 'trackingEvents',
    number: 'reference',
    last: 'DLD',
  },
  {
    carrier: 'mgoship',
    order: mgoshipParcelOrder,
    create: ask('mgoship', 'Create', 'parcelOrder', 'create', json),
    creates: 'add_tms_order',
    read: ask('mgoship', 'Read', 'parcelOrder', 'get', number),
    reads: 'get_tms_order_detail',
    number: 'orderNumber',
    last: '仓库作业中',
  },
];

/** HGE finds no order by its reference; eTower's integration API tells no status. */
const lookedUp: ReadonlyMap<string, string[]> = new Map([
  ['hge', []],
  ['etower', ['found-elsewhere']],
]);

type Fault = Record<string, unknown>;
interface Outcome {
  json: Record<string, unknown>;
  error: string | undefined;
  files: (string | undefined)[];
}

const disturb = (carrier: string, ...faults: Fault[]): Promise<void> =>
  control(
    sandbox,
    'faults',
    faults.map((fault) => ({ carrier, ...fault })),
  );

async function outcomesOf(asked: Step, items: readonly object[]): Promise<Outcome[]> {
  const ran = await run(items, asked);
  return outputsOf(ran, asked.name).map((item) => ({
    json: item.json,
    error: item.error && `${item.error.message} ${item.error.description ?? ''}`,
    files: Object.values(item.binary ?? {}).map(({ mimeType }) => mimeType),
  }));
}

/** Runs the same under each fault; gives what became of it by the fault's kind and fields. */
async function under(
  carrier: string,
  faults: readonly Fault[],
  outcomeOf: (fault: Fault, index: number) => Promise<unknown>,
): Promise<Record<string, unknown>> {
  const outcomes: Record<string, unknown> = {};
  for (const [index, fault] of faults.entries()) {
    await disturb(carrier, fault);
    outcomes[shown(fault)] = await outcomeOf(fault, index);
  }
  return outcomes;
}

function shown({ kind, ...fields }: Fault): string {
  return [kind, ...Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)].join(' ');
}

const each = (faults: readonly Fault[], expected: unknown): Record<string, unknown> =>
  Object.fromEntries(faults.map((fault) => [shown(fault), expected]));

describe.each(subjects)('$carrier', (subject) => {
  const { carrier, isXml = false } = subject;

  /** The item with the number of an order that is made, and at the end of its way. */
  async function made(reference = 'REF-1'): Promise<{ number: string }> {
    const [created] = await outcomesOf(subject.create, [subject.order(reference)]);
    if (subject.last !== undefined)
      await control(sandbox, 'advance', { carrier, number: reference, status: subject.last });
    return { number: subject.number === 'reference' ? reference : String(created?.json[subject.number]) };
  }

  test('values and bytes in another form: the same item', async () => {
    const item = await made();
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
    const item = await made();
    const samples = {
      gbk: '快件已妥投',
      gb18030: '快件已妥投',
      big5: '包裹已送達',
      'euc-kr': '배송 완료',
      shift_jis: '配達完了',
    };
    const seen: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    for (const [name, sample] of Object.entries(samples)) {
      for (const declared of isXml ? ['header', 'xml', 'none'] : ['header', 'none']) {
        await disturb(carrier, { kind: 'charset', name, declared });
        const [outcome] = await outcomesOf(subject.read, [item]);
        const all = JSON.stringify(outcome);
        expect(all).not.toContain('\uFFFD');
        seen[`${name} ${declared}`] = outcome?.error === undefined ? all.includes(sample) : outcome.error;
        expected[`${name} ${declared}`] = declared === 'none' ? expect.stringContaining('cannot be decoded') : true;
      }
    }
    expect(seen).toEqual(expected);
  });

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
      async (_fault, index) => {
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
  if (subject) await outcomesOf(subject.create, [subject.order('REF-1')]);
  if (subject?.last !== undefined)
    await control(sandbox, 'advance', { carrier, number: 'REF-1', status: subject.last });
  const [item = {}] = await ordersAt(sandbox, carrier);
  const seen: Record<string, unknown> = {};
  for (const asked of steps) {
    const usual = await outcomesOf(asked, [item]);
    expect(usual).not.toEqual([]);
    expect(usual.flatMap(({ error }) => error ?? [])).toEqual([]);
    for (const kind of ['php-list-gaps', 'php-list-keys', 'json-in-text']) {
      await disturb(carrier, { kind });
      const outcomes = await outcomesOf(asked, [item]);
      seen[`${asked.name} ${kind}`] = JSON.stringify(outcomes) === JSON.stringify(usual) ? 'same' : outcomes;
    }
  }
  expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((name) => [name, 'same'])));
});

describe.each(subjects.filter(({ last }) => last !== undefined))('$carrier', (subject) => {
  const { carrier } = subject;

  test('dates and order of events', async () => {
    const [created] = await outcomesOf(subject.create, [subject.order('REF-1')]);
    await control(sandbox, 'advance', { carrier, number: 'REF-1', status: subject.last });
    const item = { number: subject.number === 'reference' ? 'REF-1' : String(created?.json[subject.number]) };
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
