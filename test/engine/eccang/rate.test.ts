import { step } from '../../../engine';
import { jsonOf } from '../outputs';
import { useSandbox } from '../sandbox';
import { carrierOf } from './orders';

const { run } = useSandbox();

describe.each(['huahan', 'eccangTms'])('corrections at %s', (node) => {
  const carrier = carrierOf(node);

  test('rates by form and by JSON', async () => {
    const form = {
      inputMode: 'form',
      countryCode: { __rl: true, mode: 'code', value: 'US' },
      weight: '1.35',
      shippingTypeId: 'W',
    };
    const ran = await run(
      [{}],
      step(node, 'Form', 'rate', 'get', form),
      step(node, 'Json', 'rate', 'get', {
        inputMode: 'json',
        body: '{"country_code":"US","weight":"1.35","shipping_type_id":"W"}',
        simplify: false,
      }),
    );
    expect(ran.result.status).toBe('success');
    expect(jsonOf(ran, 'Form')[0]).toMatchObject({
      carrier,
      service: { code: expect.any(String) },
      charges: expect.arrayContaining([]),
    });
    expect(jsonOf(ran, 'Json')[0]).toMatchObject({
      ServiceCode: expect.any(String),
      TotalFee: expect.anything(),
    });
    const empty = await run(
      [{}],
      step(node, 'Rate', 'rate', 'get', {
        ...form,
        countryCode: { __rl: true, mode: 'code', value: '={{ $json.none }}' },
      }),
    );
    expect(empty.result.error?.message).toContain('country_code and warehouse_code are both empty');
  });
});
