/**
 * With Simplify on nothing is lost that a carrier documents, and all of it is as the schema of the output says, also where
 * a leaf is empty. Every leaf of every documented reply (`test/payloads/<carrier>`) goes through its operation with
 * another value; the output must tell it, or the leaf stands in `test/contract/<carrier>/left-out.md` with the reason. A
 * carrier joins with a `leaves.ts` and a `left-out.md` beside its contract tests.
 */
import { documentedJson } from '../documented';
import { demandAsTold } from '../output-schemas';
import { carrierThat } from './carrier';
import { carriers } from './leaves/carriers';
import { lostLeaves, withoutLeaves } from './leaves/lost';
import { outputsIn, recorded, seenOf } from './leaves/run';
import {
  carriersWithSamples,
  isSampleOf,
  leftOutOf,
  samplesOf,
  type CarrierReplies,
  type LeftOut,
  type Reply,
} from './leaves/table';

/** The leaves of a reply that are lost on their way to the user, as `reply leaf`. */
async function lostOf({ carrier, at, body = JSON.stringify, values }: CarrierReplies, name: string, reply: Reply) {
  const { operation, numbers, parameters } = reply;
  const samples = samplesOf(carrier)
    .filter((file) => isSampleOf(reply.sample ?? name, file))
    .map((file) => documentedJson(carrier, file));
  const given = { ...recorded(carrier, operation), ...parameters };
  let answer = '';
  const node = at((await carrierThat(() => ({ body: answer }))).url);
  const see = async (sample: unknown) => {
    answer = body(sample);
    const seen = await seenOf(node, operation, given, numbers);
    for (const json of outputsIn(seen)) demandAsTold(node.node.description.name, operation, json);
    return seen;
  };
  expect(samples).not.toEqual([]);
  for (const lacking of samples.flatMap(withoutLeaves)) await see(lacking);
  return (await lostLeaves(samples, { ...values, ...reply.values }, see)).map((leaf) => `${name} ${leaf}`);
}

it('every carrier with samples is among them', () => {
  expect(carriers.map(({ carrier }) => carrier)).toEqual(carriersWithSamples());
});

describe.each(carriers)('$carrier', (table) => {
  const { carrier, replies, besides } = table;

  it('every sample answer is given to an operation', () => {
    const isKnown = (file: string) =>
      file in besides || Object.entries(replies).some(([name, { sample = name }]) => isSampleOf(sample, file));
    expect(samplesOf(carrier).filter((file) => !isKnown(file))).toEqual([]);
  });

  it('every leaf is told, or in the list of what is left out', async () => {
    const rows = leftOutOf(carrier);
    const lost: string[] = [];
    for (const [name, reply] of Object.entries(replies)) lost.push(...(await lostOf(table, name, reply)));
    const coveredBy = ({ reply, leaf }: LeftOut) =>
      lost.filter((each) => (reply === '*' ? each.endsWith(` ${leaf}`) : each === `${reply} ${leaf}`));
    const covered = new Set(rows.flatMap(coveredBy));
    expect({
      lost: lost.filter((each) => !covered.has(each)),
      unneeded: rows.filter((row) => coveredBy(row).length === 0),
    }).toEqual({ lost: [], unneeded: [] });
    expect(rows.filter(({ why }) => why === '')).toEqual([]);
  });
});
