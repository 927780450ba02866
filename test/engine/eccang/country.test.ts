import { listSearch, step } from '../../../engine';
import { credentialsFor, servicesOf } from '../../../sandbox/control-client';
import { jsonOf } from '../outputs';
import { useSandbox } from '../sandbox';

const { sandbox, run } = useSandbox();

describe('Eccang alone', () => {
  const node = 'eccangTms';

  test('countries, as a list and in the form', async () => {
    const ran = await run([{}], step(node, 'Countries', 'country', 'getMany', { limit: 3 }));
    expect(jsonOf(ran, 'Countries')).toHaveLength(3);
    expect(jsonOf(ran, 'Countries')[0]).toMatchObject({
      code: expect.stringMatching(/^[A-Z]{2}$/),
      name: expect.any(String),
    });

    const credentials = credentialsFor(sandbox);
    const countries = await listSearch({ node, method: 'searchCountries', credentials, filter: 'spain' });
    expect(countries.results).toEqual([{ name: expect.stringContaining('Spain'), value: 'ES' }]);
    expect((await servicesOf(sandbox, 'eccang'))['getCountry']).toBeGreaterThan(0);
  });
});
