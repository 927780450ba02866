import { installPackage } from '../installation';
import { temporaryFolder } from '../machine';
import { newEncryptionKey, startN8n } from '../n8n';
import type { Report } from '../report';
import { Rest } from '../rest';
import { operationsOf } from '../tool-workflows';
import { openWorkspace, packageTypes } from '../workspace';
import { checkApproval } from './tool-approval';
import { checkToolCalls } from './tool-calls';
import { checkToolList } from './tool-list';

/** What models get of our steps: behind n8n's MCP server, and of an agent whose call a person approves. */
export async function checkTools(report: Report, tarball: string): Promise<void> {
  report.part('Tools: an MCP server of our steps, and an order that a person approves');
  const userFolder = await temporaryFolder('n8n-tools');
  const n8n = await report.check('n8n starts', async () => {
    await installPackage(tarball, userFolder);
    const environment = { N8N_ENCRYPTION_KEY: newEncryptionKey() };
    return startN8n({ userFolder, logFolder: userFolder, environment });
  });
  if (!n8n) return;
  const workspace = await report.check('owner set up, credentials stored', async () => {
    const rest = new Rest(n8n.url);
    await rest.setUpOwner();
    await rest.login();
    return openWorkspace(rest);
  });
  if (!workspace) return;
  try {
    const operations = (await packageTypes(workspace.rest)).flatMap(operationsOf);
    const shop = { workspace, url: n8n.url, operations };
    await checkToolList(report, shop);
    await checkToolCalls(report, shop);
    await checkApproval(report, shop);
  } finally {
    await workspace.sandbox.close();
    await n8n.service.stop();
  }
}
