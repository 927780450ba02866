import { jsonOf } from '../outputs';
import { useSandbox } from '../sandbox';
import { mgoship } from './orders';

const { run } = useSandbox();

describe('every operation, with the rule of the sandbox as a template', () => {
  test('FBA orders', async () => {
    const ran = await run([{}], mgoship('FBA', 'fbaOrder', 'getMany', { limit: 1, filters: { status: '8' } }));
    expect(ran.result.error).toBeUndefined();
    expect(jsonOf(ran, 'FBA')).toMatchObject([
      {
        status: 'delivered',
        statusRaw: '8',
        statusText: '已派送',
        addTime: expect.any(String),
        submittedAt: expect.stringMatching(/Z$/),
      },
    ]);
  });
});
