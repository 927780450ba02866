import type { JsonObject } from '#carriers/shared/json-value';
import type { LabelFile } from '#carriers/shared/label-file';
import { downloadLabelFile, hostsIn, wholeLink, type LabelSource } from '#carriers/shared/label-link';
import { demandedLinks, linksOf } from '#carriers/shared/links';
import { MGOSHIP, OWN_HOSTS } from './account';
import type { MgoshipClient } from './client';
import { withHintIfLost } from '#carriers/shared/lost-answer';
import { RequestTable } from '#carriers/shared/request';
import { text, type Choice } from '#carriers/shared/rows';
import { from, orderNumber, product, sku, status, subUser, until, warehouse } from './requests/filters';
import type { List } from './pages';
import { statusTextOf } from './reply';

/** Inbound order status (`mgoship.md` 8.9). */
const INBOUND_STATUSES: readonly Choice[] = [
  { value: '1', name: 'Placed', description: '已下单' },
  { value: '2', name: 'Approved', description: '已审核' },
  { value: '3', name: 'In Transit', description: '运输中' },
  { value: '4', name: 'Received', description: '已入库' },
  { value: '5', name: 'Put Away', description: '已上架' },
  { value: '6', name: 'Problem', description: '问题件' },
];

/** get_in_order (`mgoship.md` 6.2). */
export const INBOUND_ORDERS: List = {
  module: 'in_orders',
  action: 'get_in_order',
  filters: new RequestTable('mgoship.md 6.2', {
    end_time: until,
    goodsId: product,
    orderNo: orderNumber('121219209380'),
    ownNO: text('Own Number', 'Give out orders that have this number of yours alone (ownNO)'),
    packageNo: text('Package Number', 'Only the order with this package (packageNo)'),
    sku,
    start_time: from,
    status: status(INBOUND_STATUSES, 'mgoship.md 8.9'),
    storageid: warehouse,
    subid: subUser,
  }),
};

const DELETE = { module: 'in_orders', action: 'delete_in_order' };
const LABEL = { module: 'in_orders', action: 'get_inorder_label' };

/** delete_in_order (`mgoship.md` 6.3). Returns the whole reply; it has a status only. */
export async function deleteInboundOrder(client: MgoshipClient, orderNo: string): Promise<JsonObject> {
  return withHintIfLost(
    client.call(DELETE, { orderNo }, { intent: 'write' }),
    'Check with Inbound Order: Get Many, by order number, whether it is still there; running this again deletes no other order.',
  );
}

/**
 * get_inorder_label (`mgoship.md` 6.4): a link to a PDF with the labels of all cartons, or several links.
 * @param size 100 for 100 x 100 mm, 200 for 100 x 200 mm
 * @throws CarrierError when the answer holds no link
 */
export async function getInboundLabelLinks(
  client: MgoshipClient,
  orderNo: string,
  size: string,
): Promise<readonly string[]> {
  const reply = await client.call(LABEL, { orderNo, size }, { intent: 'read' });
  const hint =
    'Carton labels exist for inbound orders in status 2 (approved) only; they may not be ready yet (turn on Wait Until Ready).';
  const said = statusTextOf(reply);
  const links = demandedLinks(linksOf(reply['data'], 'label_url'), MGOSHIP.displayName, hint, said);
  return links.map((link) => wholeLink(sourceOf(client), link));
}

/** Fetches the file from the carrier's own hosts or those that the credential names. */
export async function downloadInboundLabel(client: MgoshipClient, link: string): Promise<LabelFile> {
  return downloadLabelFile(sourceOf(client), link);
}

function sourceOf({ credentials, endpoint, settings, transport }: MgoshipClient): LabelSource {
  const own = OWN_HOSTS.some((host) => host === endpoint.hostname) ? OWN_HOSTS : [];
  const hosts = [...own, ...hostsIn(credentials.labelHosts)];
  return { carrier: MGOSHIP.displayName, endpoint, transport, settings, hosts };
}
