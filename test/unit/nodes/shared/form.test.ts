import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { checkOrder, ECCANG, ORDER } from '../../../../carriers/eccang';
import { count, inside, money, text } from '#carriers/shared/rows';
import { orderForm } from '../../../../nodes/eccangFamily/order/form';
import { RequestForm } from '../../../../nodes/shared/form/request-form';
import { entries, open, section } from '../../../../nodes/shared/form/places';
import { ItemParameters } from '../../../../nodes/shared/parameters';
import { eccangOrder } from '../../../../sandbox/sample-orders';
import { fakeNode } from './fake-node';

/** The parameters of an item, as a saved workflow holds them. */
function parametersOf(form: RequestForm, values: IDataObject): ItemParameters {
  return new ItemParameters(fakeNode([{ json: values }]).context.functions, 0, form.withInputMode('Body'));
}

describe('a new optional field is one row', () => {
  const table = ORDER.with({
    gift_message: text('Gift Message', 'Printed on a card (贺卡)', { most: 5 }),
    ItemArr: inside({ gift_value: money('Gift Value', 'Value of the gift (礼品价值)') }),
  });
  const form = orderForm(table);
  const deployment = { ...ECCANG, order: table };

  it('that stands in the form', () => {
    const named = (name: string): INodeProperties | undefined => form.properties.find((each) => each.name === name);
    expect(named('additionalFields')?.options).toContainEqual({
      displayName: 'Gift Message',
      name: 'giftMessage',
      type: 'string',
      default: '',
      description: 'Printed on a card (贺卡)',
    });
    expect(JSON.stringify(named('items'))).toContain('"name":"giftValue"');
  });

  it('that JSON is checked by, in the carrier’s words', () => {
    expect(() => checkOrder(deployment, eccangOrder('A', { gift_message: 'too long' }))).toThrow(
      'gift_message is longer than 5 characters',
    );
    expect(checkOrder(ECCANG, eccangOrder('A', { gift_message: 'too long' }))).toHaveProperty('gift_message');
  });

  it('that goes out, and is named as the form shows it when it is wrong', () => {
    const filled = { giftMessage: 'Hello' };
    const items = { entry: [{ giftValue: '2.50' }] };
    const given = parametersOf(form, { inputMode: 'form', itemsFrom: 'fields', additionalFields: filled, items });
    expect(form.request(given)).toMatchObject({ gift_message: 'Hello', ItemArr: [{ gift_value: '2.50' }] });
    expect(() => form.read(given)).toThrow('Reference Number (reference_no) is required');
    const wrong = parametersOf(form, {
      inputMode: 'form',
      itemsFrom: 'fields',
      additionalFields: { giftMessage: 'too long' },
      items: { entry: [{ giftValue: 'much' }] },
    });
    expect(() => form.read(wrong)).toThrow('Gift Message (gift_message) is longer than 5 characters');
    expect(() => form.read(wrong)).toThrow('Item 1: Gift Value (ItemArr[0].gift_value) must be a number');
  });
});

it('a part of the table without a place in the form is a mistake, not a field that is dropped', () => {
  expect(() => new RequestForm(ORDER.only('reference_no', 'platform'), [open()])).toThrow(
    'The form has no place for platform',
  );
  expect(() => new RequestForm(ORDER.only('reference_no', 'ItemArr'), [open(), section('More', 'more')])).toThrow(
    'The form has no place for ItemArr',
  );
});

it.each([51, 20_000])('a body of %i levels is refused by its name, as an object and as text', (levels) => {
  const text = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
  const form = orderForm(ORDER);
  for (const body of [text, JSON.parse(text)]) {
    expect(() => form.read(parametersOf(form, { inputMode: 'json', body }))).toThrow(/^Body is /);
  }
});

describe('what was left empty is not sent', () => {
  const table = ORDER.only('platform', 'length', 'order_pieces', 'Volume').with({
    order_pieces: count('Boxes', 'Number of boxes (件数)'),
  });
  const form = new RequestForm(table, [
    open('platform', 'length', 'order_pieces'),
    entries('Volume', { name: 'boxes' }),
  ]);

  it.each([
    ['nothing', {}],
    ['empty text and no list', { platform: '', boxes: { entry: [] } }],
    ['blanks', { platform: '  ' }],
    ['null', { platform: null }],
    ['0 in a number field', { length: 0, orderPieces: 0 }],
  ])('%s', (_, values) => {
    expect(form.request(parametersOf(form, values))).toEqual({});
  });

  it('but 0 in a text is what was written', () => {
    expect(form.request(parametersOf(form, { platform: 0 }))).toEqual({ platform: 0 });
  });
});
