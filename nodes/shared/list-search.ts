import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

/** The entries that hold every word of the filter, in name or code. */
export function listResult(entries: readonly INodeListSearchItems[], filter = ''): INodeListSearchResult {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const matches = ({ name, value }: INodeListSearchItems): boolean => {
    const text = `${name} ${String(value)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return { results: entries.filter(matches) };
}
