import { textOf } from '#carriers/shared/json-value';
import { type Credentials, listSearch, step, type Step } from '../../../engine';
import { control, credentialsFor } from '../../../sandbox/control-client';
import { eccangOrder } from '../../../sandbox/sample-orders';
import { jsonOf, onRegularOutput } from '../outputs';
import { type SandboxOfTests, useSandbox } from '../sandbox';

/** The carrier of a node: what it is called at the sandbox and in outputs. */
export const carrierOf = (node: string): string => (node === 'huahan' ? 'huahan' : 'eccang');

export function orders(count: number, prefix = 'REF', changes = {}): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => eccangOrder(`${prefix}-${index}`, changes));
}

/** Order: Create in JSON mode. */
export const create = (node: string, parameters = {}, settings = {}): Step =>
  step(node, 'Create', 'order', 'create', { inputMode: 'json', body: '={{ $json }}', ...parameters }, settings);

/** Credentials of both nodes for a server of the test. */
export function accountsAt(baseUrl: string): Credentials {
  const account = { baseUrl, appToken: 'token-of-test', appKey: 'key-of-test' };
  return { eccangTmsApi: account, huahanApi: account };
}

export interface EccangOfTests extends SandboxOfTests {
  /** Creates orders; what the node gave out for each, as text. */
  place: (node: string, items: readonly object[], parameters?: object) => Promise<Record<string, string>[]>;
  /** The product of the stand-in that issues its tracking numbers later. */
  laterProduct: (node: string) => Promise<string>;
}

export function useEccang(): EccangOfTests {
  const { sandbox, run } = useSandbox();
  return {
    sandbox,
    run,
    place: async (node, items, parameters = {}) => {
      const ran = await run(items, create(node, parameters));
      expect(ran.result.status).toBe('success');
      return jsonOf(ran, 'Create').map((json) =>
        Object.fromEntries(Object.entries(json).map(([name, value]) => [name, textOf(value) ?? ''])),
      );
    },
    laterProduct: async (node) => {
      const { results } = await listSearch({ node, method: 'searchProducts', credentials: credentialsFor(sandbox) });
      for (const { value } of results) {
        const code = textOf(value) ?? '';
        const probe = eccangOrder(`PROBE-${code}`, { shipping_method: code });
        const ran = await run([probe], create(node, {}, onRegularOutput));
        if (jsonOf(ran, 'Create')[0]?.['trackingNumberPending'] === true) {
          await control(sandbox, 'reset');
          return code;
        }
      }
      throw new Error('No product issues its tracking number later');
    },
  };
}
