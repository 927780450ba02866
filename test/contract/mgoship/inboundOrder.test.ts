import {
  deleteInboundOrder,
  downloadInboundLabel,
  getInboundLabelLinks,
  INBOUND_ORDERS,
  readPage,
} from '../../../carriers/mgoship';
import { requests } from '../carrier';
import { answered, client, expectDocumented, ok } from './wire';

describe('documented requests, byte for byte but for the signature', () => {
  it('in_orders.get_in_order', () =>
    expectDocumented(
      'in_orders',
      'get_in_order',
      (own) => readPage(own, INBOUND_ORDERS, { orderNo: '121219209380' }),
      ok({ data: [] }),
    ));

  it('in_orders.delete_in_order', () =>
    expectDocumented(
      'in_orders',
      'delete_in_order',
      (own) => deleteInboundOrder(own, '121217247619'),
      answered('in_orders.delete_in_order.response.json'),
    ));

  it('in_orders.get_inorder_label', () =>
    expectDocumented(
      'in_orders',
      'get_inorder_label',
      (own) => getInboundLabelLinks(own, '121218772473', '100'),
      answered('in_orders.get_inorder_label.response.json'),
    ));
});

describe('documented replies', () => {
  it('get_inorder_label', async () => {
    const own = await client(answered('in_orders.get_inorder_label.response.json'));
    expect(await getInboundLabelLinks(own, '121218772473', '100')).toEqual([
      'http://www.mgoship.com/label/inorder/H4dSLl91/121218772473_100.pdf',
    ]);
  });
});

describe('label links', () => {
  const pdf = Buffer.from('%PDF-1.4 label');

  it('are fetched from the own host, without the secret', async () => {
    const own = await client({ body: pdf });
    const file = await downloadInboundLabel(own, `${own.endpoint.origin}/label/1_100.pdf`);
    expect(file).toMatchObject({ content: pdf, mimeType: 'application/pdf', extension: 'pdf' });
    expect(requests()[0]).toMatchObject({ method: 'GET', path: '/label/1_100.pdf', body: '' });
  });

  it.each(['http://files.example.com/1.pdf', 'http://www.mgoship.com/label/1.pdf', 'ftp://127.0.0.1/1.pdf'])(
    'that lead elsewhere are not opened: %s',
    async (link) => {
      const own = await client({ body: pdf });
      await expect(downloadInboundLabel(own, link)).rejects.toMatchObject({ kind: 'rejected', link });
      expect(requests()).toEqual([]);
    },
  );
});
