import { control, sandboxOfThisFile } from '../wire';
import { call, documentedParams, envelope, post } from './wire';

const sandbox = sandboxOfThisFile();

it('faults of this carrier', async () => {
  const params = documentedParams('stock.get_stock_log');
  await control(sandbox, 'faults', { carrier: 'mgoship', service: 'get_stock_log', kind: 'error-500' });
  const response = await post(
    sandbox,
    'stock',
    'get_stock_log',
    JSON.stringify(envelope('stock', 'get_stock_log', params)),
  );
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ status: { code: 'ERROR' } });
  await control(sandbox, 'faults', { carrier: 'mgoship', kind: 'no-status' });
  expect(await call(sandbox, 'stock', 'get_stock_log', params)).toEqual({ data: {} });
});
