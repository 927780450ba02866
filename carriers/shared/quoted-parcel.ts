import { RequestTable } from './request';
import { choice, country, group, measure, text } from './rows';

/** What a parcel holds, where its price depends on that. */
export type GoodsType = (typeof GOODS_TYPES)[number];

const GOODS_TYPES = ['document', 'letter', 'parcel'] as const;

const side = { usual: true, steps: 1 };

/** A parcel whose price is asked for, in the names of the neutral order (`docs/order.md`). */
export const QUOTED_PARCEL = new RequestTable('docs/order.md', {
  country: country('Destination Country', 'Country that the parcel goes to, ISO 3166-1 alpha-2', {
    required: true,
    example: 'JP',
  }),
  weightKg: measure('Weight (Kilograms)', 'What the parcel weighs, packaging included', { required: true, steps: 3 }),
  goodsType: choice(
    'Goods Type',
    'What the parcel holds, for carriers whose price depends on that',
    { Document: 'document', 'Letter or Envelope': 'letter', Parcel: 'parcel' },
    {
      required: true,
      initial: 'parcel',
      rules: [
        { holds: (type) => GOODS_TYPES.some((each) => each === type), problem: 'must be document, letter or parcel' },
      ],
    },
  ),
  dimensionsCm: group('Size', {
    length: measure('Length (Centimetres)', 'Longest side of the parcel, as it is packed', side),
    width: measure('Width (Centimetres)', 'Second side of the parcel, as it is packed', side),
    height: measure('Height (Centimetres)', 'Third side of the parcel, as it is packed', side),
  }),
  recipient: group('Recipient', {
    city: text('City', 'City that the parcel goes to'),
    postcode: text('Postcode', 'Postcode that the parcel goes to'),
    province: text('State or Province', 'State or province that the parcel goes to; in Japan the prefecture', {
      example: '大阪府',
    }),
  }),
});
