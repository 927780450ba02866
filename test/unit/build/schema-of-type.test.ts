import { createCompilerHost, createProgram, createSourceFile, type CompilerOptions } from 'typescript';
import { schemaOf } from '../../../scripts/build/schema-of-type';

const TYPES = `
  interface Size { length?: number; width?: number }
  interface Itself { parts?: Itself[] }
  export interface Outputs {
    text: {
      /** Your own number (\`acme.md\` 3.1), as text. */
      name: string;
      note?: string;
      remark: string | undefined;
    };
    choices: { status?: 'new' | 'gone'; done: true; trackable: boolean };
    several: { amount: string | number; time: string | null; any: unknown; raw?: object | string };
    lists: { sizes: readonly Size[]; names?: string[] };
    open: { code: number; details?: Readonly<Record<string, unknown>>; [field: string]: unknown };
    joined: { height: number } & Pick<Size, 'length'>;
    either: { size: Size | { weight: number } };
    itself: Itself;
    foreign: { file: Buffer };
    picked: Pick<Size, 'length' | 'depth'>;
    action: { at: () => string };
    crossed: { names: string[] & ('a' | 'b')[] };
  }
`;

const FILE = 'outputs.ts';
const OPTIONS: CompilerOptions = { lib: ['lib.es5.d.ts'], types: [], strict: true, exactOptionalPropertyTypes: true };

const host = createCompilerHost(OPTIONS);
const program = createProgram([FILE], OPTIONS, {
  ...host,
  getSourceFile: (name, options, ...given) =>
    name === FILE ? createSourceFile(name, TYPES, options) : host.getSourceFile(name, options, ...given),
});

function schemaNamed(name: string): Record<string, unknown> {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(FILE);
  const module = file && checker.getSymbolAtLocation(file);
  const [outputs] = module ? checker.getExportsOfModule(module) : [];
  const property = outputs && checker.getDeclaredTypeOfSymbol(outputs).getProperty(name);
  if (!property) throw new Error(`There is no type ${name}`);
  return schemaOf(program, checker.getTypeOfSymbol(property), name);
}

const number = { type: 'number' };
const size = { type: 'object', properties: { length: number, width: number }, additionalProperties: false };

it.each([
  [
    'text',
    ['name'],
    {
      name: { type: 'string', description: 'Your own number, as text.' },
      note: { type: 'string' },
      remark: { type: 'string' },
    },
  ],
  [
    'choices',
    ['done', 'trackable'],
    {
      status: { type: 'string', enum: ['new', 'gone'] },
      done: { type: 'boolean', enum: [true] },
      trackable: { type: 'boolean' },
    },
  ],
  [
    'several',
    ['amount', 'time', 'any'],
    {
      amount: { type: ['string', 'number'] },
      time: { type: ['string', 'null'] },
      any: {},
      raw: { type: ['string', 'object', 'array'] },
    },
  ],
  ['lists', ['sizes'], { sizes: { type: 'array', items: size }, names: { type: 'array', items: { type: 'string' } } }],
  ['joined', ['height'], { length: number, height: number }],
])('%s is told in the part of JSON Schema that the editor shows', (name, required, properties) => {
  expect(schemaNamed(name)).toEqual({ type: 'object', properties, required, additionalProperties: false });
});

it('may hold more where the type says so', () => {
  const details = { type: 'object', additionalProperties: true };
  expect(schemaNamed('open')).toEqual({
    type: 'object',
    properties: { code: number, details },
    required: ['code'],
    additionalProperties: true,
  });
});

it.each([
  ['either', 'either.size is one of several objects or lists, of which the editor shows none'],
  ['itself', 'itself.parts[] holds itself'],
  ['action', 'action.at is () => string, which is no value of JSON that can be told'],
  ['crossed', 'which is no value of JSON that can be told'],
  ['picked', 'picked.depth is declared nowhere'],
  ['foreign', 'foreign.file is Buffer, which is no value of JSON that can be told'],
])('%s is refused', (name, message) => {
  expect(() => schemaNamed(name)).toThrow(message);
});

it('has the fields in the order in which they are declared, those of other types first', () => {
  expect(Object.keys(Object(schemaNamed('joined')['properties']))).toEqual(['length', 'height']);
});
