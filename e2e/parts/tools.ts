import type { Report } from '../report';
import { operationsOf } from '../tool-workflows';
import { packageTypes, type Workspace } from '../workspace';
import { checkApproval } from './tool-approval';
import { checkToolCalls } from './tool-calls';
import { checkToolList } from './tool-list';

/** What models get of our steps: behind n8n's MCP server, and of an agent whose call a person approves. */
export async function checkTools(report: Report, workspace: Workspace): Promise<void> {
  report.part('Tools: an MCP server of our steps, and an order that a person approves');
  const operations = (await packageTypes(workspace.rest)).flatMap(operationsOf);
  const shop = { workspace, operations };
  await checkToolList(report, shop);
  await checkToolCalls(report, shop);
  await checkApproval(report, shop);
}
