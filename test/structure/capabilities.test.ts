/** What the carriers state that they can do, against the operations of their nodes and the tables made from it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { OPERATION_NAMES, refusalOf, type StepParameters } from '#carriers/shared/capabilities';
import { CARRIERS } from '#nodes/Parcel/carriers';
import { capabilityEdits, ownName } from '../../scripts/capability-tables';

const ROOT = path.join(__dirname, '../..');

const operations = Object.keys(OPERATION_NAMES);
const steps = CARRIERS.flatMap((carrier) =>
  Object.entries(carrier.steps).map(([operation, step]) => ({ carrier, name: carrier.carrier, operation, step })),
);

const RESOURCES = z.array(
  z.object({ name: z.string(), operations: z.array(z.object({ description: z.object({ name: z.string() }) })) }),
);

function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The operations of a node, as the editor calls them. */
async function namesOf(node: string): Promise<string[]> {
  const exported: unknown[] = Object.values(await import(path.join(ROOT, `nodes/${capitalised(node)}/resources.ts`)));
  return exported.flatMap((resources) =>
    (RESOURCES.safeParse(resources).data ?? []).flatMap((resource) =>
      resource.operations.map(({ description }) => `${resource.name}: ${description.name}`),
    ),
  );
}

it('every carrier states it, and the node has all of them, in the order of the alphabet', () => {
  const carriers = readdirSync(path.join(ROOT, 'carriers'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['http', 'shared'].includes(entry.name))
    .map(({ name }) => name);
  expect(CARRIERS.map(({ carrier }) => carrier)).toEqual(carriers.sort());
});

it.each(CARRIERS)('$carrier names its node, its credential and its generic step', async (carrier) => {
  const { node, credential, generic, displayName, serviceField } = carrier;
  expect(existsSync(path.join(ROOT, `nodes/${capitalised(node)}/${capitalised(node)}.node.ts`))).toBe(true);
  expect(existsSync(path.join(ROOT, `credentials/${capitalised(credential)}.credentials.ts`))).toBe(true);
  const names = (await namesOf(node)).map((name) => `${displayName}: ${name}`);
  expect(names).toEqual(expect.arrayContaining(generic === undefined ? [] : [generic]));
  const create = carrier.steps['order.create'];
  expect(create ? carrier.fieldsOf(create).map(({ name }) => name) : [serviceField]).toContain(serviceField);
});

it.each(CARRIERS)('$carrier says of every operation what does it, or why nothing does', ({ steps: own, lacking }) => {
  expect([...Object.keys(own), ...Object.keys(lacking)].sort()).toEqual([...operations].sort());
});

it.each(steps)('$name: $operation is a step of its own node, with these parameters', async ({ carrier, step }) => {
  expect(await namesOf(carrier.node)).toContain(ownName(step));
  const fields = carrier.fieldsOf(step);
  const given = [
    step.fixed ?? {},
    ...Object.values(step.numbers ?? {}),
    ...Object.values(step.labelSizes ?? {}),
  ].flatMap((parameters: StepParameters) => Object.entries(parameters));
  expect(given.filter(([name, value]) => !takes(fields, name, value))).toEqual([]);
  if (step.numbers === undefined) return;
  expect(fields.map(({ name }) => name)).toContain('number');
  // A step that has the field is told which number it gets, whichever that is.
  const hasTypes = fields.some(({ name }) => name === 'numberType');
  const told = Object.values(step.numbers).map((parameters: StepParameters) => 'numberType' in parameters);
  expect(told).toEqual(told.map(() => hasTypes));
});

function takes(fields: readonly INodeProperties[], name: string, value: string | number | boolean): boolean {
  const field = fields.find((each) => each.name === name);
  if (field?.type === 'boolean') return typeof value === 'boolean';
  return (field?.options ?? []).some((option) => 'value' in option && option.value === value);
}

it('asks for nothing that has no meaning at two carriers', () => {
  const meanings = steps.flatMap(({ operation, step }) => [
    operation,
    ...Object.keys(step.numbers ?? {}).map((type) => `${operation} by ${type}`),
    ...Object.keys(step.labelSizes ?? {}).map((size) => `${operation} in ${size}`),
  ]);
  const alone = meanings.filter((meaning) => meanings.filter((each) => each === meaning).length < 2);
  expect(alone).toEqual([]);
  expect(operations.filter((operation) => !meanings.includes(operation))).toEqual([]);
});

it('says what stands in the way, and what there is instead', () => {
  const hge = CARRIERS.find(({ carrier }) => carrier === 'hge');
  expect(hge && refusalOf(hge, 'label.get')).toEqual({
    message: 'Label: Get is not documented for HGE: use HGE: Endpoint: Call',
    hint: 'HGE names a call for it (面单打印), but neither its path nor its fields.',
  });
});

describe('documents', () => {
  const edits = Object.entries(capabilityEdits(CARRIERS));
  /** Prettier pads the cells of a table. */
  const squeezed = (text: string): string => text.replace(/ {2,}/g, ' ').replace(/-{3,}/g, '---');

  it.each(edits)('%s has the tables that come of it: else run `npm run capabilities`', (file, edit) => {
    const text = textOf(file);
    expect(squeezed(edit(text))).toBe(squeezed(text));
  });

  it('finds a table that is out of date', () => {
    const [file = '', edit] = edits[0] ?? [];
    const text = textOf(file).replace('| yes', '| no');
    expect(squeezed(edit?.(text) ?? '')).not.toBe(squeezed(text));
  });
});

it('a carrier adds itself in one line: nothing else of the node names one, but for the types of what it tells', () => {
  const files = readdirSync(path.join(ROOT, 'nodes/Parcel'), { recursive: true, encoding: 'utf8' });
  const names = new RegExp(CARRIERS.map(({ carrier }) => carrier).join('|'), 'i');
  const naming = files.filter((file) => /\.(ts|json)$/.test(file) && names.test(textOf(`nodes/Parcel/${file}`)));
  expect(naming).toEqual(['carriers.ts', 'outputs.ts']);
});
