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
  ['', { status: 'delivered', statusRaw: 'CC' }],
  ['AF', { status: 'picked_up', statusRaw: 'AF' }],
])('a status and its code come from one place, newest event "%s"', async (code, expected) => {
  const entry = { Code: 'T', Status: 'CC', Detail: [{ Status: code, Comment: 'Delivered' }] };
  const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', Data: [entry] }));
  expect(await trackParcels(client, ['T'])).toMatchObject([{ parcel: expected }]);
});
