import { PDFDocument } from '@cantoo/pdf-lib';
import { asObject, control, exampleJson, sandboxOfThisFile } from '../wire';
import { call, refused } from './wire';

const sandbox = sandboxOfThisFile();

describe('warehouses', () => {
  it('an inbound order is deleted in the statuses that its first leg allows', async () => {
    const remove = (index: number) =>
      call(sandbox, 'in_orders', 'delete_in_order', { orderNo: String(121_218_772_473 + index) });
    expect(await remove(0)).toEqual(exampleJson('mgoship', 'in_orders.delete_in_order.response.json'));
    expect(await remove(0)).toEqual(refused('订单不存在'));
    expect(await remove(1)).toEqual(refused('不能删除'));
    expect(await remove(2)).toEqual(refused('不能删除'));
  });

  it.each([
    ['100', 10, 10],
    ['200', 10, 20],
  ])('labels of size %s', async (size, width, height) => {
    const answer = await call(sandbox, 'in_orders', 'get_inorder_label', { orderNo: '121218772474', size });
    const url = String(asObject(answer.data).label_url);
    expect(url).toMatch(new RegExp(`^${sandbox.url}/mgoship/label/inorder/[\\w-]{8}/121218772474_${size}\\.pdf$`));
    const page = (await PDFDocument.load(await (await fetch(url)).arrayBuffer())).getPage(0);
    expect([page.getWidth(), page.getHeight()].map((points) => Math.round((points / 72) * 2.54))).toEqual([
      width,
      height,
    ]);
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
    await control(sandbox, 'reset', {});
    expect((await fetch(url)).status).toBe(404);
  });

  it('labels exist for approved orders only', async () => {
    expect(await call(sandbox, 'in_orders', 'get_inorder_label', { orderNo: '121218772473', size: '100' })).toEqual(
      refused('未审核'),
    );
  });
});
