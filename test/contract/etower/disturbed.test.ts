import {
  createOrders,
  createOrdersWithLabels,
  EtowerClient,
  getTrackingNumbers,
  listPortalServices,
  listServices,
  printLabels,
  sendManifest,
  serviceOf,
  trackParcels,
  uploadOrders,
} from '../../../carriers/etower';
import { byName, disturbed, NOTICE, unreadableAnswers, withGaps } from '../disturbed';
import { carrierAnswering } from '../carrier';
import * as portal from './portal-wire';
import {
  accountAt,
  client,
  example,
  failure,
  newOrder,
  outcomes,
  pdf,
  reply,
  severalPieces,
  success,
  textIn,
} from './wire';

const bare = (json: string): string => json;
const catalog = example('service-catalog');
const served = async (answer: Parameters<typeof client>[0]) =>
  (await listServices(await client(answer))).map(serviceOf);

it.each(disturbed(catalog, bare))('the services are read with %s', async (_, answer) => {
  const whole = await served(catalog);
  expect(whole).toMatchObject([{ localName: '示例服务', facilities: [{ code: 'CAN' }] }]);
  expect(await served(answer)).toEqual(whole);
});

it.each(unreadableAnswers(catalog, bare))('%s is an error', async (_, answer) => {
  await expect(served(answer)).rejects.toMatchObject({ kind: 'invalid-reply' });
  const own = await client(answer);
  await expect(own.call({ path: '/x' }, { intent: 'write' })).rejects.toMatchObject({ kind: 'outcome-unknown' });
});

const upload = portal.documented('upload-orders');
const uploaded = async (answer: Parameters<typeof portal.client>[0]) =>
  (
    await uploadOrders(await portal.client(answer), {
      fileName: 'a.xlsx',
      content: Buffer.from('PK'),
      templateId: '0',
      facility: '*',
      country: 'US',
      channelId: '1',
    })
  ).result;

it.each(disturbed(upload, bare))('an upload to the portal is read with %s', async (_, answer) => {
  const whole = await uploaded(upload);
  expect(whole).toMatchObject({ rowErrors: [{ row: 5, message: '参考号已存在' }] });
  expect(await uploaded(answer)).toEqual(whole);
});

it.each(unreadableAnswers(upload, bare))('%s from the portal is an error', async (_, answer) => {
  await expect(listPortalServices(await portal.client(answer), 'US')).rejects.toMatchObject({ kind: 'invalid-reply' });
  await expect(uploaded(answer)).rejects.toMatchObject({ kind: 'outcome-unknown' });
});

it.each<[object, object]>([
  [{ uploadResult: true, rowErrors: '第3行错误' }, { rowErrors: [{ message: '第3行错误' }] }],
  [
    { uploadResult: true, rowErrors: ['第3行错误', { rowNo: 4 }] },
    { rowErrors: [{ message: '第3行错误' }, { row: 4 }] },
  ],
  [{ uploadResult: true, rowErrors: '无' }, { rowErrors: [] }],
  [{ uploadResult: true, rowErrors: '[{"rowNo":3' }, { kind: 'outcome-unknown' }],
  [
    { uploadResult: false, rowErrors: '第3行错误' },
    { kind: 'rejected', message: '第3行错误' },
  ],
  [{ uploadResult: false, rowErrors: '[{"rowNo":3' }, { kind: 'rejected' }],
])('an upload with %j', async (data, found) => {
  const answer = { success: true, code: '0', data };
  expect(await uploaded(answer).catch((error: unknown) => error)).toMatchObject(found);
});

it('an upload whose data break off is not known', async () => {
  const answer = { success: true, code: '0', data: '{"uploadResult":true' };
  await expect(uploaded(answer)).rejects.toMatchObject({
    kind: 'outcome-unknown',
    hint: expect.stringMatching(/rows/),
  });
});

it.each<[unknown, string]>([
  ['暂无数据', 'not-found'],
  ['查询失败', 'invalid-reply'],
  ['系统繁忙', 'unavailable'],
  ['[{"status":"Success"', 'invalid-reply'],
  [[{ status: 'Success', orderId: 'A', piecesResult: '[{' }], 'invalid-reply'],
])('%j in the place of numbers', async (data, kind) => {
  const asked = getTrackingNumbers(await client(success({ data })), ['A']);
  expect(await asked.catch((error: unknown) => [error])).toMatchObject([{ kind }]);
});

it('services of the portal in a list with gaps', async () => {
  const two = [{ channelId: 1 }, { channelId: 2 }];
  for (const data of [withGaps(two), byName(two), JSON.stringify(two)]) {
    expect(await listPortalServices(await portal.client(portal.success(data)), 'US')).toEqual(two);
  }
});

describe('lists of PHP and JSON in texts', () => {
  const events = [
    { eventCode: 'DLV', eventTime: '2026-01-02T10:00:00', timeZone: 'GMT+08:00', activity: 'DELIVERED' },
    { eventCode: 'INF', eventTime: '2026-01-01T10:00:00', timeZone: 'GMT+08:00', activity: 'INFORMATION' },
  ];
  const entry = (orderId: string, own: unknown = events) => success({ orderId, events: own });
  const two = [entry('A'), entry('B')];

  it.each<[string, object]>([
    ['events with gaps', { status: 'Success', data: [entry('A', withGaps(events)), entry('B', byName(events))] }],
    ['events in a text', { status: 'Success', data: [entry('A', JSON.stringify(events)), entry('B')] }],
    ['entries with gaps', { status: 'Success', data: withGaps(two) }],
    ['entries by name', { status: 'Success', data: byName(two) }],
    ['entries with gaps under a name', { status: 'Success', data: { list: withGaps(two), total: 2 } }],
    ['entries in a text', { status: 'Success', data: JSON.stringify(two) }],
    ['a bare list with gaps (B.6)', withGaps(two)],
    ['a bare list by name (B.6)', byName(two)],
  ])('tracking: %s', async (_, body) => {
    const parcel = { status: expect.any(String), events: [{ code: 'DLV' }, { code: 'INF' }] };
    expect(await trackParcels(await client(body), ['A', 'B'])).toMatchObject([{ parcel }, { parcel }]);
  });

  it('pieces, warnings and labels', async () => {
    const piecesResult = withGaps([success({ trackingNo: 'P1' }), success({ trackingNo: 'P2' })]);
    const made = success({ orderId: 'A', referenceNo: 'A', trackingNo: 'T', piecesResult, warnings: '["w1","w2"]' });
    const [answer] = await createOrders(await client(reply('Success', made)), [newOrder('A')]);
    expect(answer).toMatchObject({
      parcel: { warnings: ['w1', 'w2'], pieces: [{ trackingNumber: 'P1' }, { trackingNumber: 'P2' }] },
    });
    for (const labelContents of [withGaps([pdf('1'), pdf('2')]), JSON.stringify([pdf('1'), pdf('2')])]) {
      const labels = await printLabels(
        await client(reply('Success', success({ orderId: 'A', labelContents }))),
        ['A'],
        {},
      );
      expect(labels).toMatchObject([{ files: [{ extension: 'pdf' }, { extension: 'pdf' }] }]);
    }
  });

  it.each<[unknown]>([
    [withGaps([{ code: 100009, message: 'does not exist' }])],
    ['[{"code":100009,"message":"does not exist"}]'],
    ['{"code":100009,"message":"does not exist"}'],
  ])('a refusal with errors %j', async (errors) => {
    const refused = { ...failure(0, ''), errors, orderId: 'A' };
    expect(await getTrackingNumbers(await client(reply('Failure', refused)), ['A'])).toMatchObject([
      { message: 'does not exist', code: '100009' },
    ]);
  });

  it('what is no entry is not lost in silence', async () => {
    const body = { status: 'Success', data: [entry('A'), 'B is late'] };
    await expect(trackParcels(await client(body), ['A', 'B'])).rejects.toMatchObject({ kind: 'invalid-reply' });
    expect(await createOrders(await client(body), [newOrder('C')])).toMatchObject([{ kind: 'outcome-unknown' }]);
  });

  it('events of one parcel that cannot be read leave the others', async () => {
    const body = reply('Success', entry('A', ['late']), entry('B'));
    expect(await trackParcels(await client(body), ['A', 'B'])).toMatchObject([
      { kind: 'invalid-reply' },
      { parcel: { events: [{}, {}] } },
    ]);
  });
});

describe('entries that only their keys name, in another order than asked', () => {
  const entry = (name: string) => success({ trackingNo: `T-${name}`, labelContent: pdf(name) });
  const answered = (data: unknown) => client({ status: 'Success', errors: null, data });

  it.each([
    ['R1', 'R2'],
    ['1002', '1001'],
  ])('%s and %s', async (one, two) => {
    const both = { [two]: entry(two), [one]: entry(one) };
    for (const data of [both, { list: both, total: 2 }, { [two]: [entry(two)], [one]: [entry(one)] }]) {
      const created = await createOrders(await answered(data), [newOrder(one), newOrder(two)]);
      expect(outcomes(created)).toEqual([`T-${one}`, `T-${two}`]);
      const labelled = await createOrdersWithLabels(await answered(data), [newOrder(one), newOrder(two)], {});
      expect(labelled.map((each) => (each instanceof Error ? each : each.files.map(textIn)))).toEqual([
        [`%PDF-1.4 ${one}`],
        [`%PDF-1.4 ${two}`],
      ]);
      expect(outcomes(await sendManifest(await answered(data), [one, two]))).toEqual([`T-${one}`, `T-${two}`]);
    }
    const others = await sendManifest(await answered({ X: entry('X'), [two]: entry(two) }), [one, two]);
    expect(others).toMatchObject([{ kind: 'outcome-unknown' }, { raw: { trackingNo: `T-${two}` } }]);
  });

  it('numbers of PHP are places, and the number in an entry goes before its key', async () => {
    const places = { 7: entry('A'), 30: entry('B') };
    expect(outcomes(await sendManifest(await answered(places), ['A', 'B']))).toEqual(['T-A', 'T-B']);
    const named = { 1: { ...entry('2'), orderId: '2' }, 2: { ...entry('1'), orderId: '1' } };
    expect(outcomes(await sendManifest(await answered(named), ['1', '2']))).toEqual(['T-1', 'T-2']);
  });

  it('pieces', async () => {
    const data = { B: entry('B'), 'A-2': entry('A-2'), A: entry('A') };
    const made = await createOrders(await answered(data), [severalPieces('A'), newOrder('B')]);
    expect(made).toMatchObject([
      { raw: { trackingNo: 'T-A', piecesResult: [{ trackingNo: 'T-A-2' }] } },
      { raw: { trackingNo: 'T-B' } },
    ]);
  });
});

it('a notice is told', async () => {
  const notes: string[] = [];
  const { url } = await carrierAnswering(NOTICE + JSON.stringify(catalog));
  await listServices(new EtowerClient(accountAt(url), { tell: (note) => notes.push(note) }));
  expect(notes).toEqual([expect.stringMatching(/^eTower printed .*: Notice: Undefined index: sku$/)]);
});
