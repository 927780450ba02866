/** Numbers that no two items share, in the form of most carriers. */
export function numberOf(index: number): string {
  return `LX${String(100_000_000 + index)}CN`;
}

/** How the numbers begin of parcels that had news yesterday; those of all others are old. */
export const UNDER_WAY = 'LW';

/** The number of such a parcel. */
export function underWay(number: string): string {
  return UNDER_WAY + number.slice(2);
}
