import { credentialsFor } from '../../../sandbox/control-client';
import { loopback, type Loopback } from '../../contract/loopback';
import { runWith, type SandboxOfTests, useSandbox } from '../sandbox';

export const SESSION = 'sandbox-etower-session';

export interface PortalOfTests extends SandboxOfTests {
  /** From now to the end of the test runs go to a server that gives this answer. */
  answer: (reply: unknown) => Promise<Loopback>;
}

export function usePortal(): PortalOfTests {
  const { sandbox } = useSandbox();
  let server: Loopback | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });
  return {
    sandbox,
    answer: async (reply) => (server = await loopback(() => ({ body: JSON.stringify(reply) }))),
    run: (items, ...steps) => runWith(credentialsFor(sandbox, server ? { baseUrl: server.url } : {}), items, ...steps),
  };
}
