import fc from 'fast-check';
import { objectOf } from '#carriers/shared/json-value';
import { broken, choosing, encoded, JSON_TEXTS, oneOf, reshaped, respelled, TEXTS } from './disturbances';
import { answerCalls, outcome, REPLIES, type Documented } from './documented-replies';
import { always } from './property';

answerCalls();

const expected = new Map<Documented, unknown>();

beforeAll(async () => {
  for (const reply of REPLIES) {
    const json = JSON.stringify(reply.value);
    expected.set(reply, await outcome(reply, { headers: {}, body: Buffer.from(reply.framed(json, () => 0)) }));
  }
});

it.each(REPLIES)('$file has an answer', (reply) => {
  expect(expected.get(reply)).toBeTruthy();
});

it('a disturbed reply gives what the documented one gives, and never less', async () => {
  await always(
    fc.asyncProperty(
      fc.constantFrom(...REPLIES),
      fc.array(fc.nat(9999), { minLength: 6, maxLength: 40 }),
      async (reply, numbers) => {
        const choose = choosing(numbers);
        const json = JSON.stringify(reshaped(respelled(reply.value, choose), choose));
        const inside = choose(3) === 0 ? oneOf(JSON_TEXTS, choose)(json, choose) : json;
        const framed = reply.framed(String(inside), choose);
        const around = choose(3) === 0 ? String(oneOf(TEXTS, choose)(framed, choose)) : framed;
        const bytes = reply.isFile ? { headers: {}, body: Buffer.from(around) } : encoded(around, choose);
        expect(await outcome(reply, bytes)).toEqual(expected.get(reply));
      },
    ),
  );
});

/** Whether nothing is missing of what the whole reply gave. */
function holds(found: unknown, whole: unknown): boolean {
  if (typeof whole !== 'object' || whole === null) return Object.is(found, whole);
  const own = new Map(Object.entries(found ?? {}));
  return Object.entries(whole).every(([name, each]) => holds(own.get(name), each));
}

/** Errors, and what a user is told of a reply that is not whole. */
const TOLD = /"kind":"|"notes":\[/;

it('a reply of which a part breaks off gives the same or an error, and never less', async () => {
  await always(
    fc.asyncProperty(
      fc.constantFrom(...REPLIES),
      fc.array(fc.nat(9999), { minLength: 6, maxLength: 40 }),
      async (reply, numbers) => {
        const choose = choosing(numbers);
        const json = JSON.stringify(broken(objectOf(reply.value), choose));
        const found = await outcome(reply, { headers: {}, body: Buffer.from(reply.framed(json, choose)) });
        const isTold = TOLD.test(JSON.stringify([found]));
        expect({ json, found, isLess: !isTold && !holds(found, expected.get(reply)) }).toMatchObject({ isLess: false });
      },
    ),
  );
});
