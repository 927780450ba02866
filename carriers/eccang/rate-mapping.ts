import { textOf } from '#carriers/shared/json-value';
import { lookUp } from '#carriers/shared/lookup';
import type { Moves } from '#carriers/shared/order-mapping';
import type { GoodsType } from '#carriers/shared/quoted-parcel';
import { NO_LINES, type Quotes } from '#carriers/shared/quotes';
import { checkQuoteRequest } from './charges';
import { QUOTE } from './requests/quote';

/** `shipping_type_id` (`eccang.md` 4.12). */
const GOODS: Readonly<Record<GoodsType, string>> = { document: 'D', letter: 'L', parcel: 'W' };

/** Where a parcel goes in feeTrail (`eccang.md` 3.14). Its sizes are texts, as the form sends them. */
const MOVES: Moves = {
  weightKg: 'weight',
  goodsType: { to: 'shipping_type_id', as: (type) => lookUp(GOODS, textOf(type) ?? '') },
  country: 'country_code',
  'recipient.city': 'city',
  'recipient.postcode': 'postcode',
  'dimensionsCm.length': { to: 'length', as: textOf },
  'dimensionsCm.width': { to: 'width', as: textOf },
  'dimensionsCm.height': { to: 'height', as: textOf },
};

/** How Eccang TMS is asked for quotes, whichever its deployment. No currency is named in any (`eccang.md` 3.14). */
export const QUOTES: Quotes = {
  mapping: { carrier: 'eccang', table: QUOTE, order: MOVES, lines: NO_LINES },
  check: checkQuoteRequest,
  takenAs: 'body',
  price: 'total',
  days: 'transitDays',
};
