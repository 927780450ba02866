/** Whoever builds flows by drag and drop can build the examples: none has code in it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listOf, objectAsIs, type JsonObject } from '#carriers/shared/json-value';

const EXAMPLES = path.join(__dirname, '../../examples');

const workflowsIn = (folder: string): string[] =>
  readdirSync(path.join(EXAMPLES, folder))
    .filter((name) => name.endsWith('.workflow.json'))
    .map((name) => path.join(folder, name));

const templates = [...workflowsIn('templates'), 'tracking-routine.workflow.json'];

it.each([...workflowsIn('.'), ...workflowsIn('templates')])('%s holds no code', (name) => {
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

/** Operations by which something is sent, told or changed at a carrier or a shop. That no mail leaves either is seen in n8n itself. */
const WRITES = new Set(['create', 'handOver', 'send', 'update']);
const SHOP_NODES = new Set(['n8n-nodes-base.wooCommerce', 'n8n-nodes-base.dataTable']);

/** Another system than n8n's own tables: it may be out of reach, or not take what one order gives. */
function isOfShop({ type }: JsonObject): boolean {
  return ['n8n-nodes-base.wooCommerce', 'n8n-nodes-base.httpRequest'].includes(String(type));
}

/** GraphQL reads by POST as well. */
function writes({ type, parameters }: JsonObject): boolean {
  const { operation, method, jsonBody, nodeCredentialType } = objectAsIs(parameters);
  if (type === 'n8n-nodes-base.httpRequest') {
    return nodeCredentialType !== undefined && method === 'POST' && !String(jsonBody).startsWith('{"query": "query ');
  }
  const isWatched = String(type).startsWith('n8n-nodes-crossborder.') || SHOP_NODES.has(String(type));
  return isWatched && WRITES.has(String(operation));
}

describe.each(templates)('%s', (file) => {
  const { nodes, connections, pinData } = objectAsIs(JSON.parse(readFileSync(path.join(EXAMPLES, file), 'utf8')));
  const pinned = Object.keys(objectAsIs(pinData));
  const all = listOf(nodes);

  it('has sample data, and explains it and itself in notes', () => {
    const notes = all.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
    const texts = notes.map(({ parameters }) => String(objectAsIs(parameters)['content']));
    expect(texts.length).toBeGreaterThanOrEqual(2);
    expect(pinned).not.toEqual([]);
    expect(texts).toContainEqual(expect.stringContaining('Sample data is pinned'));
  });

  it('has nothing that writes at a carrier or a shop without pinned data: a first run changes nothing', () => {
    const open = all.filter((node) => writes(node) && !pinned.includes(String(node['name'])));
    // The routine writes into its own table alone.
    expect(open.map(({ name }) => name)).toEqual(file.startsWith('tracking-routine') ? ['Write Key Back'] : []);
  });

  it('goes on with the other orders where the shop does not take one', () => {
    const stops = all.filter((node) => {
      const [, refused] = listOf(objectAsIs(objectAsIs(connections)[String(node['name'])])['main']);
      const hasWay = node['onError'] === 'continueErrorOutput' && listOf(refused).length > 0;
      return isOfShop(node) && writes(node) && !hasWay;
    });
    expect(stops.map(({ name }) => name)).toEqual([]);
  });
});

it('asks without an assistant what the tool of an assistant asks', () => {
  const text = readFileSync(path.join(EXAMPLES, 'templates/ask-about-my-parcel.workflow.json'), 'utf8');
  const nodes = listOf(objectAsIs(JSON.parse(text))['nodes']);
  const settingsOf = (step: string) => objectAsIs(nodes.find(({ name }) => name === step)?.['parameters']);
  const { descriptionType, toolDescription, ...asked } = settingsOf('Where Is My Parcel');
  expect([descriptionType, typeof toolDescription]).toEqual(['manual', 'string']);
  expect(settingsOf('What the Assistant Is Told')).toEqual({ ...asked, number: '={{ $json.number }}' });
});

it('are ten, and the gallery shows each of them', () => {
  const gallery = readFileSync(path.join(EXAMPLES, '../docs/templates.md'), 'utf8');
  expect(templates.filter((file) => gallery.includes(`../examples/${file}`))).toHaveLength(10);
});
