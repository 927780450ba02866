/** Tells the process that started this one. */
export function told(message: object | string): void {
  process.send?.(message);
}
