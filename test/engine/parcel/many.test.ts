/** Many orders of five carriers, shuffled, in one step; beside five single steps with the same ones. */
import { Expression } from 'n8n-workflow';
import { objectAsIs, type JsonObject } from '#carriers/shared/json-value';
import { chain, runWorkflow, step } from '../../../engine';
import { startEngine } from '../../../engine/engine';
import { control, credentialsFor, ordersAt } from '../../../sandbox/control-client';
import { doneIn, othersUnknown, saysUnknown } from '../matrix/claims';
import { toErrorOutput } from '../outputs';
import { useSandbox } from '../sandbox';
import { parcel } from './asked';
import {
  added,
  bothOutputs,
  callsAt,
  createStep,
  CREATIONS,
  errorOf,
  metAtOnce,
  mostAtOnce,
  ofCarrier,
  ONE_BY_ONE,
  shuffled,
  toldIn,
  toldOf,
  WORDS,
} from './many';
import { CARRIERS, ownStep } from './orders';

const { sandbox, run } = useSandbox();

beforeAll(async () => {
  await startEngine();
  // An expression gives the same with both of n8n's engines, and the other one makes a new isolate for every run.
  await Expression.disposeExpressionEngine();
  Expression.setExpressionEngine('legacy');
});

const CONCURRENCY = 4;
const options = { concurrency: CONCURRENCY };

test('1,000 orders are made and tracked: each at its place, in the calls of five single steps', async () => {
  const items = shuffled(1000, (n) => (n % 20 === 7 ? 'bad' : n % 20 === 13 ? 'refused' : 'made'));
  for (const carrier of CARRIERS) {
    const own = { ...ownStep(carrier, {}, options), settings: toErrorOutput };
    await run(ofCarrier(items, carrier.carrier), own);
  }
  const alone = await callsAt(sandbox);
  await control(sandbox, 'reset');

  const create = createStep(toErrorOutput, options);
  const created = bothOutputs(await metAtOnce(sandbox, CONCURRENCY, () => run(items, create)), create.name);
  expect(await callsAt(sandbox)).toEqual(alone);
  for (const { carrier, service, perCall } of CREATIONS) {
    expect(await mostAtOnce(sandbox, carrier)).toEqual({ [service]: perCall === undefined ? CONCURRENCY : 1 });
  }
  expect(toldIn(created.good)).toEqual(toldOf(items, ({ end }) => end === 'made'));
  expect(toldIn(created.bad)).toEqual(toldOf(items, ({ end }) => end !== 'made'));
  const words = items.flatMap(({ end }) => (end === 'made' ? [] : WORDS[end]));
  expect(created.bad.filter((each, at) => words[at]?.test(errorOf(each)) !== true)).toEqual([]);

  const asked = created.good.map(({ json: { carrier, trackingNumber, orderNumber = 'N-1' } }) => ({
    ...{ carrier, number: trackingNumber ?? orderNumber },
    type: trackingNumber === undefined ? 'orderNumber' : 'trackingNumber',
  }));
  const before = await callsAt(sandbox);
  const tracked = bothOutputs(await run(asked, parcel('tracking', 'get', { options }, toErrorOutput)), 'Parcel');
  const after = await callsAt(sandbox);
  for (const { carrier, node } of CARRIERS.filter((each) => each.carrier !== 'hge')) {
    const number = { number: '={{ $json.number }}', ...(carrier === 'mgoship' ? { numberType: 'orderNo' } : {}) };
    await run(ofCarrier(asked, carrier), step(node, 'Own', 'tracking', 'get', { ...number, options }));
  }
  expect(added(before, after)).toEqual(added(after, await callsAt(sandbox)));
  expect(tracked.good.map(({ json: { carrier, number }, pairedItem }) => ({ carrier, number, pairedItem }))).toEqual(
    asked.flatMap(({ carrier, number }, item) =>
      carrier === 'hge' ? [] : [{ carrier, number, pairedItem: { item } }],
    ),
  );
  expect(tracked.bad.map(({ json, pairedItem }) => [json['error'], pairedItem])).toEqual(
    asked.flatMap(({ carrier }, item) => (carrier === 'hge' ? [[UNDOCUMENTED, { item }]] : [])),
  );
});

const UNDOCUMENTED = 'Tracking: Get is not documented for HGE: use HGE: Endpoint: Call';

describe('of 100 orders', () => {
  const retried = { ...toErrorOutput, retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
  const items = shuffled(100, (n) => (n === 13 ? 'refused' : 'made'));
  const countRefused = items.filter(({ end }) => end === 'refused').length;

  // Answers that are lost are those of orders that are made. HGE alone has no look-up that finds them.
  const loseAnswers = (): Promise<void> =>
    control(
      sandbox,
      'faults',
      ONE_BY_ONE.map((each) => ({ ...each, kind: 'disconnect-after', after: 3, times: 2 })),
    );
  const made = async (): Promise<string[]> =>
    (await Promise.all(CREATIONS.map(({ carrier }) => ordersAt(sandbox, carrier)))).flat().map(referenceOf);

  test('none is made twice by a step with Retry On Fail, and each tells what became of it', async () => {
    await loseAnswers();
    const { good, bad } = bothOutputs(await run(items, createStep(retried, options)), 'Create');
    const references = await made();
    expect(new Set(references).size).toBe(references.length);
    expect(references).toHaveLength(items.length - countRefused);
    expect(good.length + bad.length).toBe(items.length);
    const unknown = bad.filter((each) => saysUnknown({ message: errorOf(each), description: null }));
    expect(unknown.map(({ json }) => json['carrier'])).toEqual(['hge', 'hge']);
    expect(bad).toHaveLength(countRefused + unknown.length);
  });

  test('none is made twice where the step stops, and it tells how many were made', async () => {
    await loseAnswers();
    const { error } = (await run(items, createStep({ ...retried, onError: 'stopWorkflow' }, options))).result;
    const references = await made();
    expect(new Set(references).size).toBe(references.length);
    if (!error) throw new Error('The step did not stop');
    expect(doneIn(error) + othersUnknown(error).length + Number(saysUnknown(error))).toBe(references.length);
  });

  test('those of a carrier that refuses the account are not sent any more, and all others are', async () => {
    await control(sandbox, 'faults', { carrier: 'huahan', kind: 'account-refusal', after: 5 });
    const { good, bad } = bothOutputs(await run(items, createStep(retried, { concurrency: 1 })), 'Create');
    const calls = await callsAt(sandbox);
    expect(calls).toMatchObject({ eccang: { createOrder: 20 }, etower: { orders: 1 }, huahan: { createOrder: 6 } });
    const refused = bad.filter(({ json }) => json['carrier'] === 'huahan');
    const unsent = refused.filter((each) => errorOf(each).startsWith('Not sent, because'));
    expect(unsent).toHaveLength(14);
    expect(toldIn(unsent)).toEqual(toldOf(items, ({ carrier }) => carrier === 'huahan').slice(-14));
    expect(good.length + bad.length).toBe(items.length);
    expect(bad.length - refused.length).toBe(countRefused - 1);
  });

  test('that are cancelled in the middle nothing more is sent, and each says what became of it', async () => {
    const cancel = new AbortController();
    const workflow = chain(createStep(retried, options));
    const { good, bad } = bothOutputs(
      await metAtOnce(
        sandbox,
        CONCURRENCY,
        () => runWorkflow({ workflow, credentials: credentialsFor(sandbox), items, signal: cancel.signal }),
        () => cancel.abort(),
      ),
      'Create',
    );
    const begun = ONE_BY_ONE.map(({ carrier, service }) => [carrier, { [service]: CONCURRENCY }]);
    expect(await callsAt(sandbox)).toEqual({ ...Object.fromEntries(begun), etower: { orders: 1 } });
    const places = [...good, ...bad].map(({ pairedItem }) => Number(objectAsIs(pairedItem)['item']));
    expect(places.sort((one, other) => one - other)).toEqual([...items.keys()]);
    const unsent = bad.filter((each) => errorOf(each) === UNSENT);
    expect(unsent).toHaveLength(ONE_BY_ONE.length * (20 - CONCURRENCY));
    expect(good).toHaveLength((await made()).length);
  });
});

const UNSENT = 'The execution was cancelled before this item was sent';

function referenceOf(order: JsonObject): string {
  return /[A-Z]+-\d+/.exec(JSON.stringify(order).toUpperCase())?.[0] ?? '';
}
