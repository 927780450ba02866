import { objects, sandboxOfThisFile, shapeOf } from '../wire';
import { stepsAt } from './wire';

const sandbox = sandboxOfThisFile();
const { ask, create, documented } = stepsAt(sandbox, 'eccang');

describe('createOrder', () => {
  it('tracking numbers carry a valid check digit', async () => {
    for (const reference of ['S10-1', 'S10-2', 'S10-3', 'S10-4', 'S10-5', 'S10-6', 'S10-7', 'S10-8', 'S10-9']) {
      expect(hasCheckDigit((await create(reference)).tracking)).toBe(true);
    }
    expect(hasCheckDigit('LZ251182095CN')).toBe(true);
  });
});

describe('tracking numbers', () => {
  it('a late number is empty first and there on the second question', async () => {
    const { tracking } = await create('LATE-1', { shipping_method: 'PK0071' });
    expect(tracking).toBe('');
    const first = await ask('getTrackNumber', { reference_no: ['late-1', 'unknown'] });
    expect(first.data).toEqual([{ OrderNumber: 'LATE-1', TrackingNumber: '', WayBillNumber: expect.any(String) }]);
    const [late] = objects((await ask('getTrackNumber', { reference_no: ['LATE-1'] })).data);
    expect(hasCheckDigit(String(late?.TrackingNumber))).toBe(true);
  });

  it('a product without tracking has none, and only unknown references fail', async () => {
    expect((await create('NONE-1', { shipping_method: 'PK0068' })).tracking).toBe('');
    expect(await ask('getTrackNumber', { reference_no: ['unknown'] })).toMatchObject({ ask: 'Failure' });
    expect(await ask('getTrackNumber', { reference_no: 'NONE-1' })).toMatchObject({ ask: 'Failure' });
  });

  it('the change log is filtered by its window; no change is a success', async () => {
    const { waybill, tracking } = await create('LOG-1');
    const answer = await ask('getTrackingNumberChangeRecord', { shipper_hawbcode: waybill });
    expect(shapeOf(answer)).toEqual(shapeOf(documented('getTrackingNumberChangeRecord.response.json')));
    expect(answer.data).toMatchObject([{ shipping_method_no: tracking, old_shipping_method_no: '' }]);
    const window = { start_date: '2030-01-01 00:00:00', end_date: '2030-01-02 00:00:00' };
    expect(await ask('getTrackingNumberChangeRecord', { shipper_hawbcode: waybill, ...window })).toMatchObject({
      ask: 'Success',
      data: [],
    });
  });
});

/** UPU S10: eight digits weighted 8 6 4 2 3 5 9 7, rest to 11; 10 becomes 0 and 11 becomes 5. */
function hasCheckDigit(number: string): boolean {
  const [, digits = '', check = ''] = /^[A-Z]{2}(\d{8})(\d)CN$/.exec(number) ?? [];
  const sum = [8, 6, 4, 2, 3, 5, 9, 7].reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  const rest = 11 - (sum % 11);
  return check === String({ 10: 0, 11: 5 }[rest] ?? rest);
}
