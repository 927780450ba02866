import { createOrders, createOrdersWithLabels, getTrackingNumbers } from '../../../carriers/etower';
import { CarrierError } from '../../../carriers/http';
import { requests } from '../carrier';
import { client, failure, justMade, newOrder, outcomes, pdf, reply, severalPieces, success, textIn } from './wire';

describe('each entry decides for its own item', () => {
  it.each([
    [100016, 'no'],
    [110003, 'Duplicate'],
  ])('a piece that was refused (%d) in an entry of its own makes its order a part', async (code, message) => {
    const created = (referenceNo: string) => success({ referenceNo, trackingNo: `T-${referenceNo}` });
    const own = await client(
      reply('Partial Success', created('M'), failure(code, message, { referenceNo: 'M-2' }), created('B')),
    );
    expect(outcomes(await createOrders(own, [severalPieces('M'), newOrder('B')]))).toEqual([
      `rejected: Only a part succeeded: ${message}`,
      'T-B',
    ]);
    expect(requests()).toHaveLength(1);
  });

  it('pieces with entries of their own are pieces of their order, and of no other', async () => {
    const created = (referenceNo: string) => success({ referenceNo, trackingNo: `T-${referenceNo}` });
    const found = reply('Success', justMade('B'));
    const own = await client(reply('Success', created('M'), created('M-2')), found);
    expect(await createOrders(own, [severalPieces('M'), newOrder('B')])).toMatchObject([
      {
        parcel: {
          reference: 'M',
          pieces: [{ reference: 'M-2', trackingNumber: 'T-M-2' }],
          parcels: [
            { reference: 'M', trackingNumber: 'T-M' },
            { reference: 'M-2', trackingNumber: 'T-M-2' },
          ],
        },
      },
      { parcel: { reference: 'B', trackingNumber: 'T-B', recovered: true } },
    ]);
  });

  it('an entry that bears its own number only is no piece of the order before it, where there is one entry for each', async () => {
    const entry = (number: string) => ({
      ...success(),
      orderId: number,
      trackingNo: number,
      labelContent: pdf(number),
    });
    const found = reply('Success', { ...entry('B'), ...justMade('B', 'B') });
    for (const data of [
      [entry('A'), entry('JDQ1')],
      [entry('A'), entry('A-2'), entry('JDQ1')],
    ]) {
      const own = await client(reply('Success', ...data), found);
      const answers = await createOrdersWithLabels(own, [severalPieces('A'), newOrder('B')], { labelFormat: 'PDF' });
      expect(answers.map((answer) => (answer instanceof CarrierError ? answer : answer.files.map(textIn)))).toEqual([
        ['%PDF-1.4 A'],
        ['%PDF-1.4 B'],
      ]);
      expect(answers).toMatchObject([
        { pieceFiles: data.length > 2 ? [{}] : [] },
        { parcel: { trackingNumber: 'B', recovered: true }, pieceFiles: [] },
      ]);
    }
  });

  it('an order has no more pieces than it was sent with', async () => {
    const created = (number: string) => success({ orderId: number, trackingNo: `T-${number}` });
    const found = reply('Success', justMade('B'), justMade('C'));
    const own = await client(reply('Success', created('A'), created('A-2'), created('JDQ1')), found);
    expect(await createOrders(own, [severalPieces('A'), newOrder('B'), newOrder('C')])).toMatchObject([
      { parcel: { reference: 'A', pieces: [{ orderNumber: 'A-2' }] } },
      { parcel: { reference: 'B', trackingNumber: 'T-B', recovered: true } },
      { parcel: { reference: 'C', trackingNumber: 'T-C', recovered: true } },
    ]);
  });

  it('pieces that bear their own numbers only follow their order where there are more entries than orders', async () => {
    const created = (number: string) => success({ orderId: number, trackingNo: `T-${number}` });
    const own = await client(reply('Success', created('A'), created('JDQ2'), created('B')));
    expect(await createOrders(own, [severalPieces('A'), newOrder('B')])).toMatchObject([
      { parcel: { trackingNumber: 'T-A', pieces: [{ trackingNumber: 'T-JDQ2' }] } },
      { parcel: { trackingNumber: 'T-B' } },
    ]);
  });

  it('orders sent twice in one call each have the pieces that follow them', async () => {
    const data = ['A', 'A-2'].map((referenceNo) => success({ referenceNo, trackingNo: `T-${referenceNo}` }));
    const again = ['A', 'A-2'].map((referenceNo) => failure(110003, 'Duplicate', { referenceNo }));
    const own = await client(reply('Partial Success', ...data, ...again));
    const twice = { ...severalPieces('A'), returnExisting: false };
    expect(await createOrders(own, [twice, twice])).toMatchObject([
      { parcel: { trackingNumber: 'T-A', pieces: [{ trackingNumber: 'T-A-2' }] } },
      { kind: 'duplicate' },
    ]);
  });

  it('an order of which a piece was refused is no success', async () => {
    const entry = success({
      referenceNo: 'A',
      piecesResult: [failure(400001, 'Names differ', { referenceNo: 'A-2' })],
    });
    const [answer] = await createOrders(await client(reply('Success', entry)), [newOrder('A')]);
    expect(answer).toMatchObject({ kind: 'rejected', message: 'Only a part succeeded: Names differ', code: '400001' });
  });

  it.each(['Partial Success', 'PartialSuccess', 'partial_success'])('%s of an entry is a part', async (status) => {
    const own = await client(reply('Success', { status, orderId: 'A', errors: [{ code: 400001, message: 'differ' }] }));
    expect(outcomes(await getTrackingNumbers(own, ['A']))).toEqual(['rejected: Only a part succeeded: differ']);
  });

  it('an order of which a part was made shows the numbers that it was given', async () => {
    const pieces = [success({ referenceNo: 'B2', trackingNo: 'TB2' }), { status: 'Failure', referenceNo: 'B3' }];
    const part = { status: 'Partial Success', errors: null, orderId: 'B', trackingNo: 'TB', piecesResult: pieces };
    const [silent] = await createOrders(await client(reply('Partial Success', part)), [newOrder('B')]);
    const numbers = 'exist at the carrier: B → TB, B2 → TB2. Look at it there';
    expect(silent).toMatchObject({
      kind: 'rejected',
      message: 'Only a part succeeded; eTower named no reason',
      hint: expect.stringContaining(numbers),
    });
    const failed = failure(120005, 'no city', { referenceNo: 'B3', trackingNo: null });
    const entry = { ...part, status: 'Success', piecesResult: [pieces[0], failed] };
    const [told] = await createOrders(await client(reply('Success', entry)), [newOrder('B')]);
    expect(told).toMatchObject({ message: 'Only a part succeeded: no city', hint: expect.stringContaining(numbers) });
    expect(told).toMatchObject({ hint: expect.stringContaining("The recipient's city is missing.") });
  });

  const refusedOrder = failure(120001, 'addr', { referenceNo: 'A', trackingNo: null });
  const madePiece = success({ referenceNo: 'A-2', trackingNo: 'T-A-2' });

  it.each([
    ['an entry of its own', [refusedOrder, madePiece, failure(100000, 'busy', { referenceNo: 'A-3' })]],
    ['the entry of its order', [{ ...refusedOrder, piecesResult: [madePiece, failure(100000, 'busy')] }]],
  ])('a piece that was made although its order was refused is shown, in %s', async (_case, data) => {
    const pieces = ['A-2', 'A-3'].map((referenceNo) => ({ referenceNo }));
    const order = { order: { referenceNo: 'A', pieces }, returnExisting: true };
    const [answer] = await createOrders(await client(reply('Partial Success', ...data)), [order]);
    expect(answer).toMatchObject({
      kind: 'rejected',
      message: 'Only a part succeeded: addr',
      hint: expect.stringContaining('exist at the carrier: A-2 → T-A-2. Look at it there'),
      code: '120001',
    });
    expect(answer).toMatchObject({ hint: expect.stringContaining('address') });
  });

  it('an order that was refused with all its pieces is no part', async () => {
    const refusedPiece = { status: 'Failure', referenceNo: 'A-2', trackingNo: null };
    const own = await client(reply('Failure', { ...refusedOrder, piecesResult: [refusedPiece] }));
    expect(outcomes(await createOrders(own, [severalPieces('A')]))).toEqual(['rejected: addr']);
  });
});
