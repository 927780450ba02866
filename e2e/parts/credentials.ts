import { objectOf, textOf } from '../../carriers/shared/json-value';
import { credentialsOf } from '../carriers';
import { expectEqual, expectTrue, type Report } from '../report';
import { resetSandbox, type Workspace } from '../workspace';

/** The Test button of every credential, as n8n's credential window presses it. */
export async function checkCredentials(report: Report, workspace: Workspace): Promise<void> {
  report.part('Credentials: Test says right from wrong');
  await resetSandbox(workspace.sandbox);
  for (const { type, secret } of credentialsOf(workspace.rows)) {
    const fields = workspace.credentials[type] ?? {};
    const wrong = `${String(fields[secret])}-wrong`;
    await report.check(`${type}: the sandbox's secret is accepted`, async () => {
      const { status, message } = await testResult(workspace, type, fields);
      expectEqual(status, 'OK', `${message}: status`);
    });
    await report.check(`${type}: a wrong ${secret} is refused in the carrier's words, and not repeated`, async () => {
      const { status, message } = await testResult(workspace, type, { ...fields, [secret]: wrong });
      expectEqual(status, 'Error', 'status');
      expectTrue(message.length > 1 && !message.includes(wrong), `The message is: ${message}`);
      report.progress(message);
    });
  }
}

async function testResult(
  { rest }: Workspace,
  type: string,
  data: object,
): Promise<{ status: string; message: string }> {
  const credentials = { id: '', name: 'Test', type, data };
  const result = objectOf(await rest.post('/rest/credentials/test', { credentials }));
  return { status: textOf(result['status']) ?? '', message: textOf(result['message']) ?? '' };
}
