import {
  ANY_NUMBER,
  CARRIER_NUMBER,
  COUNTRY,
  CURRENCY,
  folded,
  JAPANESE_PHONE,
  JAPANESE_POSTCODE,
  OWN_NUMBER,
  PHONE,
  type Fold,
} from '#carriers/shared/pasted';

const FOLDS = {
  CARRIER_NUMBER,
  OWN_NUMBER,
  ANY_NUMBER,
  COUNTRY,
  CURRENCY,
  JAPANESE_POSTCODE,
  JAPANESE_PHONE,
  PHONE,
} satisfies Record<string, Fold>;

it.each<[keyof typeof FOLDS, string, string]>([
  ['CARRIER_NUMBER', ' RR 123 456 785 CN\n', 'RR123456785CN'],
  ['CARRIER_NUMBER', '\u200eRR123456785CN\u202c\ufeff', 'RR123456785CN'],
  ['CARRIER_NUMBER', 'ＨＨ\u3000１２３４－５６', 'HH1234-56'],
  ['CARRIER_NUMBER', '1234‐5678−9012', '1234-5678-9012'],
  ['CARRIER_NUMBER', '注文１２３', '注文１２３'],
  ['OWN_NUMBER', '\u2060SHOP 10\u200b023 ', 'SHOP 10023'],
  ['OWN_NUMBER', 'ＳＨＯＰ１', 'ＳＨＯＰ１'],
  ['ANY_NUMBER', 'RR 123 456 785 CN', 'RR123456785CN'],
  ['ANY_NUMBER', '9400 1000 0000 0000 0000 00', '9400100000000000000000'],
  ['ANY_NUMBER', 'SHOP 2026 0001', 'SHOP 2026 0001'],
  ['ANY_NUMBER', 'ＲＲ１２３４５６７８５ＣＮ', 'RR123456785CN'],
  ['ANY_NUMBER', '注文\u200b１２３', '注文１２３'],
  ['COUNTRY', 'uk', 'GB'],
  ['COUNTRY', ' ＵＫ ', 'GB'],
  ['COUNTRY', 'jp', 'JP'],
  ['COUNTRY', 'chn', 'CHN'],
  ['COUNTRY', 'China', 'China'],
  ['CURRENCY', 'usd', 'USD'],
  ['CURRENCY', 'ＪＰＹ', 'JPY'],
  ['CURRENCY', '元', '元'],
  ['JAPANESE_POSTCODE', '５３０－０００１', '530-0001'],
  ['JAPANESE_POSTCODE', '〒530 0001', '530-0001'],
  ['JAPANESE_POSTCODE', '〒５３０ー０００１', '530-0001'],
  ['JAPANESE_POSTCODE', '5300001', '530-0001'],
  ['JAPANESE_POSTCODE', '530-001', '530-001'],
  ['JAPANESE_PHONE', '０９０－１２３４－５６７８', '09012345678'],
  ['JAPANESE_PHONE', '+81 (0)90-1234-5678', '09012345678'],
  ['JAPANESE_PHONE', '+81 90 1234 5678', '09012345678'],
  ['JAPANESE_PHONE', '12345', '12345'],
  ['PHONE', '０９０－１２３４－５６７８', '090-1234-5678'],
])('%s: %j goes out as %j', (name, pasted, sent) => {
  expect(folded(pasted, FOLDS[name]).text).toBe(sent);
});

it('blanks around are nothing to tell of, and neither is what stays as it is', () => {
  expect(folded(' RR123456785CN ', CARRIER_NUMBER)).toEqual({ text: 'RR123456785CN', changed: false });
  expect(folded('530-0001', JAPANESE_POSTCODE).changed).toBe(false);
  expect(folded('〒530-0001', JAPANESE_POSTCODE).changed).toBe(true);
});
