export function demandAsTold(node: string, operation: string, json: unknown): void;
