const NAMES =
  'Hokkaido Aomori Iwate Miyagi Akita Yamagata Fukushima Ibaraki Tochigi Gunma Saitama Chiba Tokyo Kanagawa Niigata Toyama ' +
  'Ishikawa Fukui Yamanashi Nagano Gifu Shizuoka Aichi Mie Shiga Kyoto Osaka Hyogo Nara Wakayama Tottori Shimane Okayama ' +
  'Hiroshima Yamaguchi Tokushima Kagawa Ehime Kochi Fukuoka Saga Nagasaki Kumamoto Oita Miyazaki Kagoshima Okinawa';

/** Names of Japan's prefectures by the codes that WooCommerce writes: `JP13` is Tokyo. The numbers are those of ISO 3166-2. */
export const JAPANESE_PREFECTURES: Readonly<Record<string, string>> = Object.fromEntries(
  NAMES.split(' ').map((name, index) => [`JP${String(index + 1).padStart(2, '0')}`, name]),
);
