import { CarrierError } from '../../http';
import { listOf, objectOf, type JsonObject } from '#carriers/shared/json-value';
import { RequestError } from '#carriers/shared/request-check';
import { ofOneOrder } from '#carriers/shared/one-order';
import { DISPLAY_NAME, pathWith } from '../account';
import type { PortalClient } from './client';
import { portalParcel, type PortalParcel } from './parcels';

/** `extendData` (`etower.md` A.5.1): a field that is missing must be set to the empty text. */
const EXTEND_FIELDS = [
  'vendorid',
  'agentID',
  'sortCode',
  'purpose',
  'material',
  'codAmount',
  'codCurrency',
  'receiverKycType',
  'receiverKycNo',
  'injectPort',
  'abnnumber',
  'gstexemptioncode',
  'platformorderno',
  'coveramount',
  'senderTaxId',
  'postage',
  'icms',
  'vat',
  'originPort',
  'osnr',
  'specialHandlingType',
  'holdForPickup',
  'residentialSignatureRequired',
  'saturdayDelivery',
  'exportInvoiceValue',
  'exportInvoiceCurrency',
  'imei1',
  'imei2',
  'warehouseID',
  'shipperOrganizationCode',
  'shipperCompanyName',
  'virtualId',
] as const;

/** Fields of an order that hold objects or lists. */
const ORDER_FIELDS: readonly string[] = ['address', 'extendData', 'parcelItems', 'shipperAddress'];

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Throws a RequestError unless the UUID has the form that the portal demands (data rule 1). */
export function checkUuid(uuid: string): string {
  if (UUID.test(uuid)) return uuid;
  throw new RequestError([
    {
      path: 'uuid',
      problem:
        'must have 32 hexadecimal digits in groups of 8-4-4-4-12, e.g. 550e8400-e29b-41d4-a716-446655440000. If your portal uses other ones, turn on the option Skip UUID Check',
    },
  ]);
}

/** Order detail (A.5.1). `raw` is `data` as the portal gave it, with every field of `extendData`. */
export async function getPortalOrder(
  client: PortalClient,
  uuid: string,
): Promise<{ raw: JsonObject; parcel: PortalParcel }> {
  const reply = await client.call({ path: pathWith('/api/shipper/v1/parcel/order/edit', uuid) }, 'read');
  const [data] = listOf(reply, ORDER_FIELDS);
  if (data && Object.keys(data).length > 0) return { raw: completed(data), parcel: portalParcel(ofOneOrder(data)) };
  throw new CarrierError({ kind: 'not-found', message: `${DISPLAY_NAME} returned no order for ${uuid}` });
}

function completed(data: JsonObject): JsonObject {
  const given = objectOf(data['extendData']);
  const missing = EXTEND_FIELDS.filter((field) => given[field] === undefined);
  return { ...data, extendData: { ...given, ...Object.fromEntries(missing.map((field) => [field, ''])) } };
}
