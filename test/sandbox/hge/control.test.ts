import { documentedJson } from '../../documented';
import { asObject, control, exampleJson, objects, sandboxOfThisFile } from '../wire';
import { found, hosts, post, stateOf } from './wire';

const sandbox = sandboxOfThisFile();

describe('control', () => {
  it('shows orders, has no status to move on to, and resets', async () => {
    await post(sandbox, 'order_create/', asObject(exampleJson('hge', 'query_order.response.json')['data']));
    expect(objects((await stateOf(sandbox))['orders'])).toEqual([
      {
        reference: '40',
        orderNumber: found.num,
        trackingNumber: '',
        status: '',
        product: 'P10006',
        country: 'US',
        weight: 0.002,
        parcels: 2,
      },
    ]);
    const moved = await control(sandbox, 'advance', { carrier: 'hge', number: '40' });
    expect(moved).toMatchObject({ status: 400, body: { error: expect.stringContaining('not documented') } });
    await control(sandbox, 'reset', {});
    expect(await stateOf(sandbox)).toEqual({ orders: [], jobs: [] });
  });

  it.each(objects(documentedJson('hge', 'envelope.errors.derived.json')))(
    'gives the derived answer $id on demand, in the envelope or as HTTP status',
    async ({ documented_code: code, response }) => {
      for (const [kind, status] of [
        ['envelope', 200],
        ['http', Number(code)],
      ] as const) {
        await control(sandbox, 'faults', { carrier: 'hge', service: 'query_order', kind: `${kind}-${String(code)}` });
        expect(await post(sandbox, 'query_order/', found)).toEqual({ status, body: response });
      }
    },
  );
});

it('no host was called but the one on loopback', () => {
  expect([...hosts]).toEqual(['127.0.0.1']);
});
