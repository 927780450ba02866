import type { EtowerClient } from '../../../carriers/etower';
import { closeShipments, createOrders, deleteOrder, requestPickup, sendManifest } from '../../../carriers/etower';
import { CarrierError } from '../../../carriers/http';
import { requests } from '../carrier';
import type { Answer } from '../loopback';
import { client, failure, justMade, newOrder, reply, success } from './wire';

describe('writes', () => {
  const cut: Answer = { body: '{"status":"Succ' };

  it.each([
    ['sendManifest', (own: EtowerClient) => sendManifest(own, ['A'])],
    ['closeShipments', (own: EtowerClient) => closeShipments(own, ['A'], { numberType: 'shipmentIds' })],
    ['deleteOrder', (own: EtowerClient) => deleteOrder(own, 'A')],
    ['requestPickup', (own: EtowerClient) => requestPickup(own, {})],
  ])('%s is sent once, and says what to check when the answer is lost', async (_name, call) => {
    await expect(call(await client(cut))).rejects.toMatchObject({
      kind: 'outcome-unknown',
      hint: expect.stringMatching(/\w/),
    });
    expect(requests()).toHaveLength(1);
  });

  it('a lost manifest does not send the user to an operation that deletes what was not closed', async () => {
    for (const call of [
      (own: EtowerClient) => sendManifest(own, ['A']),
      (own: EtowerClient) => closeShipments(own, ['A'], { numberType: 'shipmentIds' }),
    ]) {
      const lost = call(await client(cut));
      await expect(lost).rejects.toMatchObject({ hint: expect.stringContaining('ask your logistics provider') });
      await expect(lost).rejects.toMatchObject({ hint: expect.not.stringContaining('Delete') });
    }
  });

  it('an order that is neither answered nor found is told in whole sentences', async () => {
    const own = await client(reply('Success', success({ referenceNo: 'A' })), { status: 400, body: '{}' });
    const [, lost] = await createOrders(own, [newOrder('A'), newOrder('C')]);
    expect(lost).toMatchObject({
      message: 'eTower returned nothing for C. Reference C could not be looked up either.',
    });
  });

  it.each([
    ['careful', ['careful']],
    [
      ['one', { message: 'two' }],
      ['one', 'two'],
    ],
    [null, undefined],
    [[], undefined],
  ])('warnings %j of the whole request are notes of its orders', async (warnings, notes) => {
    const own = await client({
      ...reply('Success', success({ referenceNo: 'A', trackingNo: 'T', warnings: 'own' })),
      warnings,
    });
    const [answer] = await createOrders(own, [newOrder('A')]);
    expect(answer instanceof CarrierError ? answer : answer?.parcel).toEqual({
      carrier: 'etower',
      reference: 'A',
      trackingNumber: 'T',
      warnings: ['own'],
      notes,
    });
  });

  it('orders whose answer is lost are looked up, all of a call at once', async () => {
    const found = reply('Partial Success', justMade('A'), failure(100009, 'unknown', { orderId: 'B' }));
    const own = await client(cut, found);
    const answers = await createOrders(own, [newOrder('A'), newOrder('B')]);
    expect(answers).toMatchObject([
      { parcel: { reference: 'A', trackingNumber: 'T-A', recovered: true } },
      { kind: 'outcome-unknown' },
    ]);
    expect(requests().map(({ path }) => path)).toEqual([
      '/services/shipper/orders',
      '/services/shipper/trackingNumbers',
      '/services/shipper/queryorders',
      '/services/shipper/trackingEvents',
    ]);
  });
});
