import { getPortalOrder, listPortalServices } from '../../../carriers/etower';
import { client, SESSION, UUID } from './portal-wire';

describe('success is success true and code "0", in whatever spelling', () => {
  it.each([
    [{ success: true, code: '0' }, true],
    [{ success: true, code: 0 }, true],
    [{ success: 'true', code: '0' }, true],
    [{ success: 1, code: '0000' }, true],
    [{ success: ' True', code: ' 0 ' }, true],
    [{ success: 'SUCCESS', code: 200 }, true],
    [{ success: 'failed', code: '0' }, false],
    [{ success: true, code: '1002' }, false],
    [{ success: false, code: '0' }, false],
    [{ success: true }, false],
    [{ code: '0' }, false],
  ])('%j', async (envelope, isSuccess) => {
    const call = listPortalServices(await client({ ...envelope, data: [], errors: [] }), 'US');
    if (isSuccess) await expect(call).resolves.toEqual([]);
    else await expect(call).rejects.toMatchObject({ name: 'CarrierError' });
  });

  it.each([
    ['1001', 'rejected', 'A parameter is not valid (参数校验失败)'],
    ['1002', 'not-found', 'The order does not exist (订单不存在)'],
    ['1003', 'rejected', 'This session may not see the order (无权限访问该订单)'],
    ['1004', 'rejected', 'The UUID has the wrong format (订单UUID格式错误)'],
  ])('code %s', async (code, kind, message) => {
    const own = await client({ success: false, code, data: null, errors: [] });
    await expect(getPortalOrder(own, UUID)).rejects.toMatchObject({
      kind,
      message,
      code,
      hint: expect.stringMatching(/\w/),
    });
  });

  it.each([400, 404])('an envelope within HTTP %d keeps its own meaning', async (status) => {
    const body = JSON.stringify({ success: false, code: '1002', errors: ['订单不存在'] });
    await expect(getPortalOrder(await client({ status, body }), UUID)).rejects.toMatchObject({
      kind: 'not-found',
      message: '订单不存在',
      code: '1002',
      httpStatus: status,
    });
  });

  it.each([
    [['订单不存在'], '订单不存在'],
    [[{ message: 'a' }, { errorMessage: 'b' }], 'a; b'],
    ['text', 'text'],
  ])('the words of the portal in %j come first', async (errors, message) => {
    await expect(getPortalOrder(await client({ success: false, code: '1002', errors }), UUID)).rejects.toMatchObject({
      message,
    });
  });

  it.each([
    ['a login page', { body: '<!DOCTYPE html><html></html>' }, 'A web page came instead of a reply'],
    ['nothing', { body: '' }, 'The reply is empty'],
    ['a redirect', { status: 302, headers: { Location: '/login' }, body: '' }, 'redirect'],
    ['HTTP 401', { status: 401, body: '' }, 'did not accept the credentials'],
  ])('%s asks to look at the session', async (_case, answer, message) => {
    await expect(getPortalOrder(await client(answer), UUID)).rejects.toMatchObject({
      message: expect.stringContaining(message),
      hint: expect.stringContaining('The session may have expired'),
    });
  });
});

it('the session is hidden in whatever comes back', async () => {
  const own = await client({ success: false, code: '1', errors: [`bad session ${SESSION}`] });
  await expect(getPortalOrder(own, UUID)).rejects.toThrow('bad session [hidden]');
});
