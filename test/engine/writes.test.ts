import type { ServerResponse } from 'node:http';
import { chain, runWorkflow, stopEngine, type Step, type WorkflowRun } from '../../engine';
import { credentialsFor } from '../../sandbox/control-client';
import { loopback, type Loopback } from '../loopback';
import { mgoship } from './mgoship/orders';
import { outputsOf, pairs, toErrorOutput } from './outputs';
import { until } from './sandbox';

/** That many are answered at once; with the next ones every connection is at work when the run ends. */
const QUICK = 200;
const CONNECTIONS = 50;
const SENT = QUICK + CONNECTIONS;
const items = Array.from({ length: 1000 }, (_, n) => ({ number: String(n) }));

const DONE = JSON.stringify({ status: { code: 'OK', msg: '' } });
const REFUSED = JSON.stringify({ status: { code: 'ERROR', msg: '订单不存在' } });

const rejections: unknown[] = [];
const onRejection = (reason: unknown): unknown => rejections.push(reason);
beforeAll(async () => {
  process.on('unhandledRejection', onRejection);
  // What the engine starts once, with the first run of a node, is not left over by a run.
  const place = await loopback((response) => response.end(DONE));
  const credentials = credentialsFor(place, { baseUrl: `${place.url}/api.php` });
  await runWorkflow({ workflow: chain(remove({})), credentials, items: items.slice(0, 1) });
  await new Promise((closed) => place.server.close(closed));
});
afterAll(async () => {
  process.off('unhandledRejection', onRejection);
  await stopEngine();
});

/** More at a time than there are connections. */
const remove = (settings: object): Step =>
  mgoship(
    'Delete',
    'inboundOrder',
    'delete',
    { number: '={{ $json.number }}', options: { concurrency: 100 } },
    { ...settings },
  );

/**
 * 1,000 writes. Once every connection is at work, `end` is called; then the carrier answers, the first one as given.
 */
async function endedInTheMiddle(
  settings: object,
  end: () => void,
  firstAnswer: string,
  signal?: AbortSignal,
): Promise<{ ran: WorkflowRun; place: Loopback }> {
  const waiting: ServerResponse[] = [];
  const place = await loopback((response, _received, n) => {
    if (n <= QUICK) response.end(DONE);
    else waiting.push(response);
    if (waiting.length < CONNECTIONS) return;
    end();
    const [first, ...others] = waiting.splice(0);
    first?.end(firstAnswer);
    for (const other of others) other.end(DONE);
  });
  const before = atWork();
  const ran = await runWorkflow({
    workflow: chain(remove(settings)),
    credentials: credentialsFor(place, { baseUrl: `${place.url}/api.php` }),
    items,
    ...(signal ? { signal } : {}),
  });
  // Ends once no connection is at work.
  await new Promise((closed) => place.server.close(closed));
  await until(async () => atWork() <= before);
  expect(rejections).toEqual([]);
  return { ran, place };
}

/** Sockets and timers that keep the process at work. */
function atWork(): number {
  return process.getActiveResourcesInfo().filter((resource) => /Timeout|Socket|TLS/.test(resource)).length;
}

test('1,000 writes that are cancelled in the middle: no more is sent, what was done is told, nothing is left over', async () => {
  const cancel = new AbortController();
  const { ran, place } = await endedInTheMiddle(toErrorOutput, () => cancel.abort(), DONE, cancel.signal);
  expect(place.received.length).toBe(SENT);
  const [done, unsent] = [outputsOf(ran, 'Delete'), outputsOf(ran, 'Delete', 1)];
  expect(pairs([...done, ...unsent])).toEqual(items.map((_, item) => ({ item })));
  expect(done).toHaveLength(SENT);
  expect(new Set(unsent.map(({ error }) => error?.message))).toEqual(
    new Set(['The execution was cancelled before this item was sent']),
  );
});

test('after the first refusal none of 1,000 writes is sent any more, where the node stops', async () => {
  const { ran, place } = await endedInTheMiddle({}, () => undefined, REFUSED);
  expect(place.received.length).toBe(SENT);
  expect(ran.result.error).toMatchObject({
    message: '订单不存在',
    description: expect.stringContaining(`${SENT - 1} of 1000 items were carried out`),
  });
});

describe('a write after which something went wrong is sent once, with Retry On Fail too', () => {
  const nested = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;

  test.each<[string, number, string]>([
    ['a redirect', 302, ''],
    ['a web page', 200, '<html><body>Welcome</body></html>'],
    ['a success that is nested too deeply to be read', 200, `{"status":{"code":"OK","msg":""},"data":${nested}}`],
    ['a failure because of a timeout', 200, JSON.stringify({ status: { code: 'ERROR', msg: '请求超时' } })],
  ])('%s', async (_, status, body) => {
    const place = await loopback((response) => response.writeHead(status, { location: '/login' }).end(body));
    const ran = await runWorkflow({
      workflow: chain(remove({ retryOnFail: true, maxTries: 3, waitBetweenTries: 1 })),
      credentials: credentialsFor(place, { baseUrl: `${place.url}/api.php` }),
      items: items.slice(0, 3),
    });
    await place.close();
    expect(place.received).toHaveLength(3);
    expect(ran.result.error).toMatchObject({
      message: expect.stringMatching(/It may or may not have been carried out\.$/),
      description: expect.stringContaining('The outcome of items 1, 2 is unknown'),
    });
  });
});
