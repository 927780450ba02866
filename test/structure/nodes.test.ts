import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { loadOutputSchema, PackageDirectoryLoader } from 'n8n-core';
import { type INode, type INodeTypeDescription, type INodeTypes, type NodeHint, Workflow } from 'n8n-workflow';
import { operationsOf, operationsWith } from '../engine/described';
import { everyProperty, optionsOf, SAID, stems, textsOf, type Placed } from './read-texts';
import { misspelt } from './spelling';

const ROOT = path.join(__dirname, '../..');

const loader = new PackageDirectoryLoader(ROOT);
const loaded = loader.loadAll();

function descriptions(): INodeTypeDescription[] {
  return Object.values(loader.nodeTypes).map(({ type }) => {
    if (!('execute' in type)) throw new Error('A node without execute');
    return type.description;
  });
}

beforeAll(() => loaded);

it('loads as n8n loads it, with every node and credential of package.json', () => {
  const { n8n } = loader.packageJson;
  expect(Object.keys(loader.nodeTypes)).toHaveLength(n8n?.nodes?.length ?? 0);
  expect(Object.keys(loader.credentialTypes)).toHaveLength(n8n?.credentials?.length ?? 0);
  expect(Object.keys(loader.nodeTypes)).toEqual(expect.arrayContaining(['huahan', 'eccangTms']));
});

it('gives every node icons in two colours, a subtitle, a codex and a place among the tools of agents', () => {
  for (const { displayName, usableAsTool, subtitle, iconUrl, codex } of descriptions()) {
    expect({
      displayName,
      usableAsTool,
      subtitle: typeof subtitle,
      alias: (codex?.alias ?? []).includes('parcel'),
    }).toEqual({
      displayName,
      usableAsTool: true,
      subtitle: 'string',
      alias: true,
    });
    const icons = typeof iconUrl === 'object' ? Object.values(iconUrl) : [];
    expect(icons).toHaveLength(2);
    for (const icon of icons)
      expect(existsSync(path.join(ROOT, icon.replace('icons/n8n-nodes-crossborder/', '')))).toBe(true);
  }
});

it('gives every credential an icon, a test and a way to sign other requests', () => {
  const tested = descriptions().flatMap(({ credentials }) =>
    (credentials ?? []).filter(({ testedBy }) => testedBy !== undefined),
  );
  for (const { type } of Object.values(loader.credentialTypes)) {
    expect({ name: type.name, icon: type.iconUrl !== undefined, signs: type.authenticate !== undefined }).toEqual({
      name: type.name,
      icon: true,
      signs: true,
    });
    expect(tested.map(({ name }) => name)).toContain(type.name);
  }
});

it('hides every secret of a credential while it is typed', () => {
  for (const { type } of Object.values(loader.credentialTypes)) {
    for (const { name, typeOptions } of type.properties) {
      if (/token|key|secret|session/i.test(name))
        expect({ name, hidden: typeOptions?.password }).toEqual({ name, hidden: true });
    }
  }
});

it('describes every operation, with an action in sentence case, in alphabetical order', () => {
  for (const { displayName, properties } of descriptions()) {
    const operations = properties.filter(({ name }) => name === 'operation');
    expect(operations.length).toBeGreaterThan(0);
    for (const dropdown of operations) {
      const options = optionsOf(dropdown);
      expect(options.map(({ name }) => name)).toEqual(sorted(options.map(({ name }) => name)));
      expect(options.map(({ value }) => value)).toContain(dropdown.default);
      for (const { name, action, description } of options) {
        expect({ displayName, name, action: action ?? '', description: description ?? '' }).toEqual({
          displayName,
          name: expect.stringMatching(/^[A-Z]/),
          action: expect.stringMatching(SENTENCE_CASE),
          description: expect.stringMatching(/\S/),
        });
      }
    }
  }
});

it('tells n8n before a step ran what each operation gives, and of no other', () => {
  for (const description of descriptions()) {
    const { name, version } = description;
    const operations = operationsOf(description);
    const nodeDir = path.join(ROOT, path.dirname(loader.known.nodes[name]?.sourcePath ?? ''));
    for (const each of [version].flat()) {
      const told = operations.filter((operation) => isTold(nodeDir, each, operation));
      expect({ name, told }).toEqual({ name, told: operations });
      const folder = path.join(nodeDir, `__schema__/v${each}.0.0`);
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
      expect(files.map((file) => file.replace('.json', '').replace(path.sep, '.')).sort()).toEqual(operations.sort());
    }
  }
});

/** They make no calls that the common options could be about. */
const ASKING_NOBODY = ['parcel.label.merge'];

it('shows for every operation its own fields and the common options', () => {
  for (const { name: node, properties } of descriptions()) {
    for (const dropdown of properties.filter(({ name }) => name === 'operation')) {
      const [resource = ''] = dropdown.displayOptions?.show?.['resource']?.map(String) ?? [];
      for (const { value } of optionsOf(dropdown)) {
        const shown = properties.filter(
          ({ displayOptions }) =>
            displayOptions?.show?.['resource']?.includes(resource) && displayOptions.show['operation']?.includes(value),
        );
        const options = shown.find(({ name }) => name === 'options');
        const names = (options?.options ?? []).map(({ name }) => name);
        const common = ['concurrency', 'pauseBetweenRequests', 'timeout'].filter((each) => names.includes(each));
        const calls = !ASKING_NOBODY.includes(`${node}.${resource}.${String(value)}`);
        expect({ node, resource, value, common: common.length }).toEqual({
          node,
          resource,
          value,
          common: calls ? 3 : 0,
        });
      }
    }
  }
});

it('writes labels in Title Case, describes every field and sorts every dropdown', () => {
  for (const { displayName, properties } of descriptions()) {
    for (const { way, property } of everyProperty(properties, displayName)) {
      if (property.type === 'notice') continue;
      expect({ way, title: TITLE.test(property.displayName) }).toEqual({ way, title: true });
      const choices = property.type === 'options' ? optionsOf(property).map(({ name }) => name) : [];
      expect({ way, choices }).toEqual({ way, choices: sorted(choices) });
      if (!UNDESCRIBED.includes(property.name) && !['collection', 'fixedCollection'].includes(property.type)) {
        expect({ way, described: (property.description ?? property.hint ?? '').length > 3 }).toEqual({
          way,
          described: true,
        });
      }
      if (property.type === 'boolean')
        expect({ way, text: property.description }).toEqual({ way, text: expect.stringMatching(/^Whether /) });
      if (property.placeholder && property.type === 'string')
        expect({ way, placeholder: property.placeholder }).toEqual({
          way,
          placeholder: expect.stringMatching(/^e\.g\. /),
        });
    }
  }
});

it('writes the choices of a dropdown in Title Case, but for values that are named as on the wire', () => {
  const wrong = everyFormProperty().flatMap(({ way, property }) =>
    optionsOf(property)
      .filter(({ name, value }) => name !== value && !TITLE.test(name))
      .map(({ name }) => `${way}: ${name}`),
  );
  expect(wrong).toEqual([]);
});

it('tells in every description more than the name of the field', () => {
  const repeating = everyFormProperty().flatMap(({ way, property: { displayName, description } }) => {
    const own = new Set([...stems(displayName), ...stems(displayName.replace(/[()]/g, ' ').toLowerCase())]);
    const told = new Set(stems((description ?? '').replace(/\([^)]*\)/g, '')).filter((word) => !own.has(word)));
    const hasMore = told.size > 1 && [...told].some((word) => !OF_ANY_FIELD.includes(word));
    return description === undefined || hasMore ? [] : `${way}: ${description}`;
  });
  expect(repeating).toEqual([]);
});

/** Words that say nothing of a field: it is of the parcel or of one of the two anyway. */
const OF_ANY_FIELD: readonly string[] = ['number', 'parcel', 'recipient', 'sender'];

it('spells all that users read as the dictionary or the trade does', () => {
  const names = descriptions().map(({ displayName }) => displayName);
  expect(
    misspelt([...textsOf(descriptions(), everyFormProperty()), ...SAID.flatMap(({ sentences }) => sentences)], names),
  ).toEqual([]);
  expect(misspelt(['The colour of a labelled parcel', 'The color of a parcell'])).toEqual(['color', 'parcell']);
});

it('says what happened without the words that only frighten', () => {
  const frightening = SAID.flatMap(({ file, sentences }) =>
    sentences.filter((text) => FRIGHTENING.test(text)).map((text) => `${file}: ${text}`),
  );
  expect(frightening).toEqual([]);
  expect(SAID.flatMap(({ sentences }) => sentences).length).toBeGreaterThan(1000);
});

it('pairs in one place only: operations hand their outputs to the runner', () => {
  const operations = readdirSync(path.join(ROOT, 'nodes'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('shared'),
  );
  for (const file of operations) {
    const text = readFileSync(path.join(ROOT, 'nodes', file), 'utf8');
    expect({ file, pairs: /pairedItem/.test(text) }).toEqual({ file, pairs: false });
  }
});

/** @throws for what is no schema */
const SCHEMAS = new Ajv({ allowUnionTypes: true });

/** Whether n8n finds a schema, in the part of JSON Schema that its editor shows: kinds, without references and alternatives. */
function isTold(nodeDir: string, version: number, each: string): boolean {
  const [resource = '', operation = ''] = each.split('.');
  const schema = loadOutputSchema({ nodeDir, version, resource, operation });
  if (schema === undefined) return false;
  SCHEMAS.compile(schema);
  return schema['type'] === 'object' && !/"(\$ref|anyOf|oneOf|allOf)"/.test(JSON.stringify(schema));
}

const SMALL_WORDS = 'a|an|and|as|at|by|for|from|if|in|mm|of|on|or|per|the|to|with|x|×';
const TITLE = new RegExp(`^(eTower|[A-Z0-9(][^ ]*)( ((${SMALL_WORDS})|[A-Z0-9(&+/%-][^ ]*))*$`);
/** Proper names and abbreviations keep their capitals. No articles, as n8n's guidelines want it: "Create order". */
const SENTENCE_CASE = /^[A-Z][a-z]*( (?!(?:an?|the) )([a-z][a-z'-]*|[A-Z]{2,}s?|Japan))*$/;
const UNDESCRIBED = ['resource', 'operation'];

/**
 * n8n's guidelines for messages. With a capital they are the carriers' own: a status of Eccang and eTower. In quotation
 * marks they are names of fields.
 */
const FRIGHTENING = /(?<!")\b(errors?|problems?|failures?|failed|mistakes?)\b(?!")/;
/** Fields of all nodes and credentials, at any depth. */
function everyFormProperty(): Placed[] {
  const credentials = Object.values(loader.credentialTypes).map(({ type }) => type);
  return [...descriptions(), ...credentials].flatMap(({ displayName, properties }) =>
    everyProperty(properties, displayName),
  );
}

function sorted(names: readonly string[]): string[] {
  return [...names].sort((left, right) => left.localeCompare(right, 'en'));
}

it('leaves no field out of the editor, which takes one whose every value shows a credential for the choice of authentication', () => {
  for (const { displayName, credentials, properties } of descriptions()) {
    for (const { name, options } of properties) {
      const showing = (credentials ?? []).flatMap(({ displayOptions }) => displayOptions?.show?.[name] ?? []);
      const values = (options ?? []).flatMap((option) => ('value' in option ? [option.value] : []));
      const hidden = showing.length > 0 && values.every((value) => showing.includes(value));
      expect({ displayName, name, hidden }).toEqual({ displayName, name, hidden: false });
    }
  }
});

/** As the editor of n8n 2.x judges the hints of a node before it runs (`getNodeHints`). */
function hintsBefore(description: INodeTypeDescription, parameters: INode['parameters']): NodeHint[] {
  const { name: type, hints = [] } = description;
  const node = { id: '1', name: 'Node', type, typeVersion: 1, position: [0, 0], parameters } satisfies INode;
  const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes: TYPES });
  return hints.filter(({ displayCondition = '', whenToDisplay }) => {
    const shown = workflow.expression.getSimpleParameterValue(node, displayCondition, 'internal', {}) || false;
    expect(typeof shown).toBe('boolean');
    return whenToDisplay === 'beforeExecution' && shown === true;
  });
}

/** Knows the nodes by their names in this package. */
const TYPES: INodeTypes = {
  getByName: (name) => TYPES.getByNameAndVersion(name),
  getByNameAndVersion: (name) => {
    const type = loader.nodeTypes[name]?.type;
    if (!type || !('execute' in type)) throw new Error(`There is no node ${name}`);
    return type;
  },
  getKnownTypes: () => ({}),
};

/** What the forms warn of before they run. Those that write and are not here cost nothing, or can be done again the other way. */
const WARNED: Readonly<Record<string, readonly string[]>> = {
  eccangTms: ['order.cancel', 'order.create', 'order.intercept', 'service.call'],
  huahan: ['order.cancel', 'order.create', 'order.intercept', 'service.call'],
  etower: [
    ...[
      'bag.handOver',
      'endpoint.call',
      'manifest.close',
      'manifest.send',
      'order.create',
      'order.createWithLabel',
      'order.delete',
    ],
    ...['pickup.request', 'portalOrder.upload'],
  ],
  hge: ['endpoint.call', 'manifest.create', 'order.create', 'scanForm.create'],
  mgoship: ['endpoint.call', 'inboundOrder.delete', 'outboundOrder.create', 'parcelOrder.create', 'parcelOrder.delete'],
  parcel: ['order.cancel', 'order.create'],
};

/** Operations that make something at the carrier, or after which there is no way back. */
const FOR_GOOD = /\.(create|delete|cancel|intercept|close|send|handOver|request|upload|call|void|purchase|confirm)/;

it('warns of all that makes, ends or deletes, in every node', () => {
  const silent = descriptions().flatMap((description) =>
    operationsWith(description, 'dryRun')
      .filter((each) => FOR_GOOD.test(each) && !isWarnedOf(description, each))
      .map((each) => `${description.displayName}: ${each}`),
  );
  expect(silent).toEqual([]);
});

/** Whether there is a warning for the operation: when it shows is asked for below. */
function isWarnedOf({ hints = [] }: INodeTypeDescription, operation: string): boolean {
  const named = operation.split('.').map((name) => `=== "${name}"`);
  return hints.some(({ displayCondition = '' }) => named.every((condition) => displayCondition.includes(condition)));
}

it.each(Object.entries(WARNED))('%s warns before what costs money or cannot be undone runs', (name, warned) => {
  const description = descriptions().find((each) => each.name === name);
  if (!description) throw new Error(`There is no node ${name}`);
  const warnings = operationsOf(description).flatMap((each) => {
    const [resource = '', operation = ''] = each.split('.');
    const before = (options: INode['parameters']): NodeHint[] =>
      hintsBefore(description, { resource, operation, ...options });
    const shown = before({ options: {} });
    expect(before({})).toEqual(shown);
    expect(before({ options: { dryRun: false } })).toEqual(shown);
    expect(before({ options: { dryRun: '={{ $json.dry }}' } })).toEqual(shown);
    expect(before({ options: { dryRun: true } })).toEqual([]);
    expect(shown.length).toBeLessThan(2);
    return shown.map(({ message, type, location }) => ({ each, message, type, location }));
  });
  expect(warnings.map(({ each }) => each).sort()).toEqual(warned);
  for (const { message, type, location } of warnings) {
    expect({ type, location }).toEqual({ type: 'warning', location: 'ndv' });
    expect(message).toMatch(
      /^(As (Eccang TMS|Huahan Logistics) has no test system|With a credential of the production environment(, and at a carrier that has no test system)?), [^.]+\. Dry Run, /,
    );
  }
});

it.each([
  ['eccangTms', 'service', { service: 'getOrder' }, { service: 'cancelOrder' }],
  ['huahan', 'service', { service: 'batchGetFbaLabel' }, { service: 'interceptOrder' }],
  ['etower', 'endpoint', { method: 'GET' }, { method: 'DELETE' }],
  ['hge', 'endpoint', { method: 'GET' }, { method: 'POST', path: 'order_create/' }],
  ['hge', 'endpoint', { method: 'POST', path: 'query_order/' }, { method: 'POST', path: 'manifest/' }],
  [
    'hge',
    'endpoint',
    { method: 'POST', options: { onlyReads: true } },
    { method: 'POST', options: { onlyReads: false } },
  ],
  ['mgoship', 'endpoint', { action: 'get_order_list' }, { action: 'delete_tms_order' }],
])('%s warns of a call that may change something, and of no other', (name, resource, reading, writing) => {
  const description = descriptions().find((each) => each.name === name);
  if (!description) throw new Error(`There is no node ${name}`);
  const before = (given: INode['parameters']): number =>
    hintsBefore(description, { resource, operation: 'call', ...given }).length;
  expect([before(reading), before(writing)]).toEqual([0, 1]);
});
