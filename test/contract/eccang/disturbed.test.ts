import {
  createOrder,
  createOrders,
  ECCANG,
  EccangClient,
  getLabels,
  getOrder,
  getRequiredFields,
  getTrackingNumbers,
  listProducts,
  quoteRates,
  trackParcels,
  updateWeights,
} from '../../../carriers/eccang';
import { CarrierError } from '../../../carriers/http';
import { getFbaLabels, getProofsOfDispatch, HUAHAN } from '../../../carriers/huahan';
import { documented, documentedJson } from '../../documented';
import { byName, disturbed, inCharset, NOTICE, unreadableAnswers, withGaps } from '../disturbed';
import { carrier, enveloped } from './wire';

/** As the documented envelope, whatever stands in it. */
function framed(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const [before = '', after = ''] = documented('eccang', 'envelope.response.xml').split(
    /(?<=<response>).*(?=<\/response>)/s,
  );
  return before + escaped + after;
}

const tracking = documentedJson('huahan', 'getCargoTrack.response.json');
const tracked = async (answer: Parameters<typeof carrier>[1] = '') => {
  const [found] = await trackParcels((await carrier(HUAHAN, answer)).client, ['HHWDE9344000011YQ']);
  return found instanceof CarrierError ? found : found?.parcel;
};

it.each(disturbed(tracking, framed))('tracking is read with %s', async (_, answer) => {
  const whole = await tracked(enveloped(tracking));
  expect(whole).toMatchObject({ events: [{ description: expect.stringContaining('快件操作完成') }, {}, {}] });
  expect(await tracked(answer)).toEqual(whole);
});

it.each(unreadableAnswers(tracking, framed))('%s is an error', async (_, answer) => {
  await expect(tracked(answer)).rejects.toMatchObject({ kind: 'invalid-reply' });
  const { client } = await carrier(ECCANG, answer);
  await expect(client.call('cancelOrder', {}, { intent: 'write' })).rejects.toMatchObject({ kind: 'outcome-unknown' });
});

it.each([
  ['EUC-KR', '받는 사람을 찾을 수 없습니다', 'euc-kr'],
  ['Shift_JIS', '髙島様の住所が見つかりません①', 'shift_jis'],
  ['Big5', '收件人地址錯誤', 'big5'],
  ['GBK', '收件人不能为空', 'gbk'],
])('a refusal in %s by the XML declaration keeps its words', async (name, message, encoding) => {
  const xml = enveloped({ ask: 'Failure', message }).replace('encoding="UTF-8"', `encoding="${name}"`);
  const { client } = await carrier(ECCANG, { body: inCharset(xml, name, encoding).body });
  await expect(client.call('x', {}, { intent: 'read' })).rejects.toMatchObject({ message });
});

it('an error names the charset, and holds nothing of the bytes', async () => {
  const answer = {
    headers: { 'Content-Type': 'text/xml; charset=big5' },
    body: Buffer.from('<a>\xff\xff</a>', 'latin1'),
  };
  await expect(tracked(answer)).rejects.toMatchObject({
    message: 'Huahan Logistics: The reply cannot be decoded as big5.',
  });
});

it('words of a refusal in another charset than the one a server names for all files are not shown', async () => {
  const xml = enveloped({ ask: 'Failure', message: '余额不足' }).replace(/<\?xml.*?\?>/, '');
  const { client } = await carrier(ECCANG, inCharset(xml, 'ISO-8859-1', 'gbk'));
  await expect(client.call('x', {}, { intent: 'read' })).rejects.toMatchObject({
    kind: 'invalid-reply',
    message: expect.stringContaining('cannot be decoded as ISO-8859-1'),
  });
});

describe('lists of PHP and JSON in texts', () => {
  const detail = [
    { Occur_date: '2026-01-02 10:00:00', Status: 'CC', Comment: 'Delivered' },
    { Occur_date: '2026-01-01 10:00:00', Status: 'AF', Comment: 'Arrived' },
  ];
  const entry = (number: string, events: unknown) => ({ Code: number, Status: '', Detail: events });

  it.each<[string, unknown]>([
    ['events with gaps', [entry('A', withGaps(detail)), entry('B', withGaps(detail))]],
    ['events by name', [entry('A', byName(detail)), entry('B', byName(detail))]],
    ['events in a text', [entry('A', JSON.stringify(detail)), entry('B', ` \ufeff${JSON.stringify(detail)}`)]],
    [
      'each event in a text',
      [
        entry(
          'A',
          detail.map((each) => JSON.stringify(each)),
        ),
        entry('B', detail),
      ],
    ],
    ['entries with gaps', { 1: entry('A', detail), 4: entry('B', detail) }],
    ['entries with gaps and a count', { 1: entry('A', detail), 4: entry('B', detail), total: 2 }],
    ['entries by number', { A: entry('A', detail), B: entry('B', detail) }],
    ['entries by number and a count', { A: entry('A', detail), B: entry('B', detail), total: 2 }],
    ['entries in a list in a list', [[entry('A', detail)], [entry('B', detail)]]],
    ['entries under one name', { list: [entry('A', detail), entry('B', detail)], total_count: 2 }],
    ['events by day', [entry('A', { d2: [detail[0]], d1: [detail[1]] }), entry('B', { list: detail })]],
    [
      'entries with gaps under a name',
      { list: withGaps([entry('A', detail), entry('B', { list: withGaps(detail) })]) },
    ],
    ['entries beside words', undefined],
    ['entries in a text', JSON.stringify({ 2: entry('A', detail), 3: entry('B', detail) })],
  ])('tracking: %s', async (_, Data) => {
    const { client } = await carrier(
      ECCANG,
      enveloped({ ask: 'Success', Result: 'All done', Data: Data ?? [entry('A', detail), entry('B', detail)] }),
    );
    expect(await trackParcels(client, ['A', 'B'])).toMatchObject([
      { parcel: { status: 'delivered', events: [{ code: 'CC' }, { code: 'AF' }] } },
      { parcel: { status: 'delivered', events: [{ code: 'CC' }, { code: 'AF' }] } },
    ]);
  });

  it('a created order keeps its number', async () => {
    const data = JSON.stringify({ order_code: 'W', shipping_method_no: 'T' });
    const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', data }));
    expect((await createOrder(client, { reference_no: 'R' }, { returnExisting: true })).parcel).toMatchObject({
      orderNumber: 'W',
      trackingNumber: 'T',
    });
  });

  it('an order keeps its recipient and items, and text that is text', async () => {
    const data = {
      shipper_hawbcode: 'W',
      Consignee: JSON.stringify({ consignee_name: '{"a":1}' }),
      ItemArr: byName([{ sku: '[1]' }, { sku: '2' }]),
    };
    const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', data }));
    expect((await getOrder(client, 'W')).parcel).toMatchObject({
      recipient: { name: '{"a":1}' },
      customsItems: [{ sku: '[1]' }, { sku: '2' }],
    });
  });

  it('products, rates and fields that are required', async () => {
    const answered = async (data: unknown) => (await carrier(ECCANG, enveloped({ ask: 'Success', data }))).client;
    const two = [{ code: 'P' }, { code: 'Q' }];
    expect(await listProducts(await answered(byName(two)))).toEqual(two);
    expect(await quoteRates(await answered(JSON.stringify(withGaps(two))), {})).toEqual(two);
    const names = ['order_weight', 'consignee_name'];
    for (const requiredFields of [withGaps(names), byName(names), JSON.stringify(names)]) {
      expect(await getRequiredFields(await answered({ requiredFields }), 'P', '')).toEqual(names);
    }
  });

  it.each<[unknown, string]>([
    [
      withGaps([
        { errMessage: 'a', errCode: '1' },
        { errMessage: 'b', errCode: '50010' },
      ]),
      'a: b',
    ],
    ['{"errMessage":"no","errCode":"50010"}', 'no'],
    [['a', 'b'], 'a: b'],
  ])('a refusal with Error %j', async (errors, message) => {
    const { client } = await carrier(ECCANG, enveloped({ ask: 'Failure', message: '', Error: errors }));
    await expect(client.call('x', {}, { intent: 'read' })).rejects.toMatchObject({ message });
  });

  it('what is no entry is not lost in silence', async () => {
    const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', Data: [entry('A', detail), 'B is late'] }));
    await expect(trackParcels(client, ['A', 'B'])).rejects.toMatchObject({ kind: 'invalid-reply' });
    const results = enveloped({ ask: 'Success', Result: [{ order_code: 'A', ask: 'Success' }, 'broken'] });
    const updated = updateWeights((await carrier(ECCANG, results)).client, [{ order_code: 'A', weight: '1' }]);
    await expect(updated).rejects.toMatchObject({ kind: 'outcome-unknown' });
  });

  it.each<[unknown, object]>([
    ['暂无轨迹', { parcel: { number: 'A', status: 'unknown' } }],
    ['No tracking data.', { parcel: { number: 'A', status: 'unknown' } }],
    [false, { parcel: { number: 'A', status: 'unknown' } }],
    ['查询失败', { kind: 'invalid-reply', carrierText: '查询失败' }],
    ['没有权限查询', { kind: 'invalid-reply' }],
    ['系统繁忙，请稍后再试', { kind: 'unavailable', ofAccount: 'unavailable' }],
    ['Array', { kind: 'invalid-reply' }],
    ['[', { kind: 'invalid-reply' }],
    ["[{'Status':'CC'}]", { kind: 'invalid-reply' }],
    ['[{&quot;Status&quot;:&quot;CC&quot;}]', { kind: 'invalid-reply' }],
    [JSON.stringify(detail).slice(0, -1), { kind: 'invalid-reply' }],
  ])('%j in the place of events', async (Detail, found) => {
    const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', Data: [entry('A', Detail)] }));
    expect(await trackParcels(client, ['A'])).toMatchObject([found]);
  });

  it.each<[string, object]>([
    ['暂无数据', { kind: 'not-found' }],
    ['查询异常', { kind: 'invalid-reply', carrierText: '查询异常' }],
  ])('%s in the place of all entries', async (Data, error) => {
    const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', Data }));
    expect(await trackParcels(client, ['A']).catch((thrown: unknown) => [thrown])).toMatchObject([error]);
    const refused = (await carrier(ECCANG, enveloped({ ask: 'Failure', message: 'no', Data }))).client;
    await expect(trackParcels(refused, ['A'])).rejects.toMatchObject({ kind: 'rejected', message: 'no' });
  });

  it.each(['{"order_code":"W"', "{'order_code':'W'}", '[{"order_code":"W","ship'])(
    'a created order whose data break off (%s) is not known, and looked up',
    async (data) => {
      const { client, server } = await carrier(ECCANG, enveloped({ ask: 'Success', data }));
      await expect(createOrder(client, { reference_no: 'R' })).rejects.toMatchObject({ kind: 'outcome-unknown' });
      expect(server.received).toHaveLength(2);
    },
  );

  it.each<[unknown, object]>([
    [[{ consignee_name: 'N' }], { parcel: { recipient: { name: 'N' } } }],
    [{ 1: { consignee_name: 'N' } }, { parcel: { recipient: { name: 'N' } } }],
    ['{"consignee_name":"N', { kind: 'invalid-reply' }],
    [[{ consignee_name: 'N' }, { consignee_name: 'M' }], { kind: 'invalid-reply' }],
  ])('a recipient %j', async (Consignee, found) => {
    const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', data: { shipper_hawbcode: 'W', Consignee } }));
    expect(await getOrder(client, 'W').catch((thrown: unknown) => thrown)).toMatchObject(found);
  });

  it.each(['{"requiredFields":["a"', { requiredFields: '["a"' }, { requiredFields: [{ field: 'a' }] }])(
    'required fields %j are an error',
    async (data) => {
      const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', data }));
      await expect(getRequiredFields(client, 'P', '')).rejects.toMatchObject({ kind: 'invalid-reply' });
    },
  );

  it('events of one parcel that cannot be read leave the others', async () => {
    const Data = [entry('A', ['late']), entry('B', detail)];
    const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', Data }));
    expect(await trackParcels(client, ['A', 'B'])).toMatchObject([
      expect.any(CarrierError),
      { parcel: { status: 'delivered' } },
    ]);
  });
});

describe('entries that only their keys name, in another order than asked', () => {
  const outcomes = (answers: readonly unknown[]): unknown[] =>
    answers.map((answer) => (answer instanceof CarrierError ? answer.kind : answer));
  const asked = async (data: unknown, ask: (client: EccangClient) => Promise<unknown[]>): Promise<unknown[]> =>
    outcomes(await ask((await carrier(HUAHAN, enveloped({ ask: 'Success', data }))).client));
  const file = (name: string) => ({ url: `https://labels.example/${name}.pdf` });

  it.each<
    [string, (numbers: string[]) => (client: EccangClient) => Promise<unknown[]>, (name: string) => object, object]
  >([
    [
      'getTrackNumber',
      (numbers) => (client) => getTrackingNumbers(client, numbers),
      (name) => ({ TrackingNumber: `T-${name}` }),
      { parcel: { trackingNumber: 'T-#' } },
    ],
    [
      'getCargoTrack',
      (numbers) => (client) => trackParcels(client, numbers),
      (name) => ({ Detail: { 1: { Status: 'CC', Comment: name } } }),
      { parcel: { status: 'delivered', events: [{ description: '#' }] } },
    ],
    [
      'batchCreateOrder',
      (numbers) => (client) =>
        createOrders(
          client,
          numbers.map((reference_no) => ({ reference_no })),
        ),
      (name) => ({ ask: 'Success', order_code: `W-${name}`, shipping_method_no: `T-${name}` }),
      { parcel: { orderNumber: 'W-#', trackingNumber: 'T-#' } },
    ],
    [
      'modifyOrderWeight',
      (numbers) => (client) =>
        updateWeights(
          client,
          numbers.map((order_code) => ({ order_code, weight: '1' })),
        ),
      (name) => ({ ask: 'Success', message: name }),
      { message: '#' },
    ],
    ['batchGetlabel', (numbers) => (client) => getLabels(client, { numbers }), file, file('#')],
    ['batchGetDeliveryProof', (numbers) => (client) => getProofsOfDispatch(client, numbers), file, file('#')],
    [
      'getFbaLabel',
      (numbers) => (client) => getFbaLabels(client, numbers),
      (name) => ({ ol_label_url_ori: name }),
      { url: '#', box: { number: '#' } },
    ],
  ])('%s', async (service, ask, entry, found) => {
    const of = (name: string): unknown => JSON.parse(JSON.stringify(found).replaceAll('#', name));
    for (const [one, two] of [
      ['R1', 'R2'],
      ['1002', '1001'],
    ] as const) {
      const both = { [two]: entry(two), [one]: entry(one) };
      for (const data of [both, { list: both, total: 2 }, { [two]: [entry(two)], [one]: [entry(one)] }]) {
        expect(await asked(data, ask([one, two]))).toMatchObject([of(one), of(two)]);
      }
      const others = await asked({ X: entry('X'), [two]: entry(two) }, ask([one, two]));
      expect(others).toMatchObject([expect.stringMatching(/^(not-found|outcome-unknown)$/), of(two)]);
    }
    expect(await asked({ 7: entry('A'), 30: entry('B') }, ask(['A', 'B']))).toMatchObject(
      service === 'getCargoTrack' ? ['not-found', 'not-found'] : [of('A'), of('B')],
    );
  });
});

it('an order that is looked up is found by its key', async () => {
  const found = { R: { WayBillNumber: 'W', TrackingNumber: 'T' } };
  const answers = ['{"order_code":"W"', found].map((data) => enveloped({ ask: 'Success', data }));
  const { client } = await carrier(ECCANG, ...answers);
  expect((await createOrder(client, { reference_no: 'R' }, { returnExisting: true })).parcel).toMatchObject({
    orderNumber: 'W',
    trackingNumber: 'T',
  });
});

it('characters that XML forbids leave the rest of 50 parcels', async () => {
  const Data = Array.from({ length: 50 }, (_, index) => ({
    Code: `N${index}`,
    Status: 'CC',
    Detail: [{ Comment: `a${index}` }],
  }));
  const xml = enveloped({ ask: 'Success', Data })
    .replace('"a7"', '"a&#x0B;&#1;\u0002&#xD800;7"')
    .replace('"a8"', '"a\n8\t"');
  const parcels = await trackParcels(
    (await carrier(ECCANG, xml)).client,
    Data.map(({ Code }) => Code),
  );
  expect(parcels.filter((each) => each instanceof CarrierError)).toEqual([]);
  expect(parcels[7]).toMatchObject({ parcel: { events: [{ description: 'a7' }] } });
  expect(parcels[8]).toMatchObject({ parcel: { events: [{ description: 'a\n8\t' }] } });
});

it('the words of a notice are told, without the place in the program and secrets', async () => {
  const notes: string[] = [];
  const { server } = await carrier(
    ECCANG,
    `${NOTICE.replace('sku', 'APP_TOKEN')}${enveloped({ ask: 'Success', data: [] })}`,
  );
  const own = new EccangClient(
    ECCANG,
    { baseUrl: server.url, appToken: 'APP_TOKEN', appKey: 'APP_KEY' },
    { tell: (note) => notes.push(note) },
  );
  await listProducts(own);
  expect(notes).toEqual([
    'Eccang TMS printed messages of its own program around its answer, which was read all the same: Notice: Undefined index: [hidden]',
  ]);
});

it('messages of PHP inside <response> that are not escaped', async () => {
  const xml = enveloped(tracking).replace('<response>', `<response>${NOTICE.replaceAll('<br />', '<br>')}`);
  expect(await tracked(xml)).toEqual(await tracked(enveloped(tracking)));
});

it('a secret of digits in a number leaves the JSON whole', async () => {
  const { server } = await carrier(
    ECCANG,
    enveloped({ ask: 'Success', data: '{"shipper_hawbcode":100014163701,"note":"00141637"}' }),
  );
  const own = new EccangClient(ECCANG, { baseUrl: server.url, appToken: '00141637', appKey: 'APP_KEY' });
  expect((await getOrder(own, 'W')).parcel.orderNumber).toBe('100014163701');
});
