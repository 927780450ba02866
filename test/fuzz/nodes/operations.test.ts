import fc from 'fast-check';
import { NodeApiError, NodeOperationError, type INodeProperties } from 'n8n-workflow';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { always } from '../property';
import { ECCANG, EccangClient } from '../../../carriers/eccang';
import { EtowerClient, PortalClient } from '../../../carriers/etower';
import { HgeClient } from '../../../carriers/hge';
import { CarrierError, Transport } from '../../../carriers/http';
import { HUAHAN } from '../../../carriers/huahan';
import { MgoshipClient } from '../../../carriers/mgoship';
import { isObject, type JsonObject } from '#carriers/shared/json-value';
import { resources as eccang } from '../../../nodes/EccangTms/resources';
import { integrationResources, portalResources } from '../../../nodes/Etower/resources';
import { resources as hge } from '../../../nodes/Hge/resources';
import { resources as huahan } from '../../../nodes/Huahan/resources';
import { resources as mgoship } from '../../../nodes/Mgoship/resources';
import { CARRIERS } from '../../../nodes/Parcel/carriers';
import { resources as parcel } from '../../../nodes/Parcel/resources';
import { Accounts } from '../../../nodes/Parcel/session';
import { fieldsOf, type Resource } from '../../../nodes/shared/operation';
import { credentials as mgoshipAccount } from '../../contract/mgoship/wire';
import { documentedJson } from '../../documented';
import { choosing, type Choose } from '../disturbances';
import { deepJson, hostileJson, MISTAKE, planted } from '../hostile';
import { fakeNode } from '../../unit/nodes/shared/fake-node';

/** An operation of a carrier with its account. */
interface Tried {
  name: string;
  fields: INodeProperties[];
  /** Documented requests of the carrier, of any of its operations. */
  samples: unknown[];
  run: (parameters: JsonObject) => Promise<unknown[]>;
}

function samplesOf(carrier: string): unknown[] {
  const files = readdirSync(path.join(__dirname, '../../payloads', carrier));
  return files.filter((file) => /request.*\.json$/.test(file)).map((file) => documentedJson(carrier, file));
}

function operationsOf<Session>(
  carrier: string,
  resources: readonly Resource<Session>[],
  session: Session,
  samples = samplesOf(carrier),
): Tried[] {
  return resources.flatMap(({ value, operations }) =>
    operations.map((operation) => ({
      name: `${carrier} ${value} ${operation.description.value}`,
      fields: fieldsOf(operation.description),
      samples,
      run: async (parameters) => {
        const { context } = fakeNode([{ json: {} }], { continueOnFail: true });
        Object.assign(context.functions, functionsWith(parameters));
        return operation.run({ ...context, session });
      },
    })),
  );
}

/** What n8n gives of the parameters of an item, which has no file. */
function functionsWith(parameters: JsonObject): object {
  const within = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).find(([each]) => each === name)?.[1]
      : undefined;
  return {
    getNodeParameter: (name: string, _: number, otherwise: unknown) =>
      name.split(/[.[\]]+/).reduce<unknown>(within, parameters) ?? otherwise,
    helpers: {
      assertBinaryData: () => {
        throw new NodeOperationError(fakeNode([]).context.functions.getNode(), 'This item has no file');
      },
    },
  };
}

const at = { baseUrl: 'http://127.0.0.1:1', region: 'custom', environment: 'custom', language: 'en' };
const pair = { ...at, appToken: 'TOKEN000', appKey: 'KEY00000', token: 'TOKEN000', key: 'KEY00000' };
const OPERATIONS: Tried[] = [
  ...operationsOf('eccang', eccang, new EccangClient(ECCANG, pair)),
  ...operationsOf('huahan', huahan, new EccangClient(HUAHAN, pair)),
  ...operationsOf('etower', integrationResources, new EtowerClient(pair)),
  ...operationsOf('etower', portalResources, new PortalClient({ ...at, sessionId: 'session0000' })),
  ...operationsOf('hge', hge, new HgeClient({ ...at, apiKey: 'KEY00000', apiSecret: 's', apiToken: 't' })),
  ...operationsOf('mgoship', mgoship, new MgoshipClient({ ...mgoshipAccount, baseUrl: at.baseUrl })),
];

/** Those for all carriers, each with what all of them document. */
function parcelOperations(): Tried[] {
  const { functions } = fakeNode([], { continueOnFail: true }).context;
  const fields = { ...pair, ...mgoshipAccount, ...at, apiKey: 'KEY00000', apiSecret: 's', apiToken: 't' };
  const credentials = Object.fromEntries(CARRIERS.map(({ credential }) => [credential, { id: '1', name: credential }]));
  const node = { ...functions.getNode(), credentials };
  Object.assign(functions, { getNode: () => node, getCredentials: async () => fields });
  const samples = CARRIERS.flatMap(({ carrier }) => samplesOf(carrier));
  return operationsOf('parcel', parcel, new Accounts(functions, {}), samples).filter(
    ({ name }) => !/merge$/.test(name),
  );
}
OPERATIONS.push(...parcelOperations());

const operation = fc.constantFrom(...OPERATIONS.map(({ name }) => name));
const values = fc.array(fc.oneof({ weight: 20, arbitrary: hostileJson }, { weight: 1, arbitrary: deepJson }), {
  minLength: 1,
  maxLength: 4,
});
const numbers = fc.array(fc.nat(9999), { minLength: 10, maxLength: 40 });

/** What the form may hold: mostly what it begins with or what could be meant, and here and there anything. */
function entered(
  { name, type, default: initial, options = [] }: INodeProperties,
  tried: Tried,
  json: string,
  choose: Choose,
): unknown {
  if (name === 'inputMode') return choose(2) === 0 ? 'json' : 'form';
  if (name === 'body') return entry(planted(tried.samples[choose(tried.samples.length)], json, choose), choose);
  if (name === 'options') return {};
  const way = choose(4);
  if (way === 0) return entry(planted(null, json, choose), choose);
  if (type === 'fixedCollection' || type === 'collection') return grouped(options, tried, json, choose);
  if (way === 1) return initial;
  const [option] = options.length > 0 ? [options[choose(options.length)]] : [];
  return isObject(option) && 'value' in option ? option['value'] : type === 'number' ? 1.5 : 'A1';
}

/** The entries of a list, or the fields of a collection. */
function grouped(options: NonNullable<INodeProperties['options']>, tried: Tried, json: string, choose: Choose): object {
  return Object.fromEntries(
    options.flatMap((option): [string, unknown][] => {
      if ('values' in option) {
        const fields = option.values.map((field): [string, unknown] => [
          field.name,
          entered(field, tried, json, choose),
        ]);
        return [[option.name, [Object.fromEntries(fields)]]];
      }
      return 'type' in option && choose(2) === 0 ? [[option.name, entered(option, tried, json, choose)]] : [];
    }),
  );
}

/** JSON as an expression gives it, or as text. */
function entry(json: string, choose: Choose): unknown {
  return choose(2) === 0 ? json : JSON.parse(json);
}

let sent: { body?: string | Buffer }[] = [];

beforeAll(() => {
  jest.spyOn(Transport.prototype, 'send').mockImplementation(async (request) => {
    sent.push(typeof request === 'function' ? request() : request);
    throw new CarrierError({ kind: 'rejected', message: 'Refused' });
  });
});
afterAll(() => jest.restoreAllMocks());

it('whatever the form holds, an operation sends it, or refuses it in words', async () => {
  await always(
    fc.asyncProperty(operation, values, numbers, async (name, jsons, chosen) => {
      const tried = OPERATIONS.find((each) => each.name === name);
      if (!tried) throw new Error('There is no such operation');
      const choose = choosing(chosen);
      sent = [];
      const parameters = Object.fromEntries(
        tried.fields.map((field) => [field.name, entered(field, tried, jsons[choose(jsons.length)] ?? '', choose)]),
      );
      const results = await tried.run(parameters);
      expect(results).toHaveLength(1);
      const error = isObject(results[0]) ? results[0]['error'] : undefined;
      expect(error instanceof NodeApiError || error instanceof NodeOperationError).toBe(true);
      const message = error instanceof Error ? error.message : '';
      expect(message).not.toMatch(MISTAKE);
      expect(sent.length > 0).toBe(message === 'Refused');
    }),
  );
});
