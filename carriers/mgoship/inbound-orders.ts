import { CarrierError } from '../http';
import { textOf, type JsonObject } from '../json-value';
import type { LabelFile } from '../label-file';
import { downloadLabelFile } from '../label-link';
import { MGOSHIP, OWN_HOSTS } from './account';
import type { MgoshipClient } from './client';
import { withHintIfLost } from '#carriers/shared/lost-answer';
import { groupOf } from './reply';

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
 * get_inorder_label (`mgoship.md` 6.4): a link to a PDF with the labels of all cartons.
 * @param size 100 for 100 x 100 mm, 200 for 100 x 200 mm
 * @throws CarrierError when the answer holds no link
 */
export async function getInboundLabelLink(client: MgoshipClient, orderNo: string, size: string): Promise<string> {
  const reply = await client.call(LABEL, { orderNo, size }, { intent: 'read' });
  const link = textOf(groupOf(reply['data'])['label_url']);
  if (link !== undefined) return link;
  throw new CarrierError({
    kind: 'invalid-reply',
    message: `${MGOSHIP.displayName} answered without a link to the labels`,
    hint: 'Carton labels exist for inbound orders in status 2 (approved) only.',
  });
}

/** Fetches the file from the carrier's own hosts or those that the credential names. */
export async function downloadInboundLabel(client: MgoshipClient, link: string): Promise<LabelFile> {
  const { credentials, endpoint, settings, transport } = client;
  const own = OWN_HOSTS.some((host) => host === endpoint.hostname) ? OWN_HOSTS : [];
  const hosts = [...own, ...(credentials.labelHosts ?? '').split(/[\s,;]+/)];
  return downloadLabelFile({ carrier: MGOSHIP.displayName, endpoint, transport, settings, hosts }, link);
}
