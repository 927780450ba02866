import type { INode } from 'n8n-workflow';

/**
 * Whether n8n hands the node to a language model, of an agent or behind an MCP server. Then its type is a copy with this
 * ending, in every version of n8n, and the fields of `tool-fields.ts` are shown by the same rule (`@tool`).
 */
export function isTool({ type }: Pick<INode, 'type'>): boolean {
  return type.endsWith('Tool');
}
