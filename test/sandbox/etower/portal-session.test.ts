import { type Answer, sandboxOfThisFile } from '../wire';
import { envelopeOf, portal } from './wire';

const sandbox = sandboxOfThisFile();

const json = { 'Content-Type': 'application/json' };
const get = async (path: string, headers: Record<string, string> = json): Promise<Answer> =>
  envelopeOf(await portal(sandbox, path, { headers }));

describe('session and language', () => {
  it('without the session HTTP 401', async () => {
    const path = 'channel/serviceOptions?channelId=929';
    expect((await portal(sandbox, path, { headers: { sessionId: 'other' } })).status).toBe(401);
    expect(await get(path, { language: 'fr_FR' })).toMatchObject({ success: false, code: '1001' });
    expect(await get(path)).toMatchObject({ success: true, code: '0' });
  });

  it('messages come in the language asked for', async () => {
    const unknown = 'parcel/order/edit/550e8400-e29b-41d4-a716-446655440000';
    expect((await get(unknown, { ...json, language: 'zh_CN' })).errors).toEqual(['订单不存在']);
    expect((await get(unknown, { ...json, language: 'en_US' })).errors).toEqual(['Order does not exist']);
  });
});
