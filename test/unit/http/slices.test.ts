import { eachInSlices, inSlices, readJson, type Steps } from '../../../carriers/http';
import { listOf, objectAsIs, opened } from '#carriers/shared/json-value';
import { newestFirst } from '#carriers/shared/newest-first';
import { withTexts } from '#carriers/shared/texts-within';

/** As if each look at the clock were a slice later. */
beforeEach(() => {
  let now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => (now += 20));
});
afterEach(() => jest.restoreAllMocks());

function* noting(name: string, log: string[]): Steps<string> {
  for (let step = 1; step <= 3; step += 1) {
    log.push(`${name}${step}`);
    yield;
  }
  return name;
}

it('long work is done one after the other, and both give their results', async () => {
  const log: string[] = [];
  expect(await Promise.all([inSlices(noting('a', log)), inSlices(noting('b', log))])).toEqual(['a', 'b']);
  expect(log).toEqual(['a1', 'b1', 'a2', 'a3', 'b2', 'b3']);
});

it('work that fails stops no other', async () => {
  const fails = eachInSlices([1, 2, 3], (each) => {
    if (each === 2) throw new Error('two');
    return each;
  });
  const other = eachInSlices(['x', 'y'], (each, index) => `${each}${index}`);
  await expect(fails).rejects.toThrow('two');
  expect(await other).toEqual(['x0', 'y1']);
});

it('JSON in a text of a reply is read once, also in the copy without secrets', async () => {
  const text = JSON.stringify([{ orderNo: 'A'.repeat(60) }]);
  const { value } = readJson(JSON.stringify({ data: text, other: 'x', more: JSON.stringify(text) }));
  const parse = jest.spyOn(JSON, 'parse');
  const copy = objectAsIs(await withTexts(value, (each) => each));
  expect(opened(copy['data'])).toBe(opened(copy['data']));
  expect(listOf(copy['data'])[0]).toBe(listOf(copy['data'])[0]);
  expect(listOf(copy['more'])).toEqual(listOf(copy['data']));
  expect(parse).not.toHaveBeenCalled();
});

it('more events than a parcel has are refused before they are looked at', () => {
  const look = jest.fn();
  expect(() => newestFirst(Array.from({ length: 5001 }), look)).toThrow('5001 events');
  expect(look).not.toHaveBeenCalled();
});

it.each<[string, unknown]>([
  ['many texts', Array.from({ length: 1000 }, () => 'a')],
  ['many texts by name', { list: Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`n${at}`, 'a'])) }],
  ['a few long texts', Array.from({ length: 3 }, () => 'a'.repeat(100_000))],
])('others have a turn while %s are looked at', async (_, value) => {
  const log: string[] = [];
  setImmediate(() => log.push('turn'));
  expect(await withTexts(value, (each) => each)).toEqual(value);
  expect(log).toEqual(['turn']);
});

it('a list of what is no entry ends at its first member', () => {
  const looked = jest.fn();
  const texts = new Proxy(['a', 'b', 'c'], {
    get: (list, name): unknown => {
      looked(name);
      return Reflect.get(list, name);
    },
  });
  expect(() => listOf(texts)).toThrow('no entry');
  expect(looked).toHaveBeenCalledWith('0');
  expect(looked).not.toHaveBeenCalledWith('1');
});
