import { control } from '../../../sandbox/control-client';
import { etower } from './orders';
import { SESSION, usePortal } from './portal';

const { sandbox, run, answer } = usePortal();

describe('template', () => {
  test('an error envelope instead of the file is an error, without the address', async () => {
    const server = await answer({ success: false, code: '1001', errors: [] });
    const ran = await run([{}], etower('Template', 'portalTemplate', 'download'));
    expect(ran.result.error?.message).toBe('A parameter is not valid (参数校验失败)');
    expect(server.received[0]?.path).toBe(
      `/api/shipper/v1/template/file?sessionId=${SESSION}&language=en_US&templateName=parcel_upload_template`,
    );
    expect(JSON.stringify(ran.result)).not.toContain(SESSION);
  });

  test.each(['http', 'disconnect', 'html', 'empty'])('a fault (%s) shows neither address nor session', async (kind) => {
    await control(sandbox, 'faults', {
      carrier: 'etower',
      kind,
      times: 9,
      ...(kind === 'http' ? { status: 400 } : {}),
    });
    const ran = await run([{}], etower('Template', 'portalTemplate', 'download'));
    expect(ran.result.status).toBe('error');
    expect(JSON.stringify(ran.result)).not.toMatch(/sandbox-etower-session|sessionId=/);
  });
});
