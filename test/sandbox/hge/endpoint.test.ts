import { sandboxOfThisFile } from '../wire';
import { found, post, refused } from './wire';

const sandbox = sandboxOfThisFile();

describe('operations', () => {
  it.each(['query_order', 'order_create/x', 'label_print/', '', '../x/'])('there is nothing at "%s"', async (path) => {
    expect(await post(sandbox, path, '{}')).toEqual({ status: 404, body: {} });
  });

  it('wants JSON to be called so', async () => {
    const { body } = await post(sandbox, 'query_order/', found, { 'Content-Type': 'text/plain' });
    expect(body).toEqual(refused(400, 'badRequest: Content-Type is not application/json'));
  });
});
