import type { JsonObject } from '#carriers/shared/json-value';
import { RequestTable } from '#carriers/shared/request';
import { listed, measure } from '#carriers/shared/rows';
import { PREFECTURE } from './address';
import { PARAM_CHECKS, paramsOf } from './params';

const measured = { required: true, decimals: 2 };

/** cal_ship_fee: numeric(10,2), kg and cm. */
export const ESTIMATE = new RequestTable(
  'mgoship.md 6.6',
  {
    height: measure('Height (Centimetres)', 'Height in centimetres, at most 2 decimals (高)', measured),
    length: measure('Length (Centimetres)', 'Length in centimetres, at most 2 decimals (长)', measured),
    region: listed(...PREFECTURE, { required: true, most: 10, example: '大阪府' }),
    weight: measure('Weight (Kilograms)', 'Weight in kilograms, at most 2 decimals (重量)', {
      ...measured,
      example: '1.5',
    }),
    width: measure('Width (Centimetres)', 'Width in centimetres, at most 2 decimals (宽)', measured),
  },
  { checks: PARAM_CHECKS },
);

/** @throws RequestError naming every field that is wrong */
export function rateParams(given: JsonObject): JsonObject {
  return paramsOf(ESTIMATE, given);
}
