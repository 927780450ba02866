import { ECCANG } from '../../../carriers/eccang';
import { HUAHAN } from '../../../carriers/huahan';
import { checkedOrder } from '#carriers/shared/checked-order';
import type { JsonObject } from '#carriers/shared/json-value';
import { leavesOf, pathText } from '#carriers/shared/leaves';
import { mappedOrder, neutralPathOf } from '#carriers/shared/mapped-order';
import type { OrderMapping } from '#carriers/shared/order-mapping';
import { partAt } from '#carriers/shared/request-places';
import { BARE, fatesOf } from './fates';
import { FIELDS } from './fields';
import { MAPPINGS } from './mappings';

const sentOf = (mapping: OrderMapping, order: JsonObject) => mappedOrder(mapping, checkedOrder(order));

describe.each(MAPPINGS.map((mapping) => [mapping.carrier, mapping] as const))('%s', (_, mapping) => {
  it('sends every field, names it as not sent, or refuses it', () => {
    const fates = FIELDS.map((field) => ({ field: pathText(field.path), fates: fatesOf(mapping, field) }));
    expect(fates.filter((each) => !each.fates.every((fate) => /^(sent|named|refused)$/.test(fate)))).toEqual([]);
  });

  it('names what no neutral order has, at every level', () => {
    const strange = { colour: 'red', nested: { list: [{ a: 1 }] }, flag: false };
    const { notSent } = sentOf(mapping, {
      ...strange,
      recipient: { colour: 'red' },
      customsItems: [{ colour: 'red' }],
      taxNumbers: { gst: '1' },
    });
    expect(notSent).toEqual(
      [
        ...['recipient.colour', 'taxNumbers.gst'],
        ...['colour', 'nested.list[0].a', 'flag', 'customsItems[0].colour'],
      ].sort((left, right) => notSent.indexOf(left) - notSent.indexOf(right)),
    );
  });

  it('has a row of its table for every place, and finds the way back to the order', () => {
    const ofList = (list: OrderMapping['boxes'], name: string) =>
      Object.entries(list?.moves ?? {}).map(([from, move]) => ({
        from: `${name}[3].${from}`,
        move,
        to: `${list?.to}[3].`,
      }));
    const moves = [
      ...Object.entries(mapping.order).map(([from, move]) => ({ from, move, to: '' })),
      ...ofList(mapping.lines, 'customsItems'),
      ...ofList(mapping.boxes, 'parcels'),
    ];
    const places = moves.flatMap(({ from, move, to }) =>
      [typeof move === 'string' ? move : move.to].flat().map((place) => ({ from, place: to + place })),
    );
    expect(places.filter(({ place }) => !partAt(mapping.table.rows, place.replace(/\[\d+\]/g, '')))).toEqual([]);
    const first = places.filter(({ place }, at) => places.findIndex((each) => each.place === place) === at);
    expect(first.map(({ place }) => neutralPathOf(mapping, place))).toEqual(first.map(({ from }) => from));
  });

  it('lays its own fields over the result, objects deeply and lists whole', () => {
    const [list = ''] = mapping.lines.to.split('.');
    const { request, notSent } = sentOf(mapping, { ...BARE, extra: { [list]: [], own_field: { a: 1 } } });
    expect(request).toMatchObject({ [list]: [], own_field: { a: 1 } });
    expect(notSent.filter((path) => path.startsWith('extra'))).toEqual([]);
  });

  it('passes over what only an answer has', () => {
    const told = {
      ...{
        carrier: 'another',
        number: 'N',
        orderNumber: 'O',
        trackingNumber: 'T',
        status: 'delivered',
        statusRaw: 'D',
      },
      ...{ events: [{ time: null, status: 'delivered' }], charges: [{ name: 'Freight', amount: '1' }], notes: ['x'] },
      ...{ measuredWeightKg: 1, billedWeightKg: 2, details: { order_pieces: '7' }, recovered: true, notSent: ['x'] },
    };
    expect(sentOf(mapping, { ...BARE, ...told })).toEqual(sentOf(mapping, BARE));
  });
});

it.each([ECCANG, HUAHAN])('a group of the family bears the name of its party: $carrier', ({ orderMapping }) => {
  expect(neutralPathOf(orderMapping, 'Consignee')).toBe('recipient');
  expect(neutralPathOf(orderMapping, 'Shipper')).toBe('sender');
});

it('there are fields to go over', () => {
  expect(FIELDS.length).toBeGreaterThan(90);
  expect(leavesOf(BARE)).toHaveLength(4);
});
