/** The template of docs/tracking.md; `npm run e2e -- routine` runs it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';
import { readKey } from '#carriers/shared/known-key';

const ROOT = path.join(__dirname, '../..');
const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

const targets = z.object({ main: z.array(z.array(z.object({ node: z.string() }))) });
const pinned = z.array(z.object({ json: z.looseObject({ number: z.string() }) }));
const template = z
  .object({
    nodes: z.array(
      z.object({
        name: z.string(),
        type: z.string(),
        position: z.tuple([z.number(), z.number()]),
        parameters: z.record(z.string(), z.unknown()),
      }),
    ),
    connections: z.record(z.string(), targets),
    pinData: z.record(z.string(), pinned),
  })
  .parse(JSON.parse(textOf('examples/tracking-routine.workflow.json')));

/** What follows a node by its first output, the topmost first: n8n runs them in this order, each to its end. */
function after(name: string): string[] {
  const height = (node: string) => template.nodes.find((each) => each.name === node)?.position[1] ?? 0;
  return (template.connections[name]?.main[0] ?? [])
    .map(({ node }) => node)
    .sort((left, right) => height(left) - height(right))
    .flatMap((node) => [node, ...after(node)]);
}

it('writes the key back after everything was sent', () => {
  expect(after('Get Updates')).toEqual([
    'Mail Text',
    'Stuck Now',
    'One List',
    'Send List',
    'Send Mail',
    'Write Key Back',
  ]);
});

it('needs no code: none in a node, and no function in an expression', () => {
  expect(template.nodes.map(({ type }) => type)).not.toContain('n8n-nodes-base.code');
  expect(JSON.stringify(template.nodes)).not.toMatch(/=>|\.map\(|function/);
});

it('has sample data whose keys are those of their numbers', () => {
  const keys = Object.values(template.pinData)
    .flat()
    .map(({ json }) => [json['key'] ?? json['trackingKey'], json.number]);
  expect(keys).toHaveLength(6);
  for (const [key, number = ''] of keys) {
    expect(readKey(String(key), { carrier: 'huahan', number: String(number) })).toHaveProperty('known');
  }
});

it('has the columns that the document tells to make', () => {
  const columns = [...textOf('docs/tracking.md').matchAll(/`(\w+)` \((?:text|yes or no)\)/g)].map(([, name]) => name);
  expect(columns).toEqual(['number', 'trackingKey', 'done']);
  const { parameters } = template.nodes.find(({ name }) => name === 'Write Key Back') ?? {};
  const { schema } = z.object({ schema: z.array(z.object({ id: z.string() })) }).parse(parameters?.['columns']);
  expect(schema.map(({ id }) => id)).toEqual(columns);
});
