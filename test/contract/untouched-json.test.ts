/**
 * JSON mode begins with an empty object. Sent as it is it would be a request without content, which a carrier that
 * documents no required field may take.
 */
import type { INodeType } from 'n8n-workflow';
import { textOf } from '#carriers/shared/json-value';
import { carrierThat, requests } from './carrier';
import { carriers } from './leaves/carriers';
import { seenOf } from './leaves/run';

/** `order.create` and the like: each operation of the node that takes its request as JSON. */
function operationsWithJson({ description }: INodeType): string[] {
  return description.properties.flatMap(({ name, displayOptions }) => {
    const { resource = [], operation = [] } = displayOptions?.show ?? {};
    if (name !== 'inputMode') return [];
    return resource.flatMap((one) => operation.map((each) => `${textOf(one) ?? ''}.${textOf(each) ?? ''}`));
  });
}

const cases = carriers.flatMap(({ carrier, at }) =>
  operationsWithJson(at('http://127.0.0.1').node).map((operation) => [carrier, operation, at] as const),
);

it('is found where it is', () => {
  expect(new Set(cases.map(([carrier]) => carrier))).toEqual(new Set(carriers.map(({ carrier }) => carrier)));
});

it.each(cases)('%s %s: nothing is sent, and the error names what is missing', async (_, operation, at) => {
  const node = at((await carrierThat(() => ({ body: '{}' }))).url);
  for (const body of ['{}', '{"remark": " ", "list": []}']) {
    const seen = await seenOf(node, operation, { inputMode: 'json', body, options: {} });
    expect(seen).toEqual({ error: expect.stringMatching(/^Body is empty|is required|needs at least/) });
  }
  expect(requests()).toEqual([]);
});
