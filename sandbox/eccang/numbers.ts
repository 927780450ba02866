/** The three numbers of one shipment, `eccang.md` section 2. */
export type NumberType = 'waybill' | 'reference' | 'tracking';

/** Values of the request field `type`, `eccang.md` 4.1. */
const typeValues: ReadonlyMap<string, NumberType> = new Map([
  ['1', 'waybill'],
  ['2', 'reference'],
  ['3', 'tracking'],
]);

export const anyNumber: readonly NumberType[] = ['waybill', 'reference', 'tracking'];

/** The number types a `type` value asks for: all three when it is absent, none when it is not a documented value. */
export function typesAsked(type: string): readonly NumberType[] {
  if (type === '') return anyNumber;
  const asked = typeValues.get(type);
  return asked ? [asked] : [];
}
