/**
 * `npm run bench`: what the design's choices are worth, as ratios measured in one run on this machine. Absolute times say
 * more about the machine than about the package.
 */
import { Agent, request } from 'node:http';
import Table from 'cli-table3';
import { ECCANG, EccangClient, getOrder } from '../carriers/eccang';
import { writeEnvelope } from '../carriers/eccang/envelope';
import { parseJson } from '../carriers/http';
import { objectOf, textOf } from '#carriers/shared/json-value';
import { chain, endProcess, ensureBuilt, runWorkflow, step } from '../engine';
import { control, credentialsFor, ordersAt, statsOf } from '../sandbox/control-client';
import { eccangOrder } from '../sandbox/sample-orders';
import { startSandbox, type Sandbox } from '../sandbox/server';

const CALLS = 1000;
const table = new Table({ head: ['What', 'Ours', 'Compared with', 'Ratio'], style: { head: ['cyan'] } });

main().then(endProcess, (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The benchmark failed'}\n`);
  return endProcess(1);
});

async function main(): Promise<number> {
  await ensureBuilt();
  const sandbox = await startSandbox();
  const client = new EccangClient(ECCANG, credentialOf(sandbox));
  await runWorkflow({
    workflow: chain(step('eccangTms', 'Create', 'order', 'create', { inputMode: 'json', body: '={{ $json }}' })),
    credentials: credentialsFor(sandbox),
    items: Array.from({ length: 10 }, (_, index) => eccangOrder(`BENCH-${index}`)),
  });
  const numbers = (await ordersAt(sandbox, 'eccang')).map(({ orderNumber }) => textOf(orderNumber) ?? '');
  const numberAt = (index: number): string => numbers[index % numbers.length] ?? '';

  const connections = async (work: () => Promise<unknown>): Promise<number> => {
    const before = Number((await statsOf(sandbox, 'eccang'))['connections']);
    await work();
    return Number((await statsOf(sandbox, 'eccang'))['connections']) - before;
  };
  const pooled = await connections(() => lanes(5, (index) => getOrder(client, numberAt(index))));
  const fresh = await connections(() => lanes(5, (index) => unpooled(sandbox, numberAt(index))));
  row('Connections of 1,000 reads', pooled, `${fresh} (one agent per request)`, pooled / fresh);

  await control(sandbox, 'faults', { carrier: 'eccang', service: 'getOrder', kind: 'slow', delayMs: 20, times: CALLS });
  const get = (name: string, parameters: object) =>
    runWorkflow({
      workflow: chain(step('eccangTms', name, 'order', 'get', { number: '={{ $json.number }}', ...parameters })),
      credentials: credentialsFor(sandbox),
      items: Array.from({ length: CALLS / 5 }, (_, index) => ({ number: numberAt(index) })),
    });
  const five = await timed(() => get('Five', {}));
  const one = await timed(() => get('One', { options: { concurrency: 1 } }));
  row('200 items at 20 ms a call, concurrency 5 (ms)', five, `${one} (concurrency 1)`, five / one);

  const reply = JSON.stringify(
    Array.from({ length: 5000 }, (_, index) => ({ ...eccangOrder(`R-${index}`), order_weight: 0.175 })),
  );
  const lossless = await timed(async () => parseJson(reply));
  const native = await timed(async () => objectOf(JSON.parse(reply)));
  row(
    `Reading ${Math.round(reply.length / 1e6)} MB of JSON without losing digits (ms)`,
    lossless,
    `${native} (JSON.parse)`,
    lossless / native,
  );

  process.stdout.write(`${table.toString()}\n`);
  await sandbox.close();
  return 0;
}

function row(what: string, ours: number, other: string, ratio: number): void {
  table.push([what, Math.round(ours), other, ratio.toFixed(2)]);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
}

async function lanes(count: number, call: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < CALLS) await call(next++);
  };
  await Promise.all(Array.from({ length: count }, lane));
}

/** A call as n8n's HTTP Request node makes it: with an agent of its own. */
function unpooled(sandbox: Sandbox, number: string): Promise<void> {
  const { appToken, appKey } = credentialOf(sandbox);
  const body = writeEnvelope({ params: { reference_no: number }, appToken, appKey, service: 'getOrder' });
  return new Promise((resolve, reject) => {
    const agent = new Agent();
    const call = request(`${sandbox.url}/eccang/default/svc/web-service`, { method: 'POST', agent }, (reply) => {
      reply.resume().on('end', resolve);
    });
    call.on('error', reject).end(body);
  });
}

function credentialOf(sandbox: Sandbox): { baseUrl: string; appToken: string; appKey: string } {
  const fields = credentialsFor(sandbox)['eccangTmsApi'] ?? {};
  const field = (name: string): string => textOf(fields[name]) ?? '';
  return { baseUrl: field('baseUrl'), appToken: field('appToken'), appKey: field('appKey') };
}
