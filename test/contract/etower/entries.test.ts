import { createOrders, getTrackingNumbers, sendManifest, trackParcels } from '../../../carriers/etower';
import { client, expectSent, failure, justMade, newOrder, outcomes, reply, success } from './wire';

describe('each entry decides for its own item', () => {
  it.each([
    ['Success', 'Failure'],
    ['success', 'FAILURE'],
    ['Succeeded', 'Failed'],
    [' succeeded ', ' failed '],
  ])('in every spelling, whatever the envelope says: %s, %s', async (good, bad) => {
    for (const outer of [
      'Success',
      'Failure',
      'Partial Success',
      'PARTIAL_SUCCESS',
      'Succeeded',
      'Failed',
      'Something',
    ]) {
      const own = await client(
        reply(
          outer,
          { status: good, errors: null, orderId: 'A', trackingNo: 'T-A' },
          { status: bad, errors: [{ code: '110003', message: 'Duplicate' }], orderId: 'B' },
        ),
      );
      expect(outcomes(await createOrders(own, [newOrder('A'), newOrder('B')]))).toEqual([
        'T-A',
        'duplicate: Duplicate',
      ]);
    }
  });

  it('a bare list of the older paths, its errors on the entry', async () => {
    const entries = [
      { status: 'Succeeded', orderId: 'A', trackingNo: 'T-A' },
      { status: 'Failed', orderId: 'B', code: 100009, message: 'no such order' },
      { orderId: 'C', errorCode: '100016', message: 'not labelled' },
    ];
    const own = await client({ body: JSON.stringify(entries) });
    expect(outcomes(await sendManifest(own, ['A', 'B', 'C']))).toEqual([
      'T-A',
      'not-found: no such order',
      'rejected: not labelled',
    ]);
  });

  it('entries are matched by number first, whatever their order', async () => {
    const own = await client(
      reply(
        'Success',
        success({ referenceNo: 'C', trackingNo: 'T-C' }),
        success({ trackingNo: 't-b' }),
        success({ orderId: 'A', trackingNo: 'T-A' }),
      ),
    );
    expect(outcomes(await getTrackingNumbers(own, ['A', 'T-B', 'C']))).toEqual(['T-A', 't-b', 'T-C']);
  });

  it('entries without numbers are matched by position when there is one for each', async () => {
    const own = await client(
      reply('Partial Success', success({ trackingNo: 'T-A' }), failure(100000, 'busy'), success({ trackingNo: 'T-C' })),
    );
    expect(outcomes(await getTrackingNumbers(own, ['A', 'B', 'C']))).toEqual(['T-A', 'unavailable: busy', 'T-C']);
  });

  it('a refusal without numbers, in another order, is for the one number that is left', async () => {
    const own = await client(
      reply(
        'Partial Success',
        failure(100000, 'busy'),
        success({ orderId: 'C', trackingNo: 'T-C' }),
        success({ orderId: 'A', trackingNo: 'T-A' }),
      ),
    );
    expect(outcomes(await getTrackingNumbers(own, ['A', 'B', 'C']))).toEqual(['T-A', 'unavailable: busy', 'T-C']);
  });

  it('numbers that differ in case alone are different ones where both are asked for', async () => {
    const own = await client(
      reply(
        'Partial Success',
        success({ orderId: 'ABC', trackingNo: 'T-2' }),
        failure(100009, 'gone', { orderId: 'abc' }),
      ),
    );
    expect(outcomes(await getTrackingNumbers(own, ['abc', 'ABC']))).toEqual(['not-found: gone', 'T-2']);
  });

  it('events name the parcel of an entry whose own number is another one', async () => {
    const entry = (orderId: string, trackingNo: string) => success({ orderId, events: [{ trackingNo }] });
    const own = await client(reply('Success', entry('O-2', 'T-B'), entry('O-1', 'T-A')));
    const answers = await trackParcels(own, ['T-A', 'T-B', 'T-C']);
    expect(answers).toMatchObject([{ raw: { orderId: 'O-1' } }, { raw: { orderId: 'O-2' } }, { kind: 'not-found' }]);
  });

  it('a missing entry is nobody else’s: not found for a read, unknown for a write', async () => {
    const answer = reply(
      'Success',
      success({ orderId: 'A', trackingNo: 'T-A' }),
      success({ orderId: 'C', trackingNo: 'T-C' }),
    );
    expect(outcomes(await getTrackingNumbers(await client(answer), ['A', 'B', 'C']))).toEqual([
      'T-A',
      'not-found: eTower returned nothing for B',
      'T-C',
    ]);
    expect(outcomes(await sendManifest(await client(answer), ['A', 'B', 'C']))).toEqual([
      'T-A',
      'outcome-unknown: eTower returned nothing for B',
      'T-C',
    ]);
  });

  it('errors of the request are the reason of a number without an entry', async () => {
    const answer = {
      ...reply('Partial Success', success({ orderId: 'A', trackingNo: 'T-A' })),
      errors: [{ code: 100009, message: 'B does not exist' }],
    };
    expect(outcomes(await getTrackingNumbers(await client(answer), ['A', 'B']))).toEqual([
      'T-A',
      'not-found: B does not exist',
    ]);
    const [, written] = await sendManifest(await client(answer), ['A', 'B']);
    expect(written).toMatchObject({ kind: 'outcome-unknown', carrierText: 'B does not exist' });
  });

  it('the same reference twice: the first is made, the second refused', async () => {
    const own = await client(
      reply(
        'Partial Success',
        success({ referenceNo: 'A', trackingNo: 'T-A' }),
        failure(110003, 'Duplicate', { referenceNo: 'A' }),
      ),
    );
    expect(outcomes(await createOrders(own, [newOrder('A'), newOrder('A')]))).toEqual(['T-A', 'duplicate: Duplicate']);
  });

  it('the same number twice is asked once and answered twice', async () => {
    const own = await client(reply('Success', success({ orderId: 'A', trackingNo: 'T-A' })));
    expect(outcomes(await getTrackingNumbers(own, ['A', 'A']))).toEqual(['T-A', 'T-A']);
    expectSent('/services/shipper/trackingNumbers', ['A']);
  });

  it('entries that failed without a reason have that of the request', async () => {
    const entries = ['A', 'B'].map((orderId) => ({ status: 'Failure', errors: null, orderId }));
    const own = await client({ ...reply('Failure', ...entries), errors: [{ code: 100011, message: 'no permission' }] });
    const answers = await createOrders(own, [newOrder('A'), newOrder('B')]);
    expect(answers).toMatchObject([
      { message: 'no permission', code: '100011' },
      { message: 'no permission', code: '100011' },
    ]);
  });

  it('an entry that says nothing where only some succeeded is no refusal: the order is looked up', async () => {
    const partial = reply(
      'Partial Success',
      { errors: null, referenceNo: 'A', trackingNo: 'T-A' },
      failure(100000, 'busy'),
    );
    const own = await client(partial, reply('Success', justMade('A')));
    expect(await createOrders(own, [newOrder('A'), newOrder('B')])).toMatchObject([
      { parcel: { reference: 'A', trackingNumber: 'T-A', recovered: true } },
      { kind: 'unavailable', message: 'busy' },
    ]);
    const [read] = await getTrackingNumbers(await client(partial), ['A', 'B']);
    expect(read).toMatchObject({ kind: 'invalid-reply' });
  });

  it('a status that nobody knows is no success', async () => {
    const own = await client(reply('Success', { status: 'Queued', orderId: 'A' }));
    expect(outcomes(await getTrackingNumbers(own, ['A']))).toEqual([
      'invalid-reply: eTower: The reply has the unknown status "Queued".',
    ]);
  });
});
