import { isBlank } from '#carriers/shared/blank';
import { decimalOf, inDigits, plus, times } from '#carriers/shared/decimals';
import { objectAsIs } from '#carriers/shared/json-value';
import type { NeutralOrder, OrderLine } from '#carriers/shared/neutral-order';
import { joined } from '#carriers/shared/order-moves';

/** What B.4.1 wants to know of the goods of the whole parcel, with its lengths, and where a line says it. */
const TEXTS = [
  { to: 'description', from: 'description', most: 60 },
  { to: 'nativeDescription', from: 'localDescription', most: 255 },
] as const;

/** The texts of the lines as those of the parcel, each once, cut where they are too long. */
export function goodsOf({ customsItems = [] }: NeutralOrder): Record<string, string | undefined> {
  return Object.fromEntries(TEXTS.map(({ to, from, most }) => [to, shortened(textsOf(customsItems, from), most)]));
}

/** Which of them were cut and not given by the user. */
export function cutGoods({ customsItems = [], extra }: NeutralOrder): string[] {
  return TEXTS.filter(
    ({ to, from, most }) => isBlank(objectAsIs(extra)[to]) && isLonger(textsOf(customsItems, from), most),
  ).map(
    ({ to, from, most }) =>
      `eTower takes ${most} characters for the goods of a parcel (${to}): those of the lines (customsItems[].${from}) were cut.`,
  );
}

/** The value of all pieces, exactly; undefined when a line does not say it. */
export function valueOf({ customsItems = [] }: NeutralOrder): string | undefined {
  const values = customsItems.flatMap(({ quantity, unitValue }) => {
    const [pieces, value] = [decimalOf(quantity), decimalOf(unitValue)];
    return pieces && value ? [times(pieces, value)] : [];
  });
  const [first, ...others] = values;
  return first === undefined || values.length < customsItems.length ? undefined : inDigits(others.reduce(plus, first));
}

function textsOf(lines: readonly OrderLine[], field: 'description' | 'localDescription'): string {
  return joined(', ', ...new Set(lines.map((line) => line[field]))) ?? '';
}

function isLonger(text: string, most: number): boolean {
  return Array.from(text).length > most;
}

/** Cut at a blank where there is one. */
function shortened(text: string, most: number): string {
  if (!isLonger(text, most)) return text;
  const letters = Array.from(text);
  const head = letters.slice(0, most + 1).join('');
  const end = head.lastIndexOf(' ');
  return end > 0 ? head.slice(0, end).replace(/,$/, '') : letters.slice(0, most).join('');
}
