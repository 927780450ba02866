import { textOf } from '../../carriers/shared/json-value';
import { HTTP_REQUESTS, type HttpRequestRow } from '../carriers';
import { resultOf, startManually } from '../execution';
import { expectTrue, type Report } from '../report';
import { idOf } from '../rest';
import { resetSandbox, type Workspace } from '../workspace';

/** n8n's own HTTP Request node with our credentials reaches endpoints that want to be signed. */
export async function checkHttpRequests(report: Report, workspace: Workspace): Promise<void> {
  report.part('HTTP Request node with our credentials');
  await resetSandbox(workspace.sandbox);
  for (const row of HTTP_REQUESTS.filter(({ credential }) => workspace.credentialIds[credential] !== undefined)) {
    await report.check(`${row.credential}: ${row.method} ${row.path}`, async () => {
      const answer = await answerOf(workspace, row, workspace.sandbox.url);
      expectTrue(!answer.startsWith('error: '), answer);
      for (const text of row.answers) expectTrue(answer.includes(text), `No "${text}" in the answer: ${answer}`);
    });
    await report.check(`${row.credential}: is not sent to another host`, async () => {
      // The sandbox listens on 127.0.0.1 alone; this name is another host to whoever compares hosts.
      const answer = await answerOf(workspace, row, workspace.sandbox.url.replace('127.0.0.1', 'localhost'));
      const secret = textOf(workspace.credentials[row.credential]?.[row.secret]) ?? '';
      expectTrue(answer.startsWith('error: ') && !answer.includes(secret), `The request was sent: ${answer}`);
    });
  }
}

async function answerOf({ rest, credentialIds }: Workspace, row: HttpRequestRow, host: string): Promise<string> {
  const { credential, method, path, body, query } = row;
  const id = idOf(
    await rest.post('/rest/workflows', {
      name: `HTTP Request with ${credential}`,
      nodes: [
        node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
        {
          ...node('Request', 'n8n-nodes-base.httpRequest', 4.2, {
            method,
            url: `${host}${path}`,
            authentication: 'predefinedCredentialType',
            nodeCredentialType: credential,
            ...(query ? { sendQuery: true, specifyQuery: 'json', jsonQuery: JSON.stringify(query) } : {}),
            ...(body ? { sendBody: true, specifyBody: 'json', jsonBody: JSON.stringify(body) } : {}),
            options: { response: { response: { responseFormat: 'text' } } },
          }),
          credentials: { [credential]: { id: credentialIds[credential], name: credential } },
        },
      ],
      connections: { Start: { main: [[{ node: 'Request', type: 'main', index: 0 }]] } },
      settings: { executionOrder: 'v1' },
    }),
  );
  const { status, error, nodes } = await resultOf(rest, await startManually(rest, id, 'Start'));
  if (status === 'error') return `error: ${error?.message ?? ''} ${error?.description ?? ''}`;
  return textOf(nodes['Request']?.outputs[0]?.[0]?.json['data']) ?? '';
}

function node(name: string, type: string, typeVersion: number, parameters: object) {
  return { id: name, name, type, typeVersion, position: [name === 'Start' ? 0 : 220, 0], parameters };
}
