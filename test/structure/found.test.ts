/** What people type to find a step, asked of the search that n8n's node panel runs in the browser. */
import path from 'node:path';
import { reRankSearchResults } from '@n8n/utils/search/re-rank-search-results';
import { sublimeSearch } from '@n8n/utils/search/sublime-search';
import { PackageDirectoryLoader } from 'n8n-core';
import type { INodeTypeDescription } from 'n8n-workflow';
import { stepFor, TRADE_WORDS } from '../../e2e/trade-words';
import { operationsOf } from '../engine/described';

const loader = new PackageDirectoryLoader(path.join(__dirname, '../..'));
beforeAll(() => loader.loadAll());

function descriptions(): INodeTypeDescription[] {
  return Object.values(loader.nodeTypes).map(({ type }) => {
    if (!('execute' in type)) throw new Error('A node without execute');
    return type.description;
  });
}

/** The names of the nodes that the panel lists, in its order (`searchNodes` of the editor, without popularity). */
function foundBy(words: string): string[] {
  const elements = descriptions().map((properties) => ({ key: properties.name, properties }));
  return reRankSearchResults(sublimeSearch(words.toLowerCase(), elements), {}).map(({ item }) => item.key);
}

const rows = TRADE_WORDS.flatMap((row) => row.words.map((word) => ({ word, row })));
const ISSUE = [
  ...['create shipment', 'shipment', 'courier', 'delivery', 'freight quote', 'customs declaration', 'pickup'],
  ...['cancel shipment', 'proof of delivery', 'cross-border', '打单', '面单', '物流轨迹', '运费试算', '跨境', '下单'],
  ...['国际小包', '清关'],
];

it('knows the words that are asked most', () => {
  expect(rows.map(({ word }) => word)).toEqual(expect.arrayContaining(ISSUE));
  expect(new Set(rows.map(({ word }) => word)).size).toBe(rows.length);
});

it.each(rows)(
  '"$word" finds the nodes that do it before all others, and each of them lists the step',
  ({ word, row }) => {
    const wanted = descriptions().flatMap((description) => {
      const step = stepFor(row, description.name, operationsOf(description));
      return step === undefined ? [] : [{ name: description.name, step, action: actionOf(description, step) }];
    });
    const found = foundBy(word);
    expect(found.slice(0, wanted.length).sort()).toEqual(wanted.map(({ name }) => name).sort());
    for (const { action } of wanted) expect(action).toMatch(/^[A-Z]/);
  },
);

it('every step that words lead to is there at some node', () => {
  const all = descriptions().flatMap((description) =>
    operationsOf(description).flatMap((step) => [step, `${description.name}/${step}`]),
  );
  const unknown = TRADE_WORDS.flatMap(({ steps }) => steps).filter((step) => !all.includes(step));
  expect(unknown).toEqual([]);
});

it('no node has a word for what it does not do, and each has all words for what it does', () => {
  for (const description of descriptions()) {
    const operations = operationsOf(description);
    const due = rows.filter(({ row }) => stepFor(row, description.name, operations) !== undefined);
    const words = rows.map(({ word }) => word);
    const alias = description.codex?.alias ?? [];
    expect({ node: description.name, words: alias.filter((each) => words.includes(each)) }).toEqual({
      node: description.name,
      words: due.map(({ word }) => word),
    });
    expect(description.codex?.categories).toEqual(['Miscellaneous', 'Sales']);
  }
});

it("tells n8n's builder only what is so of the node", () => {
  for (const { name, builderHint, properties } of descriptions()) {
    const { searchHint = '', relatedNodes = [] } = builderHint ?? {};
    const operations = properties
      .filter((property) => property.name === 'operation')
      .flatMap(({ options = [] }) => options);
    const has = (step: string): boolean => operations.some((option) => 'value' in option && option.value === step);
    const takesOrders = properties.some((property) => property.name === 'orderFormat');
    const tells = { updates: /getUpdates/.test(searchHint), orders: /'shopify'/.test(searchHint) };
    expect({ name, ...tells }).toEqual({ name, updates: has('getUpdates'), orders: takesOrders });
    expect(relatedNodes.some(({ nodeType }) => nodeType === 'n8n-nodes-base.dataTable')).toBe(has('getUpdates'));
    // It is repeated for each of the nodes that a search finds.
    expect(searchHint.length).toBeLessThan(1000);
  }
});

it('tells it what it would fill in wrong, in the words of its own language', () => {
  const hinted = descriptions().flatMap(({ properties }) => properties.filter(({ builderHint }) => builderHint));
  const names = new Set(hinted.map(({ name }) => name));
  expect([...names].sort()).toEqual(['inputMode', 'knownKey', 'order', 'orderFormat']);
  for (const { builderHint } of hinted) expect(builderHint?.propertyHint).not.toContain('={{');
});

/** As the panel lists it under the node. */
function actionOf({ properties }: INodeTypeDescription, step: string): string | undefined {
  const [resource = '', operation] = step.split('.');
  const dropdown = properties.find(
    ({ name, displayOptions }) => name === 'operation' && displayOptions?.show?.['resource']?.includes(resource),
  );
  return dropdown?.options?.flatMap((option) =>
    'value' in option && option.value === operation ? (option.action ?? []) : [],
  )[0];
}
