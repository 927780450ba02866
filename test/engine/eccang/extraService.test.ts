import { loadOptions, step } from '../../../engine';
import { credentialsFor } from '../../../sandbox/control-client';
import { jsonOf } from '../outputs';
import { useSandbox } from '../sandbox';

const { sandbox, run } = useSandbox();

describe('Eccang alone', () => {
  const node = 'eccangTms';

  test('extra services, as a list and in the form', async () => {
    const place = {
      shippingMethod: { __rl: true, mode: 'code', value: 'PK0001' },
      countryCode: { __rl: true, mode: 'code', value: 'US' },
    };
    const ran = await run([{}], step(node, 'Extras', 'extraService', 'getMany', { ...place, returnAll: true }));
    const extras = jsonOf(ran, 'Extras');
    expect(extras.length).toBeGreaterThan(0);

    const call = { node, method: 'getExtraServices', credentials: credentialsFor(sandbox) };
    const form = { resource: 'order', operation: 'create', inputMode: 'form' };
    const options = await loadOptions({ ...call, parameters: { ...form, ...place } });
    expect(options.map(({ value }) => value)).toContain(extras[0]?.['code']);
    await expect(loadOptions({ ...call, parameters: form })).rejects.toThrow(
      'Choose Product and Destination Country first',
    );
  });
});
