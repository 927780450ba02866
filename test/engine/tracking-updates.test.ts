/** Tracking: Get Updates in the real engine, against the sandbox: four nodes, keys, calls and errors. */
import { objectOf, textOf } from '#carriers/shared/json-value';
import { step, type Step, type WorkflowRun } from '../../engine';
import { control, servicesOf } from '../../sandbox/control-client';
import { subjects, type Subject } from './disturbed';
import { jsonOf, onRegularOutput, outputsOf, pairs, toErrorOutput } from './outputs';
import { useSandbox } from './sandbox';

const { sandbox, run } = useSandbox();

const NEVER = { stuckAfterDays: 0, retireAfterDays: 0 };
const NODES: Record<string, string> = { eccang: 'eccangTms' };

const tracked = subjects.filter(({ last }) => last !== undefined);

function updates(carrier: string, parameters: object = {}, settings: object = {}): Step {
  const given = { number: '={{ $json.number }}', knownKey: '={{ $json.key }}', options: NEVER, ...parameters };
  return step(NODES[carrier] ?? carrier, 'Updates', 'tracking', 'getUpdates', { ...given }, { ...settings });
}

/** Makes an order that is at some status; gives the item by which it is tracked. */
async function made({ carrier, create, order, number, last }: Subject, reference: string, status = last) {
  const [created] = jsonOf(await run([order(reference)], create), 'Create');
  await control(sandbox, 'advance', { carrier, number: reference, status });
  return { number: number === 'reference' ? reference : textOf(created?.[number]) };
}

const newsOf = (ran: WorkflowRun): Record<string, unknown>[] => jsonOf(ran, 'Updates');

describe.each(tracked)('$carrier', (subject) => {
  const { carrier } = subject;

  test('gives all of a new parcel, and then nothing until something happens', async () => {
    const item = await made(subject, 'REF-1');
    const [first] = newsOf(await run([item], updates(carrier)));
    expect(first).toMatchObject({
      ...{ carrier, number: item.number, key: expect.stringMatching(/^v1:[\w-]{76}$/), changed: true },
      changes: expect.arrayContaining(['new', 'events', 'status']),
      ...{ daysInTransit: expect.any(Number), daysSinceLastEvent: expect.any(Number), stuck: false, retired: false },
    });
    expect(first?.['newEvents']).toEqual(first?.['events']);
    const known = { ...item, key: ` ${textOf(first?.['key'])}\n` };
    const quiet = await run([known], updates(carrier));
    expect({ status: quiet.result.status, given: newsOf(quiet) }).toEqual({ status: 'success', given: [] });
    const [all] = newsOf(await run([known], updates(carrier, { output: 'all' })));
    expect(all).toMatchObject({ key: first?.['key'], changed: false, changes: [], newEvents: [] });
  });
});
