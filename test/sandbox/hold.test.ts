import { control, ordersAt, statsOf } from '../../sandbox/control-client';
import { mgoshipParcelOrder } from '../../sandbox/sample-orders';
import { startSandbox, type Sandbox } from '../../sandbox/server';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

it.each(['release', 'reset'] as const)('a held request is answered after %s, not before', async (what) => {
  await control(sandbox, 'faults', { carrier: 'mgoship', kind: 'hold' });
  const done: string[] = [];
  const held = ask().then(() => done.push('held'));
  while ((await statsOf(sandbox, 'mgoship'))['maxInFlight'] !== 1) continue;
  await ask();
  done.push('next');
  await control(sandbox, what);
  await held;
  expect(done).toEqual(['next', 'held']);
  await control(sandbox, 'reset');
});

it('the sandbox tells what it was asked of it, and why it refuses', async () => {
  await expect(control(sandbox, 'faults', { carrier: 'mgoship', kind: 'nonsense' })).rejects.toThrow(
    'The sandbox refused faults',
  );
  expect(await ordersAt(sandbox, 'mgoship')).toEqual([]);
});

function ask(): Promise<unknown> {
  const address = `${sandbox.addresses['mgoship'] ?? ''}?op=storage&mod=tms_orders&action=add_tms_order`;
  const body = JSON.stringify({ params: mgoshipParcelOrder('HELD') });
  return fetch(address, { method: 'POST', body }).then((reply) => reply.text());
}
