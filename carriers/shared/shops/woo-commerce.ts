import { isBlank } from '../blank';
import { withoutEntities } from '../entities';
import { objectAsIs, type JsonObject } from '../json-value';
import type { Party } from '../parcel';
import { PREFECTURES } from '../prefectures';
import { openedOrder } from './opened-order';
import {
  optionalEntries,
  piecesOf,
  refundedPieces,
  shippedLine,
  type RefundedPieces,
  type ShopLine,
  type ShopLines,
} from './shop-lines';
import { neutralOrderOf, type ReadOrder } from './shop-order';
import { partyOf } from './shop-party';
import { entriesOf, firstTextOf, readEach, refusal, type Entry } from './shop-values';

/**
 * A neutral order from WooCommerce's, as its REST API v3, n8n's WooCommerce nodes and webhooks give it. What is read stands
 * in `docs/shops.md`.
 * Source: developer.woocommerce.com, REST API v3, Orders and Order refunds; `shipping.phone`: WooCommerce 5.6.
 * @throws RequestError that says what was found instead of an order, why it must not be shipped, or what its lines lack
 */
export function orderOfWooCommerce(given: unknown): ReadOrder {
  const order = openedOrder(given, 'WooCommerce');
  refuseEnded(order);
  const recipient = recipientOf(order);
  const { lines, hints } = linesOf(order);
  return neutralOrderOf({
    shop: 'WooCommerce',
    reference: firstTextOf(order.number),
    recipient,
    remark: firstTextOf(order.customer_note),
    lines,
    hints: [...hints, ...(isOwnCode(recipient) ? [OWN_CODE] : [])],
  });
}

/** To ship what was cancelled or paid back would cost money twice. */
function refuseEnded({ status }: JsonObject): void {
  const ended = firstTextOf(status)?.replace(/^wc-/, '');
  if (ended !== undefined && ENDED.includes(ended)) {
    throw refusal(
      '',
      `This WooCommerce order has the status ${ended}: nothing is to be shipped. Leave such orders out (Filter node).`,
    );
  }
}

const ENDED = ['cancelled', 'refunded', 'failed', 'trash'];

/** The bill's address where there is no other: WooCommerce fills both only where the buyer gave two. */
function recipientOf({ shipping, billing }: JsonObject): Party {
  const [ship, bill] = [objectAsIs(shipping), objectAsIs(billing)];
  const party = partyAt(ship, bill) ?? partyAt(bill, bill);
  if (!party) throw refusal('', 'This WooCommerce order has no address, neither in shipping nor in billing.');
  return party;
}

function partyAt(address: JsonObject, bill: JsonObject): Party | undefined {
  const state = firstTextOf(address.state);
  return partyOf({
    names: [address.first_name, address.last_name],
    company: address.company,
    street: address.address_1,
    street2: address.address_2,
    city: address.city,
    provinceCode: prefectureNamed(state) ?? state,
    postcode: address.postcode,
    countryCode: address.country,
    phones: [address.phone, bill.phone],
    email: bill.email,
  });
}

/** `Tokyo` of `JP13`: WooCommerce numbers the prefectures of Japan as ISO 3166-2 does. */
function prefectureNamed(state = ''): string | undefined {
  const [, number] = /^JP(\d{2})$/.exec(state) ?? [];
  return PREFECTURES[Number(number) - 1]?.name;
}

/** Such as `DE-BY` or `CN4`, which WooCommerce writes where carriers want a name. */
function isOwnCode({ country = '', province = '' }: Party): boolean {
  return country !== '' && province.startsWith(country) && /^[A-Z]{2}(?:-\w+|\d+)$/.test(province);
}

const OWN_CODE =
  "The recipient's province is WooCommerce's code for it. Where the carrier wants its name, give that in Overrides.";

function linesOf(order: JsonObject): ShopLines {
  const refunded = refundedPieces(order.refunds, 'line_items', refundedLineOf);
  const refunds = optionalEntries(order.refunds, 'refunds');
  return {
    lines: readEach(entriesOf(order.line_items, 'line_items'), (entry) => lineOf(entry, order, refunded)),
    hints: refunds.every(({ entry }) => !isBlank(entry.line_items)) ? [] : [UNTOLD_REFUNDS],
  };
}

const UNTOLD_REFUNDS =
  'A part was refunded. A WooCommerce order does not tell of which lines: all pieces were taken. Put the answer of orders/<id>/refunds into refunds of the order, and they are left out.';

/** Entries of a refund have numbers of their own; the line that they are of stands in their meta data. */
function refundedLineOf(entry: JsonObject): unknown {
  const meta = Array.isArray(entry.meta_data) ? entry.meta_data.map(objectAsIs) : [];
  return meta.find(({ key }) => key === '_refunded_item_id')?.value;
}

/** `total` is that of all pieces, after discounts and without tax; `price` is what is left of it after a division. */
function lineOf(of: Entry, order: JsonObject, refunded: RefundedPieces): ShopLine {
  const { entry, path } = of;
  return shippedLine(
    piecesOf(of, [], refunded),
    { path: `${path}.total`, total: entry.total, currency: firstTextOf(order.currency) },
    { description: withoutEntities(firstTextOf(entry.name) ?? ''), sku: firstTextOf(entry.sku) },
  );
}
