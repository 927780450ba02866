/** Whoever builds flows by drag and drop can build the examples: none has code in it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listOf, objectAsIs } from '#carriers/shared/json-value';

const EXAMPLES = path.join(__dirname, '../../examples');

const workflows = readdirSync(EXAMPLES).filter((name) => name.endsWith('.workflow.json'));

it.each(workflows)('%s holds no code', (name) => {
  const text = readFileSync(path.join(EXAMPLES, name), 'utf8');
  expect(text).not.toMatch(/\.(?:map|reduce|filter|flatMap|forEach)\(|=>|n8n-nodes-base\.(?:code|function)/);
});

it.each([
  ['compare-rates', 'orders.rates.json'],
  ['ship-shopify-orders', 'orders.shopify.json'],
  ['ship-with-any-carrier', 'orders.carriers.json'],
])('%s has pinned what is in %s', (workflow, items) => {
  const { pinData } = objectAsIs(JSON.parse(readFileSync(path.join(EXAMPLES, `${workflow}.workflow.json`), 'utf8')));
  const [pinned] = Object.values(objectAsIs(pinData));
  const orders: unknown = JSON.parse(readFileSync(path.join(EXAMPLES, items), 'utf8'));
  expect(listOf(pinned).map(({ json }) => json)).toEqual(orders);
});
