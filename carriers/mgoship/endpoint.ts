/** What a call is for: `mod` and `action` of its address. */
export interface Operation {
  module: string;
  action: string;
}

/** Every call is a POST to this address; `op` is the same in all documented ones (`mgoship.md` 1). */
export function addressOf(endpoint: URL, { module, action }: Operation): string {
  const url = new URL(endpoint);
  url.search = new URLSearchParams({ op: 'storage', mod: module, action }).toString();
  return url.href;
}
