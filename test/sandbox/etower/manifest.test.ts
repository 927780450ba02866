import { objects, sandboxOfThisFile } from '../wire';
import { codesOf, made, newOrder, post } from './wire';

const sandbox = sandboxOfThisFile();

describe('states', () => {
  it('close takes 2,000 and spells its fields its own way', async () => {
    await made(sandbox, newOrder('A'));
    await post(sandbox, 'labels', { orderIds: ['A'], labelFormat: 'ZPL' });
    const reply = await post(sandbox, 'closeShipments', { shipmentIds: ['A'] });
    expect(objects(reply.data)[0]).toMatchObject({ relabelstatus: 0, lastMailcarrier: null });
    const many = Array.from({ length: 2001 }, (_, index) => String(index));
    expect(codesOf(await post(sandbox, 'closeShipments', { shipmentIds: many }))).toEqual([[950003]]);
  });
});
