import { trackParcels } from '../../../carriers/etower';
import { client, example, expectSent, firstOf, reply, request, success } from './wire';

describe('documented requests go out byte for byte', () => {
  it('tracking-events', async () => {
    await trackParcels(await client(example('tracking-events')), ['33CUD657712501000931506']);
    expectSent('/services/shipper/trackingEvents', request('tracking-events'));
  });
});

describe('documented replies', () => {
  it('tracking-events', async () => {
    const [answer] = await trackParcels(await client(example('tracking-events')), ['33CUD657712501000931506']);
    expect(answer).toEqual({
      raw: firstOf(example('tracking-events')['data']),
      parcel: {
        carrier: 'etower',
        orderNumber: '33CUD657712501000931506',
        trackingNumber: '33CUD657712501000931506',
        status: 'pending',
        statusRaw: 'INF',
        statusText: 'shipping information received',
        country: 'AU',
        events: [
          {
            time: '2019-09-20T14:13:43+08:00',
            timeRaw: '2019-09-20T14:13:43',
            status: 'pending',
            code: 'INF',
            description: 'SHIPPING INFORMATION RECEIVED',
            details: { country: 'CN' },
          },
        ],
      },
    });
  });
});

it('what an event says besides is told of that event, unless the parcel says it for all', async () => {
  const fields = { eventCode: 'SCN', eventTime: '2026-01-06T09:00:00', trackingNo: 'T', destCountry: 'AU' };
  const events = [
    { ...fields, timeZone: 'somewhere', referenceTrackingNo: 'L-1', country: 'CN' },
    { ...fields, eventTime: '2026-01-05T09:00:00', eventCode: 'XYZ', trackingNo: 'T-0' },
  ];
  const [answer] = await trackParcels(await client(reply('Success', success({ orderId: 'A', events }))), ['A']);
  expect(answer).toHaveProperty('parcel.statusText', 'processed at origin hub');
  expect(answer).toHaveProperty('parcel.events.0.details', {
    timeZone: 'somewhere',
    referenceTrackingNo: 'L-1',
    country: 'CN',
  });
  expect(answer).toHaveProperty('parcel.events.1.details', { trackingNo: 'T-0' });
});

describe('tracking times', () => {
  it.each([
    ['2019-09-20T14:13:43', 'GMT+08:00', '2019-09-20T14:13:43+08:00'],
    ['2019-09-20T14:13:43', 'GMT-4', '2019-09-20T14:13:43-04:00'],
    ['2019-09-20T14:13:43', 'GMT', '2019-09-20T14:13:43+00:00'],
    [1568960023000, '+0800', '2019-09-20T14:13:43+08:00'],
    ['2019-09-20T14:13:43', '', '2019-09-20T14:13:43+08:00'],
    ['2019-09-20T14:13:43', null, '2019-09-20T14:13:43+08:00'],
    ['2019-09-20T14:13:43', 'GMT+1', '2019-09-20T14:13:43+01:00'],
    ['2019-09-20T14:13:43', 'GMT+1:00', '2019-09-20T14:13:43+01:00'],
    ['2019-09-20T14:13:43', 'GMT+0800', '2019-09-20T14:13:43+08:00'],
    ['2019-09-20T14:13:43', ' gmt + 08:00 ', '2019-09-20T14:13:43+08:00'],
    ['2019-09-20T14:13:43', 'UTC+8', '2019-09-20T14:13:43+08:00'],
    ['2019-09-20T14:13:43', '+8', '2019-09-20T14:13:43+08:00'],
    ['2019-09-20T14:13:43', 8, '2019-09-20T14:13:43+08:00'],
    ['2019-09-20T14:13:43', 'GMT-03:30', '2019-09-20T14:13:43-03:30'],
    ['2019-09-20T14:13:43', 'GMT＋08：00', '2019-09-20T14:13:43+08:00'],
    ['2019-09-20T14:13:43', '(GMT+8:00)', '2019-09-20T14:13:43+08:00'],
    ['2019-09-20T14:13:43', 'GMT+08:00:00', '2019-09-20T14:13:43+08:00'],
    ['2019-09-20T14:13:43', '8.0', '2019-09-20T14:13:43+08:00'],
    ['2019-09-20T14:13:43', -3.5, '2019-09-20T14:13:43-03:30'],
    ['2019-09-20 14：13：43', 'GMT+8', '2019-09-20T14:13:43+08:00'],
    ['2019-09-20T14:13:43+09:00[Asia/Tokyo]', null, '2019-09-20T14:13:43+09:00'],
    ['2019-09-20T14:13:43', 'Asia/Shanghai', null],
    ['2019-09-20T14:13:43', 'GMT+25', null],
    ['20/09/2019', 'GMT+08:00', null],
    ['0000-00-00T00:00:00', 'GMT+08:00', null],
    ['0000-00-00T00:00:00+08:00', null, null],
    ['2024-02-30T10:00:00', 'GMT+08:00', null],
    ['2024-02-30T10:00:00+08:00', null, null],
    [0, '+0800', null],
    [-1, '+0800', null],
    ['1568960023', '+0800', '2019-09-20T14:13:43+08:00'],
    [1568960023000, null, '2019-09-20T14:13:43+08:00'],
    ['2019-09-20', null, '2019-09-20T00:00:00+08:00'],
    ['2019/09/20 14:13', 'GMT+1', '2019-09-20T14:13:00+01:00'],
    ['2019-09-20 14:13:43.000', 'GMT+08:00', '2019-09-20T14:13:43+08:00'],
    ['2019-09-20T14:13:43+08:00', '', '2019-09-20T14:13:43+08:00'],
    ['2024-01-02T03:04:05.000+0800', null, '2024-01-02T03:04:05+08:00'],
    ['2024-01-02T03:04:05-0430', 'GMT+08:00', '2024-01-02T03:04:05-04:30'],
    ['2019-09-20T06:13:43Z', 'GMT+08:00', '2019-09-20T06:13:43+00:00'],
  ])('%s %s is %s', async (eventTime, timeZone, time) => {
    const entry = success({ orderId: 'A', events: [{ eventTime, timeZone, eventCode: 'XYZ' }] });
    const [answer] = await trackParcels(await client(reply('Success', entry)), ['A']);
    expect(answer).toMatchObject({
      parcel: {
        status: 'unknown',
        statusRaw: 'XYZ',
        events: [{ time, timeRaw: String(eventTime), status: 'unknown' }],
      },
    });
  });
});

const event = (eventCode: string, eventTime: unknown, timeZone?: string) => ({ eventCode, eventTime, timeZone });

it.each([
  [
    'an event without a time does not make an older one the newest, and keeps its place',
    [event('INF', '2026-01-05T10:00:00'), event('SCN', null), event('DLD', '2026-01-07T10:00:00')],
    ['DLD', 'SCN', 'INF'],
  ],
  [
    'instants count, not clocks',
    [event('CCD', '2026-01-06T09:00:00', 'GMT+10'), event('DLD', '2026-01-06T03:00:00', 'GMT+1')],
    ['DLD', 'CCD'],
  ],
  [
    'a missing zone is that of China',
    [event('DLD', '2026-01-06T09:00:00'), event('CCD', '2026-01-06T10:00:00', 'GMT+10')],
    ['DLD', 'CCD'],
  ],
  [
    'of the same second the one further along the way',
    [event('CCD', '2026-01-06T09:00:00'), event('HLD', '2026-01-06T09:00:00'), event('XYZ', '2026-01-06T09:00:00')],
    ['CCD', 'HLD', 'XYZ'],
  ],
])('order of events: %s', async (_, events, codes) => {
  const [answer] = await trackParcels(await client(reply('Success', success({ orderId: 'A', events }))), ['A']);
  expect(answer).toMatchObject({ parcel: { statusRaw: codes[0], events: codes.map((code) => ({ code })) } });
});

it('the newest event that has a code gives the status, in whatever letters', async () => {
  const events = [
    event('', '2026-01-06T09:00:00'),
    event('dld ', '2026-01-05T09:00:00'),
    event('DVR', '2026-01-04T09:00:00'),
  ];
  const [answer] = await trackParcels(await client(reply('Success', success({ orderId: 'A', events }))), ['A']);
  expect(answer).toMatchObject({ parcel: { status: 'delivered', statusRaw: 'dld ', events: [{}, {}, {}] } });
});
