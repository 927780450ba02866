import { jsonOf, outputsOf, toErrorOutput } from '../outputs';
import { useSandbox } from '../sandbox';
import { etower } from './orders';
import { wire } from './wire';

const { run } = useSandbox();

test('a pickup is requested in the form that the carrier takes', async () => {
  const pickup = { contact: 'Sample Shipper', pickupTime: '={{ $json.time }}', parcelCount: 2, weight: 2.2 };
  const items = [{ time: '2026-01-06T09:00:00.000+08:00' }, { time: '2026-01-06' }];
  const ran = await run(items, etower('Pickup', 'pickup', 'request', pickup, toErrorOutput));
  expect(jsonOf(ran, 'Pickup')).toEqual([
    { carrier: 'etower', requested: true, pickupTime: '2026-01-06T09:00:00+0800' },
  ]);
  expect(jsonOf(ran, 'Pickup', 1)[0]?.['error']).toContain('must be a date and time with its zone');
});

test('a pickup time may be a date of an expression', async () => {
  const pickupTime = '={{ $json.time ? new Date($json.time) : {} }}';
  const pickup = { contact: 'Sample Shipper', pickupTime };
  const items = [{ time: '2026-01-06T09:00:00+08:00' }, {}];
  const ran = await run(items, etower('Pickup', 'pickup', 'request', pickup, toErrorOutput));
  expect(outputsOf(ran, 'Pickup').map(({ json }) => json['pickupTime'])).toEqual(['2026-01-06T01:00:00+0000']);
  expect(jsonOf(ran, 'Pickup', 1)[0]?.['error']).toBe('Pickup Time is not text');
});

describe('forms send the documented types', () => {
  const item = { id: 10023, weight: '0.3', total: '7.74', zip: 3806, phone: 61400000000, line: 1 };

  test('of a pickup, as in the sample of B.4.13', async () => {
    const pickup = {
      contact: '={{ $json.line }}',
      pickupTime: '2026-01-06T09:00:00+0800',
      phone: '={{ $json.phone }}',
    };
    const { sent } = await wire(item, 'request', { ...pickup, parcelCount: '3', weight: '2.2' }, 'pickup');
    expect(sent).toMatchObject({ contact: '1', phone: '61400000000', parcelCount: 3, weight: 2.2 });
  });
});
