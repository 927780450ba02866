import {
  deleteInboundOrder,
  getInboundLabelLinks,
  getParcelOrder,
  readPage,
  STOCK_LOG,
} from '../../../carriers/mgoship';
import { requests } from '../carrier';
import { answered, client, clientFor, ok } from './wire';

describe('derived params (ours, from the tables)', () => {
  it("a failure, in the carrier's words", async () => {
    const own = await client(answered('derived/envelope.error.response.json'));
    await expect(readPage(own, STOCK_LOG, {})).rejects.toMatchObject({
      kind: 'rejected',
      message: '<explanation in Chinese>',
      code: 'ERROR',
    });
  });
});

describe('success and failure', () => {
  it('goes by status.code, whatever the HTTP status', async () => {
    const own = await client({ status: 500, body: ok({ data: { label_url: 'http://x.example.com/a.pdf' } }) });
    await expect(getInboundLabelLinks(own, '1', '100')).resolves.toEqual(['http://x.example.com/a.pdf']);
    expect(requests()).toHaveLength(1);
  });

  it.each([200, 400, 401, 404, 500, 503])('ERROR with HTTP %d is a refusal in unchanged words', async (status) => {
    const own = await client({ status, body: '{"status":{"code":"ERROR","msg":" 签名<错误> "}}' });
    await expect(deleteInboundOrder(own, '1')).rejects.toMatchObject({
      kind: 'rejected',
      message: ' 签名<错误> ',
      code: 'ERROR',
    });
    expect(requests()).toHaveLength(1);
  });

  it.each([
    [['收件人不能为空'], '收件人不能为空'],
    [{ postcode: '邮编错误', declare: [{ qty: '必填', input: 'x' }] }, 'postcode: 邮编错误; declare[0].qty: 必填'],
    [{ input: 'x' }, 'Mgoship refused the request without giving a reason'],
  ])('a refusal whose msg is %j is explained', async (msg, message) => {
    const own = await client(JSON.stringify({ status: { code: 'ERROR', msg } }));
    await expect(readPage(own, STOCK_LOG, {})).rejects.toMatchObject({ kind: 'rejected', message });
  });

  it('a refusal that repeats what was sent tells only what is new', async () => {
    const msg = { consignee: { name: 'Sample Recipient', phone: '0100000000', postcode: '邮编错误' } };
    const own = await client(JSON.stringify({ status: { code: 'ERROR', msg } }));
    const params = { consignee: { name: 'Sample Recipient', phone: '0100000000', postcode: '1' } };
    await expect(
      own.call({ module: 'tms_orders', action: 'add_tms_order' }, params, { intent: 'write' }),
    ).rejects.toMatchObject({ message: 'consignee.postcode: 邮编错误' });
  });

  const said = (code: unknown, fields: object = {}): string =>
    JSON.stringify({ status: { code, msg: '成功' }, ...fields });

  it.each(['perhaps', 202, 0])('code %j is no success, and leaves open whether a write took effect', async (code) => {
    await expect(deleteInboundOrder(await client(said(code)), '1')).rejects.toMatchObject({
      kind: 'outcome-unknown',
      code: String(code),
      carrierText: '成功',
      hint: expect.stringContaining('Check with Inbound Order: Get Many'),
    });
    expect(requests()).toHaveLength(1);
    await expect(readPage(await client(said(code)), STOCK_LOG, {})).rejects.toMatchObject({
      kind: 'invalid-reply',
      carrierText: '成功',
    });
  });

  it("HTTP 429 with ERROR means too many requests: it is tried again, and then told in the carrier's words", async () => {
    const busy = {
      status: 429,
      headers: { 'Retry-After': '0' },
      body: '{"status":{"code":"ERROR","msg":"请求过于频繁"}}',
    };
    await expect(readPage(await client(busy, ok({ data: [] })), STOCK_LOG, {})).resolves.toMatchObject({ data: [] });
    await expect(readPage(await client(busy), STOCK_LOG, {})).rejects.toMatchObject({
      kind: 'rate-limited',
      message: '请求过于频繁',
      code: 'ERROR',
      httpStatus: 429,
    });
    await expect(deleteInboundOrder(await client({ ...busy, body: ok() }), '1')).resolves.toEqual(JSON.parse(ok()));
    expect(requests()).toHaveLength(1);
  });

  it.each([
    ['an empty reply', ''],
    ['a web page', '<!DOCTYPE html><html><body>Maintenance</body></html>'],
    ['JSON that breaks off', '{"status":{"code":"OK"'],
    ['no status.code', '{"data":{}}'],
    ['a list', '[]'],
  ])('%s is an invalid reply to a read and an unknown outcome of a write', async (_, body) => {
    await expect(readPage(await client(body), STOCK_LOG, {})).rejects.toMatchObject({ kind: 'invalid-reply' });
    await expect(deleteInboundOrder(await client(body), '1')).rejects.toMatchObject({ kind: 'outcome-unknown' });
  });

  it('a success with nothing in it is not found', async () => {
    const own = await client(ok());
    await expect(getParcelOrder(own, { numberType: 'trackno', number: 'T1' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('keeps the digits of long numbers', async () => {
    const own = await client('{"status":{"code":"OK"},"data":{"order":{"orderNo":12345678901234567890}}}');
    const { parcel } = await getParcelOrder(own, { numberType: 'trackno', number: 'T1' });
    expect(parcel.orderNumber).toBe('12345678901234567890');
  });

  it('hides the secret in what the carrier writes', async () => {
    const own = await client('{"status":{"code":"ERROR","msg":"bad key INVENTED-SECRET"}}');
    await expect(readPage(own, STOCK_LOG, {})).rejects.toMatchObject({ message: 'bad key [hidden]' });
  });

  it('hides the secret in data as well', async () => {
    const own = await client('{"status":{"code":"OK","msg":"INVENTED-SECRET"},"data":[{"note":"INVENTED-SECRET"}]}');
    expect(JSON.stringify(await readPage(own, STOCK_LOG, {}))).not.toContain('INVENTED-SECRET');
  });

  it('reads numbers in which a secret of digits occurs by chance', async () => {
    const own = await clientFor(() => ({ body: ok({ data: { order: { orderNo: 100014163701 } } }) }), {
      appSecret: '00141637',
    });
    const { parcel } = await getParcelOrder(own, { numberType: 'trackno', number: 'T1' });
    expect(parcel.orderNumber).toBe('100014163701');
  });
});
