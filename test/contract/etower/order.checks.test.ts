import { checkOrder } from '../../../carriers/etower';
import { listOf } from '#carriers/shared/json-value';
import { firstOf, request } from './wire';

describe('checks before sending', () => {
  const order = firstOf(request('create-orders'));

  it.each([
    ['referenceNo', undefined, 'referenceNo is required'],
    ['referenceNo', 'x'.repeat(81), 'referenceNo is longer than 80 characters'],
    ['serviceCode', '', 'serviceCode is required'],
    ['description', 'x'.repeat(61), 'description is longer than 60 characters'],
    ['weight', 0, 'weight must be a number greater than 0'],
    ['weight', 0.0000001, 'weight must be at least 0.000001'],
    ['invoiceValue', 0.001, 'invoiceValue must be at least 0.01'],
    ['invoiceCurrency', null, 'invoiceCurrency is required'],
    ['recipientName', '12345', 'recipientName must not be digits only'],
    ['recipientName', '张三', 'recipientName must be in English or French letters'],
    ['addressLine1', '12345', 'addressLine1 must not be digits only'],
    ['country', 'AUS', 'country must be a country code of two letters'],
    ['volume', 0.001, 'volume must be at least 0.01'],
    ['invoiceValue', 6.34, 'invoiceValue differs by more than 0.1 from the sum of its items'],
    ['weight', 0.264, ''],
  ])('%s %j', (field, value, message) => {
    const check = () => checkOrder({ ...order, [field]: value });
    if (message === '') expect(check).not.toThrow();
    else expect(check).toThrow(message);
  });

  it.each([6.33, 6.13, '6.23'])('a declared value of %s is within 0.1', (invoiceValue) => {
    expect(checkOrder({ ...order, invoiceValue })).toMatchObject({ invoiceValue });
  });

  it("the items' weights, in kilograms, are compared with the parcel's", () => {
    const orderItems = listOf(order['orderItems']).map((item) => ({ ...item, weight: 0.15 }));
    expect(() => checkOrder({ ...order, orderItems })).toThrow(
      'weight is less than the weight of its items together, which is 0.3 kg',
    );
    expect(() => checkOrder({ ...order, orderItems, weight: 300 })).not.toThrow();
  });

  it('names the item that is wrong, and the piece', () => {
    const [first, second] = listOf(order['orderItems']);
    expect(() => checkOrder({ ...order, orderItems: [first, { ...second, sku: '' }] })).toThrow(
      'orderItems[1].sku is required',
    );
    expect(() => checkOrder({ ...order, pieces: [{ ...order, invoiceValue: 9 }] })).toThrow(
      'pieces[0].invoiceValue differs',
    );
  });
});
