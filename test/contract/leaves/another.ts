/** Another value of the same kind, as a carrier could have written it. */
export interface Another {
  value: unknown;
  /** Must be in the output as it is. Codes, numbers and times may be there in another form. */
  isText: boolean;
  /** Stands nowhere else: where the output holds it, the leaf is told. */
  isUnique: boolean;
}

/** @param place tells apart what is put in different places */
export function anotherThan(value: unknown, place: number): Another {
  if (typeof value === 'boolean') return { value: !value, isText: false, isUnique: false };
  if (typeof value === 'number') return { value: UNIQUE + place, isText: false, isUnique: true };
  if (typeof value !== 'string' || value === '') return { value: `Leaf${place}x`, isText: true, isUnique: true };
  if (/^-?\d{1,8}(\.\d+)?$/.test(value)) return { value: amount(value, place), isText: false, isUnique: true };
  const kind = KINDS.find(({ of }) => of.test(value));
  if (kind) return { value: kind.to(value, place), isText: false, isUnique: false };
  return { value: asText(value, place), isText: true, isUnique: true };
}

/** In no sample. */
const UNIQUE = 7000;

/** With as many decimals. */
function amount(value: string, place: number): string {
  return (UNIQUE + place).toFixed(value.split('.')[1]?.length ?? 0);
}

interface Kind {
  of: RegExp;
  to: (value: string, place: number) => string;
}

const PDF = Buffer.from('%PDF-1.4 another\n%%EOF').toString('base64');

const KINDS: readonly Kind[] = [
  { of: /^JVBERi/, to: () => PDF },
  { of: /^[YN]$/, to: (value) => (value === 'Y' ? 'N' : 'Y') },
  { of: /^[A-Z]{2}$/, to: (value) => (value === 'FR' ? 'DE' : 'FR') },
  { of: /^[A-Z]{3}$/, to: (value) => (value === 'CHF' ? 'SEK' : 'CHF') },
  { of: /^(true|false)$/, to: (value) => (value === 'true' ? 'false' : 'true') },
  { of: /^GMT[+-]\d/, to: () => 'GMT+03:00' },
  { of: /^[+-]\d\d:\d\d$/, to: () => '+03:00' },
  // A day earlier, whatever stands behind it.
  { of: /^\d{4}-\d\d-\d\d/, to: (value) => value.replace(/^\d{4}-\d\d-\d\d/, (day) => dayBefore(day)) },
  { of: /^1[0-9]{9}$/, to: (value) => String(Number(value) - 86_400) },
  { of: /^\d{9,}$/, to: (value, place) => `${9000 + place}${value.slice(4)}` },
];

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function asText(value: string, place: number): string {
  if (/^https?:/.test(value)) return `${value.replace(/\/[^/]*$/, '')}/leaf${place}x.pdf`;
  return value.includes('@') ? `leaf${place}x@example.com` : `Leaf${place}x`;
}
