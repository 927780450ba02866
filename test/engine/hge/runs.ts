import { chain, type CredentialFields, type OutputItem, runWorkflow, step, type WorkflowResult } from '../../../engine';
import sandboxCredentials from '../../../examples/credentials.sandbox.json';
import type { SandboxAddress } from '../../../sandbox/control-client';
import { type Answer, loopback, type Loopback } from '../../contract/loopback';
import { useSandbox } from '../sandbox';

export interface HgeOfTests {
  sandbox: SandboxAddress;
  account: (changes?: Record<string, string | boolean>) => CredentialFields;
  /** Runs one HGE node of the built package. */
  hge: (resource: string, operation: string, parameters: object, run?: Run) => Promise<WorkflowResult>;
  /** What the node puts on the wire, body and all, seen by a server that says yes to everything. */
  onTheWire: (work: (hgeApi: CredentialFields) => Promise<unknown>) => Promise<Loopback['received']>;
  /** One node run against a server that gives this answer. */
  answeredWith: (answer: Answer, resource: string, operation: string, parameters: object) => Promise<WorkflowResult>;
}

export interface Run {
  items?: unknown;
  hgeApi?: CredentialFields;
  settings?: Record<string, unknown>;
}

export function useHge(): HgeOfTests {
  const { sandbox } = useSandbox();
  const account: HgeOfTests['account'] = (changes = {}) => ({
    ...sandboxCredentials.hgeApi,
    baseUrl: `${sandbox.url}/hge/openapi/customer/`,
    ...changes,
  });
  const hge: HgeOfTests['hge'] = async (resource, operation, parameters, run = {}) => {
    const { items, hgeApi = account(), settings = {} } = run;
    const workflow = chain(step('hge', 'HGE', resource, operation, { ...parameters }, settings));
    return (await runWorkflow({ workflow, credentials: { hgeApi }, ...(items === undefined ? {} : { items }) })).result;
  };
  const accountAt = ({ url }: Loopback): CredentialFields => account({ baseUrl: `${url}/openapi/customer/` });
  return {
    sandbox,
    account,
    hge,
    onTheWire: async (work) => {
      const server = await loopback(() => ({ body: '{"code":200,"success":true,"detail":"","data":{"a":1}}' }));
      await work(accountAt(server)).finally(() => server.close());
      return server.received;
    },
    answeredWith: async (answer, resource, operation, parameters) => {
      const server = await loopback(() => answer);
      return hge(resource, operation, parameters, { hgeApi: accountAt(server) }).finally(() => server.close());
    },
  };
}

export function outputOf(result: WorkflowResult, output = 0): OutputItem[] {
  return result.nodes['HGE']?.outputs[output] ?? [];
}

export const refused = (code: number | string, detail: unknown): Answer => ({
  body: JSON.stringify({ code, success: false, detail, data: null }),
});
