/**
 * The 47 prefectures of Japan in the order of JIS X 0401 and ISO 3166-2, as addresses write them. Mgoship's own list is not
 * held (`mgoship.md` 7.3), so another text may be sent as well.
 */
export const PREFECTURES: readonly { original: string; name: string }[] = [
  { original: '北海道', name: 'Hokkaido' },
  { original: '青森県', name: 'Aomori' },
  { original: '岩手県', name: 'Iwate' },
  { original: '宮城県', name: 'Miyagi' },
  { original: '秋田県', name: 'Akita' },
  { original: '山形県', name: 'Yamagata' },
  { original: '福島県', name: 'Fukushima' },
  { original: '茨城県', name: 'Ibaraki' },
  { original: '栃木県', name: 'Tochigi' },
  { original: '群馬県', name: 'Gunma' },
  { original: '埼玉県', name: 'Saitama' },
  { original: '千葉県', name: 'Chiba' },
  { original: '東京都', name: 'Tokyo' },
  { original: '神奈川県', name: 'Kanagawa' },
  { original: '新潟県', name: 'Niigata' },
  { original: '富山県', name: 'Toyama' },
  { original: '石川県', name: 'Ishikawa' },
  { original: '福井県', name: 'Fukui' },
  { original: '山梨県', name: 'Yamanashi' },
  { original: '長野県', name: 'Nagano' },
  { original: '岐阜県', name: 'Gifu' },
  { original: '静岡県', name: 'Shizuoka' },
  { original: '愛知県', name: 'Aichi' },
  { original: '三重県', name: 'Mie' },
  { original: '滋賀県', name: 'Shiga' },
  { original: '京都府', name: 'Kyoto' },
  { original: '大阪府', name: 'Osaka' },
  { original: '兵庫県', name: 'Hyogo' },
  { original: '奈良県', name: 'Nara' },
  { original: '和歌山県', name: 'Wakayama' },
  { original: '鳥取県', name: 'Tottori' },
  { original: '島根県', name: 'Shimane' },
  { original: '岡山県', name: 'Okayama' },
  { original: '広島県', name: 'Hiroshima' },
  { original: '山口県', name: 'Yamaguchi' },
  { original: '徳島県', name: 'Tokushima' },
  { original: '香川県', name: 'Kagawa' },
  { original: '愛媛県', name: 'Ehime' },
  { original: '高知県', name: 'Kochi' },
  { original: '福岡県', name: 'Fukuoka' },
  { original: '佐賀県', name: 'Saga' },
  { original: '長崎県', name: 'Nagasaki' },
  { original: '熊本県', name: 'Kumamoto' },
  { original: '大分県', name: 'Oita' },
  { original: '宮崎県', name: 'Miyazaki' },
  { original: '鹿児島県', name: 'Kagoshima' },
  { original: '沖縄県', name: 'Okinawa' },
];

/**
 * The prefecture as addresses write it, from its English name (`Tokyo`, `Ōsaka Prefecture`), its name without the suffix
 * or its code in ISO 3166-2 (`JP-13`). Any other text stays as it is.
 */
export function prefectureOf(text: string): string {
  const given = text.normalize('NFKC').trim();
  const [, number] = /^JP-?(\d{2})$/i.exec(given) ?? [];
  if (number !== undefined) return PREFECTURES[Number(number) - 1]?.original ?? text;
  const plain = given.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const [first = '', suffix = ''] = plain.split(/[\s-]/);
  const names = SUFFIXES.has(suffix) ? [plain, first] : [plain];
  const isMeant = ({ original, name }: (typeof PREFECTURES)[number]): boolean =>
    original === given || original.replace(/[都府県]$/, '') === given || names.includes(name.toLowerCase());
  return PREFECTURES.find(isMeant)?.original ?? text;
}

const SUFFIXES: ReadonlySet<string> = new Set(['do', 'fu', 'ken', 'prefecture', 'to']);
