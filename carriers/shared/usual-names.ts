import { isBlank } from './blank';
import type { JsonObject } from './json-value';
import type { OrderLine } from './neutral-order';

export type LineField = Exclude<keyof OrderLine, 'parcelNumber' | 'declaredValue' | 'totalValue' | 'totalWeightKg'>;

/** Keys of a line in which the whole field stands in one unit, of which the last is none that is told. */
export type WeightField = 'weightKg' | 'weightGrams' | 'weight' | 'weightUnit';

type Named = Exclude<LineField, 'weightKg'> | WeightField;

/**
 * What shops, spreadsheets and ERP systems call the fields of a line: Shopify's and WooCommerce's names, those of carriers'
 * templates, and the Chinese of both. Case, blanks and separators do not matter. Where a line has several names of a
 * field, the first here that is filled in is taken; where two fields share a name, the field that stands first.
 */
export const USUAL_NAMES: { readonly [Field in Named]: readonly string[] } = {
  description: [
    'description',
    'descriptionEn',
    'englishName',
    'enName',
    '英文品名',
    '英文名称',
    '英文申报品名',
    'title',
    'name',
    'productName',
    'itemName',
    'product',
    'item',
    '商品名称',
    '品名',
  ],
  localDescription: [
    'localDescription',
    'descriptionCn',
    'chineseName',
    'cnName',
    '中文品名',
    '中文名称',
    '中文申报品名',
    '品名',
  ],
  sku: ['sku', 'itemSku', 'sellerSku', 'productSku', 'article', 'articleNumber', '商品SKU', '货号'],
  quantity: ['quantity', 'qty', 'count', 'itemCount', 'pieces', 'pcs', '数量', '申报数量'],
  unitValue: ['unitValue', 'unitPrice', 'declaredUnitValue', 'price', '单价', '申报单价'],
  currency: ['currency', 'currencyCode', '币种', '申报币种'],
  weightKg: ['weightKg', 'unitWeightKg', 'kg', 'weightInKg', '重量(kg)', '单重(kg)', '单件重量(kg)', '重量(千克)'],
  weightGrams: [
    'grams',
    'weightGrams',
    'weightG',
    'unitWeightG',
    'weightInGrams',
    '重量(g)',
    '单重(g)',
    '单件重量(g)',
    '重量(克)',
  ],
  weight: ['weight', 'unitWeight', 'itemWeight', '重量', '单重', '单件重量'],
  weightUnit: ['weightUnit', 'unitOfWeight', '重量单位'],
  hsCode: [
    'hsCode',
    'hs',
    'hsn',
    'hsnCode',
    'harmonizedSystemCode',
    'tariff',
    'tariffNumber',
    'tariffCode',
    'customsCode',
    '海关编码',
    'HS编码',
  ],
  originCountry: [
    'originCountry',
    'origin',
    'countryOfOrigin',
    'countryCodeOfOrigin',
    'originCountryCode',
    'madeIn',
    '原产国',
    '原产地',
  ],
  material: ['material', '材质', '材料'],
  use: ['use', 'usage', 'purpose', '用途'],
  url: ['url', 'link', 'productUrl', 'itemUrl', '销售链接', '商品链接', '链接'],
};

const FIELDS: readonly (readonly [Named, readonly string[]])[] = Object.entries(USUAL_NAMES).flatMap(
  ([field, names]) => (isNamed(field) ? [[field, names.map(folded)] as const] : []),
);

function isNamed(field: string): field is Named {
  return Object.hasOwn(USUAL_NAMES, field);
}

/** In which key of a line each field stands, for the fields that it has. */
export type FoundKeys = ReadonlyMap<Named, string>;

/**
 * @param own keys that are taken for a field already, because somebody said so
 */
export function usualKeysIn(line: JsonObject, own: ReadonlySet<string> = new Set()): FoundKeys {
  const found = new Map<Named, string>();
  const taken = new Set(own);
  for (const { field, keys } of candidatesIn(line)) {
    const key = keys.find((each) => !taken.has(each) && isFilled(line[each]));
    if (key === undefined) continue;
    found.set(field, key);
    taken.add(key);
  }
  return found;
}

/** Keys in which a field may stand, the one that comes first before the others. */
type Candidates = readonly { field: Named; keys: readonly string[] }[];

/** The lines of a run have the same keys: those of the lines before this one. */
let known: { keys: readonly (string | symbol)[]; candidates: Candidates } = { keys: [], candidates: [] };

function candidatesIn(line: JsonObject): Candidates {
  // n8n gives what stands in an item through a proxy, which takes long to say what can be enumerated.
  const keys = Reflect.ownKeys(line);
  const isKnown = keys.length === known.keys.length && keys.every((key, at) => key === known.keys[at]);
  if (!isKnown) known = { keys, candidates: candidatesAmong(keys.filter((key) => typeof key === 'string')) };
  return known.candidates;
}

function candidatesAmong(keys: readonly string[]): Candidates {
  const named = keys.map((key) => ({ key, name: folded(key) }));
  const isRow = named.some(({ name }) => ADDRESS.includes(name));
  return FIELDS.flatMap(([field, names]) => {
    const own = names.flatMap((name) => named.filter((each) => each.name === name && !(isRow && name === 'name')));
    return own.length === 0 ? [] : [{ field, keys: own.map(({ key }) => key) }];
  });
}

/** Beside them, `name` is that of a person: a row of a table with the whole order in it. */
const ADDRESS = [
  'address',
  'address1',
  'street',
  'postcode',
  'postalcode',
  'zip',
  'phone',
  'email',
  '地址',
  '邮编',
  '电话',
];

/** Objects and lists are other things by the same name: a `product` with its own fields, or `tariff` rates. */
function isFilled(value: unknown): boolean {
  return !isBlank(value) && typeof value !== 'object';
}

function folded(key: string): string {
  return key
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
