import { jsonOf } from '../outputs';
import { useSandbox } from '../sandbox';
import { mgoship } from './orders';

const { run } = useSandbox();

describe('every operation, with the rule of the sandbox as a template', () => {
  test('rates', async () => {
    const parcel = { weight: 1.5, length: 20, width: 15, height: 10 };
    const byName = { region: { __rl: true, mode: 'name', value: '大阪府' }, ...parcel };
    const fromList = { region: { __rl: true, mode: 'list', value: '大阪府' }, ...parcel, simplify: false };
    const ran = await run(
      [{}],
      mgoship('Rates', 'rate', 'get', byName),
      mgoship('Raw Rates', 'rate', 'get', fromList, { executeOnce: true }),
    );
    expect(ran.result.error).toBeUndefined();
    const rates = jsonOf(ran, 'Rates');
    expect(rates).toHaveLength(4);
    expect(rates[0]).toEqual({
      carrier: 'mgoship',
      service: { code: '38', name: '平邮小包' },
      overLimit: true,
      note: '高最大: 2.0 重量最大: 1.000',
    });
    expect(rates[3]).toEqual({
      carrier: 'mgoship',
      service: { code: '90', name: '沙盒宅配' },
      amount: '780',
      currency: 'JPY',
      overLimit: false,
    });
    expect(jsonOf(ran, 'Raw Rates')[0]).toMatchObject({ shipFee: '超限' });
  });
});

describe('the form', () => {
  test('of a rate names its fields', async () => {
    const ran = await run(
      [{}],
      mgoship('Rate', 'rate', 'get', {
        region: { __rl: true, mode: 'name', value: '大阪府' },
        weight: 1.555,
        length: 20,
        width: 15,
        height: 10,
      }),
    );
    expect(ran.result.error?.message).toBe('Weight (Kilograms) (weight) has more than 2 decimals');
  });
});
