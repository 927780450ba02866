export function noticesOf(files: readonly string[], root: string, dist: string): Promise<string[]>;
