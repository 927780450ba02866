import { chain, runWorkflow } from '../../../engine';
import { credentialsFor } from '../../../sandbox/control-client';
import { jsonOf, outputsOf, toErrorOutput } from '../outputs';
import { useSandbox } from '../sandbox';
import { etower } from './orders';
import { wire } from './wire';

const { sandbox, run } = useSandbox();

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

test('a pickup time without a zone is one of the workflow’s, also on the days on which its clocks change', async () => {
  const workflow = chain(
    etower('Pickup', 'pickup', 'request', {
      contact: 'Sample Shipper',
      pickupTime: '={{ $json.time ?? DateTime.fromISO("2026-03-08T12:00:00") }}',
    }),
  );
  Object.assign(workflow.settings, { timezone: 'America/New_York' });
  const times = ['2026-03-08T01:30:00', '2026-03-08T02:30:00', '2026-11-01 01:30', '2026-11-01T02:00:00', undefined];
  const items = times.map((time) => ({ time }));
  const { result } = await runWorkflow({ workflow, credentials: credentialsFor(sandbox), items });
  expect(result.nodes['Pickup']?.outputs[0]?.map(({ json }) => json['pickupTime'])).toEqual([
    '2026-03-08T01:30:00-0500',
    '2026-03-08T03:30:00-0400',
    '2026-11-01T01:30:00-0400',
    '2026-11-01T02:00:00-0500',
    '2026-03-08T12:00:00-0400',
  ]);
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
