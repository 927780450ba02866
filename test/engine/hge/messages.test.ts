import { servicesOf } from '../../../sandbox/control-client';
import { refused, useHge } from './runs';

const { sandbox, hge, answeredWith } = useHge();

describe('what n8n shows', () => {
  it.each(['service_codeNotFound', 'The code exists: codeExist', 'codePermission'])(
    "is the carrier's text, even where n8n reads the name of a system error in it: %s",
    async (detail) => {
      const result = await answeredWith(refused(400, detail), 'order', 'get', { number: 'X' });
      expect(result.error?.message).toBe(detail);
    },
  );

  it('is our own text as well', async () => {
    const items = [{ order: { codeExist: 2 ** 60 } }];
    const result = await hge('order', 'create', { inputMode: 'json', body: '={{ $json.order }}' }, { items });
    expect(result.error?.message).toBe('codeExist has too many digits for a number: pass it as text');
    expect(await servicesOf(sandbox, 'hge')).toEqual({});
  });

  it.each([
    ['Please log in', 'Please log in. '],
    ['Please log in!', 'Please log in! '],
    ['Please log in ("again").', 'Please log in ("again"). '],
    ['请登录。', '请登录。 '],
    ['请登录', '请登录. '],
  ])('has an end mark between sentences: %s', async (detail, description) => {
    const result = await answeredWith({ body: JSON.stringify({ code: 200, detail }) }, 'order', 'create', {
      inputMode: 'form',
      customerOrderNum: 'A-1',
    });
    expect(result.error?.description?.slice(0, description.length)).toBe(description);
    expect(result.error?.description?.charAt(description.length)).toMatch(/[A-Z]/);
  });
});
