import { textOf } from '#carriers/shared/json-value';
import { refused } from '#carriers/shared/order-moves';
import { prefectureOf } from '#carriers/shared/prefectures';
import { NO_LINES, type Quotes } from '#carriers/shared/quotes';
import { MGOSHIP } from './account';
import { rateParams } from './rates';
import { ESTIMATE } from './requests/rate';

/** How cal_ship_fee is asked (`mgoship.md` 6.6): the fee inside Japan, for a parcel of any goods. */
export const QUOTES: Quotes = {
  mapping: {
    carrier: MGOSHIP.carrier,
    table: ESTIMATE,
    order: {
      country: { to: [], as: japanAlone },
      goodsType: { to: [], as: (type) => (type === 'parcel' ? type : undefined) },
      'recipient.province': { to: 'region', as: (province) => prefectureOf(textOf(province) ?? '') },
      weightKg: 'weight',
      'dimensionsCm.length': 'length',
      'dimensionsCm.width': 'width',
      'dimensionsCm.height': 'height',
    },
    lines: NO_LINES,
  },
  check: rateParams,
  takenAs: 'fields',
  price: 'amount',
};

function japanAlone(country: unknown): unknown {
  if (country === 'JP') return country;
  throw refused('country', 'must be JP: Mgoship quotes parcels inside Japan alone');
}
