import { createOrders, deleteOrder, getTrackingNumbers, listServices } from '../../../carriers/etower';
import { CarrierError } from '../../../carriers/http';
import { reference } from '../../documented';
import { client, failure, newOrder, outcomes, reply, success, TOKEN } from './wire';

describe('errors', () => {
  it("the carrier's text comes first, our hint after, all codes of the entry", async () => {
    const entry = {
      status: 'Failure',
      orderId: 'A',
      errors: [
        { code: 120005, message: '城市不能为空' },
        { code: '130003', message: '重量不能为空' },
      ],
    };
    const [answer] = await createOrders(await client(reply('Failure', entry)), [newOrder('A')]);
    expect(answer).toMatchObject({
      kind: 'rejected',
      message: '城市不能为空; 重量不能为空',
      code: '120005, 130003',
      hint: "The recipient's city is missing. The parcel's weight is missing.",
    });
  });

  it.each([
    [100000, 'unavailable'],
    [100002, 'credentials'],
    [100009, 'not-found'],
    [100010, 'rejected'],
    [110003, 'duplicate'],
    [999999, 'rejected'],
  ])('code %d is %s', async (code, kind) => {
    const own = await client({ status: 'Failure', errors: [{ code, message: 'text of the carrier' }], data: null });
    const [answer] = await getTrackingNumbers(own, ['A']);
    expect(answer).toMatchObject({ kind, message: 'text of the carrier', code: String(code) });
  });

  it('every code of the reference has a hint', async () => {
    const codes = codesOf(reference('etower'));
    expect(codes.length).toBeGreaterThan(120);
    const own = await client(
      reply('Failure', ...codes.map((code) => failure(code, 'text', { orderId: String(code) }))),
    );
    const answers = await getTrackingNumbers(own, codes.map(String));
    const silent = answers.flatMap((answer, index) =>
      answer instanceof CarrierError && answer.hint === undefined ? codes[index] : [],
    );
    expect(silent).toEqual([]);
  });

  it('a 4xx explains itself in the words of the envelope', async () => {
    const own = await client({ status: 400, body: JSON.stringify(failure(100001, 'wrong data format')) });
    await expect(listServices(own)).rejects.toMatchObject({
      kind: 'rejected',
      message: 'wrong data format',
      code: '100001',
      httpStatus: 400,
    });
  });

  it('a 404 with errors of eTower is no wrong address, one without is', async () => {
    const gone = await client({ status: 404, body: JSON.stringify(failure(100009, 'no such order')) });
    await expect(deleteOrder(gone, 'A')).rejects.toMatchObject({ kind: 'not-found', message: 'no such order' });
    const elsewhere = await client({ status: 404, body: '{"code":404,"message":"Not Found"}' });
    await expect(deleteOrder(elsewhere, 'A')).rejects.toMatchObject({ kind: 'invalid-reply' });
  });

  it('a 4xx that has a result for each order gives each its own', async () => {
    const mixed = reply(
      'Failure',
      success({ referenceNo: 'A', trackingNo: 'T-A' }),
      failure(120005, 'no city', { referenceNo: 'B' }),
    );
    const own = await client({ status: 400, body: JSON.stringify(mixed) });
    expect(outcomes(await createOrders(own, [newOrder('A'), newOrder('B')]))).toEqual(['T-A', 'rejected: no city']);
  });

  it('a refusal that repeats the token hides it', async () => {
    const own = await client(reply('Failure', failure(100002, `unknown token ${TOKEN}`, { orderId: 'A' })));
    expect(outcomes(await getTrackingNumbers(own, ['A']))).toEqual(['credentials: unknown token [hidden]']);
  });
});

/** Every code of the table in B.7, ranges written out. */
function codesOf(reference: string): number[] {
  const table = reference.slice(reference.indexOf('## B.7'), reference.indexOf('# Enumerations'));
  const cells = table.split('\n').flatMap((line) => /^\| (\d[\d ,/to]*) \|/.exec(line)?.[1] ?? []);
  return cells.flatMap((cell) => {
    const [, from, to] = /^(\d+) to (\d+)$/.exec(cell) ?? [];
    if (from === undefined) return (cell.match(/\d+/g) ?? []).map(Number);
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index);
  });
}
