import { control, exampleJson, objects, sandboxOfThisFile, shapeOf } from '../wire';
import { codesOf, made, newOrder, post } from './wire';

const sandbox = sandboxOfThisFile();

describe('queries', () => {
  it('tracking: 30 at a time, the documented event, in no strict order', async () => {
    const [{ trackingNo } = {}] = await made(sandbox, newOrder('A'));
    const [entry] = objects((await post(sandbox, 'trackingEvents', [trackingNo])).data);
    const [example] = objects(exampleJson('etower', 'tracking-events.response.json').data);
    expect(shapeOf(objects(entry?.events)[0])).toEqual(shapeOf(objects(example?.events)[0]));
    await control(sandbox, 'advance', { carrier: 'etower', number: 'A', status: 'DLD' });
    const later = objects(objects((await post(sandbox, 'trackingEvents', ['A'])).data)[0]?.events);
    const times = later.map(({ eventTime }) => String(eventTime));
    expect(times).toHaveLength(6);
    expect([times, [...times].reverse()]).not.toContainEqual([...times].sort());
    const many = Array.from({ length: 31 }, (_, index) => String(index));
    expect(codesOf(await post(sandbox, 'trackingEvents', many))).toEqual([[950003]]);
  });
});
