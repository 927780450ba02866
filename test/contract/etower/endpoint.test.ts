import { callEndpoint } from '../../../carriers/etower';
import { client, failure, reply, success } from './wire';

describe('errors', () => {
  it('an endpoint call hands on entries that say nothing of success', async () => {
    for (const body of [
      reply('Success', { code: 'STANDARD', message: 'Standard service' }),
      reply('Success', { status: 'Closed', orderId: 'A' }),
    ]) {
      expect(await callEndpoint(await client(body), { path: '/services/shipper/else', body: {} })).toEqual(body);
    }
    const refused = { ...reply('Failure', { code: 'X' }), errors: [{ code: 100009, message: 'gone' }] };
    await expect(callEndpoint(await client(refused), { path: '/services/shipper/else' })).rejects.toThrow('gone');
  });

  it('an endpoint call keeps a mixed reply and refuses a failed one', async () => {
    const mixed = reply('Partial Success', success({ orderId: 'A' }), failure(100009, 'gone', { orderId: 'B' }));
    const path = '/services/shipper/hold';
    expect(await callEndpoint(await client(mixed), { path, body: {} })).toEqual(mixed);
    await expect(callEndpoint(await client(reply('Success', failure(100009, 'gone'))), { path })).rejects.toThrow(
      'gone',
    );
  });
});
