import { JAPANESE_POSTCODE as POSTCODE_FOLD } from '#carriers/shared/pasted';
import type { CarrierList, RowDetails } from '#carriers/shared/rows';

/** `NNN-NNNN`, e.g. `901-1515` (`mgoship.md` 5.1, 6.1). */
export const JAPANESE_POSTCODE: RowDetails = {
  fold: POSTCODE_FOLD,
  rules: [
    {
      holds: (postcode) => /^\d{3}-\d{4}$/.test(postcode),
      problem: 'must have the form NNN-NNNN with a hyphen, e.g. 901-1515',
    },
  ],
};

/** The 47 prefectures, or free text: the carrier's own list is not held (`mgoship.md` 7.3). */
export const PREFECTURE: readonly [label: string, description: string, list: CarrierList] = [
  'Prefecture',
  'Prefecture in Japanese with its suffix, e.g. 大阪府 (收件区域)',
  { search: 'searchPrefectures', entry: 'a prefecture', by: 'Name' },
];
