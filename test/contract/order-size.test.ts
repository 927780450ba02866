import { documented } from '../documented';
import { carrierThat } from './carrier';
import { carriers } from './leaves/carriers';
import { recorded, seenOf } from './leaves/run';

/** All of an order is shaped in one go: megabytes of it would keep n8n from everything else. */
describe.each([
  ['hge', 'order.get', 'query_order.response.json', 'parcel_list', 'parcels'],
  ['mgoship', 'parcelOrder.get', 'tms_orders.get_tms_order_detail.response.json', 'declare', 'customsItems'],
  ['etower', 'order.get', 'query-orders.response.json', 'orderItems', 'customsItems'],
  ['etower', 'portalOrder.get', 'get-order-detail.response.json', 'parcelItems', 'customsItems'],
  ['eccang', 'order.get', 'getOrder.response.json', 'ItemArr', 'customsItems'],
])('%s %s', (carrier, operation, file, name, told) => {
  const table = carriers.find((each) => each.carrier === carrier);
  const reply = Object.values(table?.replies ?? {}).find((each) => each.operation === operation);

  async function seenWith(parts: number): Promise<unknown> {
    const list = Array.from({ length: parts }, (_, at) => ({ other: `x${at}` }));
    const answer: unknown = JSON.parse(documented(carrier, file), (key, value: unknown) =>
      key === name ? list : value,
    );
    const { url } = await carrierThat(() => ({ body: (table?.body ?? JSON.stringify)(answer) }));
    return table && seenOf(table.at(url), operation, recorded(carrier, operation), reply?.numbers);
  }

  it('of thousands of parts is whole', async () => {
    const parts = `items.0.0.json.${told}`;
    const seen = await seenWith(4000);
    expect(seen).toHaveProperty(`${parts}.length`, 4000);
    expect(seen).toHaveProperty(`${parts}.3999.details.other`, 'x3999');
  });

  it('of more parts than any order has is refused in words', async () => {
    expect(await seenWith(10_001)).toEqual({ error: expect.stringContaining('more than 10,000 objects and lists') });
  });
});
