import type { INodeProperties, INodeType } from 'n8n-workflow';
import { lostAndAdded, savedNames } from '../../scripts/saved-names';

function text(name: string, more: Partial<INodeProperties> = {}): INodeProperties {
  return { displayName: name, name, type: 'string', default: '', ...more };
}

function node(properties: INodeProperties[], version: number | number[] = 1): INodeType {
  return {
    description: {
      displayName: 'Acme',
      name: 'acme',
      group: [],
      version,
      description: '',
      defaults: {},
      inputs: [],
      outputs: [],
      credentials: [{ name: 'acmeApi' }],
      properties,
    },
  };
}

function namesOf(type: INodeType): string[] {
  return savedNames({ packageName: 'pack', nodeTypes: { acme: { type } }, credentialTypes: {} });
}

const FRAME = ['acme@1.credentials = acmeApi', 'pack.acme@1: node'];

it('names a parameter by resource and operation, once for each that shows it', () => {
  const shown = text('city', { displayOptions: { show: { resource: ['order'], operation: ['create', 'update'] } } });
  expect(namesOf(node([text('place'), shown]))).toEqual([
    'acme@1.credentials = acmeApi',
    'acme@1.order.create.city: string',
    'acme@1.order.update.city: string',
    'acme@1.place: string',
    'pack.acme@1: node',
  ]);
});

it('names the values of dropdowns, the modes of locators and the default, which n8n does not save', () => {
  const properties = [
    text('kind', {
      type: 'options',
      default: 'a',
      options: [
        { name: 'First', value: 'a' },
        { name: 'Second', value: 2 },
      ],
    }),
    text('flag', { type: 'boolean', default: false }),
    text('order', { type: 'resourceLocator', modes: [{ displayName: 'By ID', name: 'id', type: 'string' }] }),
    text('hint', { type: 'notice' }),
  ];
  expect(namesOf(node(properties)).filter((name) => !FRAME.includes(name))).toEqual([
    'acme@1.flag: boolean, default false',
    'acme@1.kind = 2',
    'acme@1.kind = a',
    'acme@1.kind: options, default "a"',
    'acme@1.order = id',
    'acme@1.order: resourceLocator',
  ]);
});

it('names fields at any depth, and says where several are kept', () => {
  const inner = text('pieces', {
    type: 'fixedCollection',
    typeOptions: { multipleValues: true },
    default: {},
    options: [{ displayName: 'Piece', name: 'piece', values: [text('weight', { type: 'number', default: 0 })] }],
  });
  const outer = text('more', { type: 'collection', default: {}, options: [inner] });
  expect(namesOf(node([outer])).filter((name) => !FRAME.includes(name))).toEqual([
    'acme@1.more.pieces.piece.weight: number, default 0',
    'acme@1.more.pieces.piece: group',
    'acme@1.more.pieces: fixedCollection, several',
    'acme@1.more: collection',
  ]);
});

it('names every version of a node', () => {
  expect(namesOf(node([text('city')], [1, 2])).filter((name) => name.includes('city'))).toEqual([
    'acme@1.city: string',
    'acme@2.city: string',
  ]);
});

it('names credentials and their fields', () => {
  const type = { name: 'acmeApi', displayName: 'Acme', properties: [text('apiKey')] };
  expect(savedNames({ packageName: 'pack', nodeTypes: {}, credentialTypes: { acmeApi: { type } } })).toEqual([
    'acmeApi.apiKey: string',
    'acmeApi: credential',
  ]);
});

it('takes a changed type for a name lost and a name added', () => {
  expect(lostAndAdded(['a: string', 'b: string'], ['a: number', 'b: string'])).toEqual({
    lost: ['a: string'],
    added: ['a: number'],
  });
});
