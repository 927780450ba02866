import { detailsOf } from '#carriers/shared/details';
import { amountOf, listOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present, type Service } from '#carriers/shared/parcel';
import { MGOSHIP } from './account';
import type { MgoshipClient } from './client';
import { paramsOf } from './params';
import { ESTIMATE } from './requests/rate';

const CALL = { module: 'base', action: 'cal_ship_fee' };

export interface Rate {
  carrier: string;
  /** The shipping way; absent where the carrier names none. */
  service?: Service;
  /** As the carrier wrote it; absent when the parcel is over the limit. */
  amount?: string | number;
  currency?: 'JPY';
  /** The parcel is larger or heavier than this way takes: see `note`. */
  overLimit: boolean;
  note?: string;
  /** What else the carrier told, by its own names. */
  details?: Readonly<Record<string, unknown>>;
}

/** @throws RequestError naming every field that is wrong */
export function rateParams(given: JsonObject): JsonObject {
  return paramsOf(ESTIMATE, given);
}

/** The shipping ways in Japan with their fees, also those that the parcel does not fit. */
export async function estimateRates(client: MgoshipClient, params: JsonObject): Promise<JsonObject[]> {
  return listOf((await client.call(CALL, params, { intent: 'read' }))['data']);
}

export function rateOf(way: JsonObject): Rate {
  const said = textOf(way['shipFee']);
  const overLimit = said?.includes(OVER_LIMIT) ?? false;
  const fee = overLimit ? undefined : amountOf(way['shipFee']);
  // More words than that it is over the limit are told.
  const isTold = fee !== undefined || said === OVER_LIMIT;
  return present<Rate>({
    carrier: MGOSHIP.carrier,
    service: present<Service>({ code: textOf(way['ship_way']), name: textOf(way['ship_name']) }),
    amount: fee,
    currency: fee === undefined ? undefined : 'JPY',
    overLimit,
    note: textOf(way['note']),
    details: detailsOf(way, ['ship_way', 'ship_name', 'note', ...(isTold ? ['shipFee'] : [])]),
  });
}

/**
 * The shipping ways, for a list to choose from: the estimate seems to return all of them for any parcel (`mgoship.md`
 * 6.6), and the operation that lists them is known by name only. The parcel is the documented sample.
 */
export async function listShipWays(client: MgoshipClient): Promise<Service[]> {
  const sample = { height: '10', length: '20', region: '大阪府', weight: '1.5', width: '15' };
  return (await estimateRates(client, sample)).flatMap((way) => rateOf(way).service ?? []);
}

const OVER_LIMIT = '超限';
