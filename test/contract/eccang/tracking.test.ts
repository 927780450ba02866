import { ECCANG, trackParcels } from '../../../carriers/eccang';
import { carrier, enveloped } from './wire';

it('a tracking entry is found by any number that it names', async () => {
  const entry = {
    Code: 'TW',
    WaybillNumber: 'W',
    TrackingNumber: 'T',
    Detail: [{ Status: 'AF', Comment: '', Comment_en: 'In' }],
  };
  const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', Data: [entry] }));
  expect(await trackParcels(client, ['w', 'T', 'X'])).toMatchObject([
    { parcel: { orderNumber: 'W', events: [{ description: 'In' }] } },
    { parcel: { trackingNumber: 'T' } },
    { kind: 'not-found' },
  ]);
});

it.each([
  ['CC', '', { status: 'delivered', statusRaw: 'CC' }],
  ['DF', '', { status: 'in_transit', statusRaw: 'DF' }],
  ['DF', 'AF', { status: 'picked_up', statusRaw: 'AF' }],
  [' cc ', 'ND', { status: 'delivered', statusRaw: ' cc ' }],
  ['', 'cc ', { status: 'delivered', statusRaw: 'cc ' }],
])('a status and its code come from one place: %s, newest event "%s"', async (summary, code, expected) => {
  const entry = { Code: 'T', Status: summary, Detail: [{ Status: code, Comment: 'Delivered' }] };
  const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', Data: [entry] }));
  expect(await trackParcels(client, ['T'])).toMatchObject([{ parcel: expected }]);
});

it.each([
  ['', 'CC', { status: 'delivered', statusRaw: 'CC' }],
  ['ND', 'CC', { status: 'delivered', statusRaw: 'CC' }],
  ['NO', 'AF', { status: 'picked_up', statusRaw: 'AF' }],
  ['CP', 'ND', { status: 'delivered', statusRaw: 'CP' }],
])('the entry says "%s", its newest event with a code %s', async (summary, code, expected) => {
  const Detail = [{ Comment: 'Thank you' }, { Status: code }, { Status: 'IR' }];
  const { client } = await carrier(
    ECCANG,
    enveloped({ ask: 'Success', Data: [{ Code: 'T', Status: summary, Detail }] }),
  );
  expect(await trackParcels(client, ['T'])).toMatchObject([{ parcel: expected }]);
});

const detail = (Status: string, Occur_date: unknown) => ({ Status, Occur_date });

/** Newest first, whatever the order that came and wherever this server stands. */
it.each([
  [
    'a zero date at the beginning',
    [detail('IR', '0000-00-00 00:00:00'), detail('AF', '2024-01-03 10:00:00'), detail('CC', '2024-01-05 10:00:00')],
    'CC AF IR',
  ],
  [
    'a zero date as the newest',
    [detail('CC', '0000-00-00 00:00:00'), detail('ND', '2024-01-05 10:00:00'), detail('AF', '2024-01-03 10:00:00')],
    'CC ND AF',
  ],
  [
    'an empty date between',
    [detail('IR', '2024-01-01 10:00:00'), detail('AF', ''), detail('CC', '2024-01-05 10:00:00')],
    'CC AF IR',
  ],
  [
    'an impossible date between',
    [detail('CC', '2024-03-05 10:00:00'), detail('DF', '2024-02-30 10:00:00'), detail('AF', '2024-02-28 10:00:00')],
    'CC DF AF',
  ],
  ['no date at all, newest first', [detail('CC', ''), detail('AF', ''), detail('IR', null)], 'CC AF IR'],
  ['no date but one, oldest first', [detail('IR', '2024-01-01 10:00:00'), detail('CC', '')], 'CC IR'],
  [
    'unreadable dates before unsorted ones',
    [
      detail('AF', 'yesterday'),
      detail('DF', '2024-01-03 10:00:00'),
      detail('CC', '2024-01-05 10:00:00'),
      detail('ND', '2024-01-04 10:00:00'),
    ],
    'CC ND DF AF',
  ],
  [
    'a day without time is its beginning',
    [detail('ND', '2024-01-05'), detail('DF', '2024-01-04 23:59:59'), detail('AD', '2024-01-05 00:30:00')],
    'AD ND DF',
  ],
  [
    'a day without time is its end, when all ends with it',
    [detail('ND', '2024-01-05 09:30:00'), detail('CC', '2024-01-05'), detail('IR', '2024-01-05')],
    'CC ND IR',
  ],
  [
    'the hour that New York skips',
    [detail('AF', '2024-03-10 01:59:00'), detail('DF', '2024-03-10 02:30:00'), detail('ND', '2024-03-10 03:10:00')],
    'ND DF AF',
  ],
  [
    'the hour that New York has twice',
    [detail('ND', '2024-11-03 01:50:00'), detail('DF', '2024-11-03 01:10:00'), detail('CC', '2024-11-03 02:00:00')],
    'CC ND DF',
  ],
  [
    'the day that Apia skipped',
    [detail('AF', '2011-12-29 23:00:00'), detail('DF', '2011-12-30 12:00:00'), detail('CC', '2011-12-31 11:00:00')],
    'CC DF AF',
  ],
  [
    'one second, oldest first',
    [detail('IR', '2024-01-01 10:00:00'), detail('ND', '2024-01-05 10:00:00'), detail('CC', '2024-01-05 10:00:00')],
    'CC ND IR',
  ],
  [
    'one second, newest first',
    [detail('CC', '2024-01-05 10:00:00'), detail('ND', '2024-01-05 10:00:00'), detail('IR', '2024-01-01 10:00:00')],
    'CC ND IR',
  ],
  [
    'many forms',
    [
      detail('AF', '2024/01/03 9:05'),
      detail('CC', '2024-01-05T10:00:00.250'),
      detail('ND', '2024-01-05T10:00:00.125'),
      detail('IR', '1704000000'),
    ],
    'CC ND AF IR',
  ],
])('events in order: %s', async (_, Detail, expected) => {
  const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', Data: [{ Code: 'T', Detail }] }));
  const codes = expected.split(' ');
  expect(await trackParcels(client, ['T'])).toMatchObject([
    { parcel: { statusRaw: codes[0], events: codes.map((code) => ({ code })) } },
  ]);
});

it.each([
  '0000-00-00 00:00:00',
  '0000-00-00T00:00:00+08:00',
  '0001-01-01',
  '1970-01-01 08:00:00',
  '2024-02-30',
  '2024-02-30T10:00:00+08:00',
  '2024-13-01 10:00:00',
  '2024-01-05 24:61',
  '9999-12-31 23:59:59',
  '05/01/2024',
  'soon',
  0,
  -1704412800,
])('the date %s names no time', async (Occur_date) => {
  const Data = [{ Code: 'T', Detail: [detail('AF', Occur_date)] }];
  const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', Data }));
  expect(await trackParcels(client, ['T'])).toMatchObject([
    { parcel: { events: [{ time: null, timeRaw: String(Occur_date) }] } },
  ]);
});

it.each([
  ['CC', 'ND', 'delivered', 'CC'],
  ['CP', 'XYZ', 'delivered', 'CP'],
  ['UE', 'AD', 'return_to_sender', 'UE'],
  ['CC', 'UE', 'return_to_sender', 'UE'],
  ['UE', 'CP', 'delivered', 'CP'],
  ['NO', 'IR', 'pending', 'IR'],
  ['ND', 'AF', 'picked_up', 'AF'],
  // A letter of getOrder (4.11) is no code of tracking.
  ['O', 'ND', 'out_for_delivery', 'ND'],
  ['8', 'ND', 'out_for_delivery', 'ND'],
])('the entry says %s, its newest event %s: %s', async (Status, code, status, statusRaw) => {
  const Data = [{ Code: 'T', Status, Detail: [detail(code, '2024-01-05 10:00:00')] }];
  const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', Data }));
  expect(await trackParcels(client, ['T'])).toMatchObject([{ parcel: { status, statusRaw, events: [{ code }] } }]);
});
