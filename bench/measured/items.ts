/** Numbers that no two items share, in the form of most carriers. */
export function numberOf(index: number): string {
  return `LX${String(100_000_000 + index)}CN`;
}
