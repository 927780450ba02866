import { objectOf, textOf } from '../../carriers/shared/json-value';
import { ordersAt } from '../../sandbox/control-client';
import { etowerOrder } from '../../sandbox/sample-orders';
import { runOf } from '../execution';
import { waitFor } from '../machine';
import { startMailRecorder, type Mail, type MailRecorder } from '../mail-recorder';
import { expectEqual, expectTrue, type Report } from '../report';
import { toolOf, type ToolShop } from '../tool-server';
import { byModel } from '../left-to-model';
import { APPROVER, approvalWorkflow } from '../tool-workflows';
import { importWorkflow, resetSandbox, storeCredential } from '../workspace';

/** An order that a model makes through n8n's Human review. */
export async function checkApproval(report: Report, shop: ToolShop): Promise<void> {
  const mails = await startMailRecorder();
  try {
    await report.check('an order waits for the person who gets a mail, and is made once that one approves', () =>
      approve(shop, mails),
    );
  } finally {
    await mails.close();
  }
}

async function approve(shop: ToolShop, mails: MailRecorder): Promise<void> {
  const { rest, sandbox } = shop.workspace;
  const create = shop.operations.find(
    ({ node, resource, operation }) => `${node}.${resource}.${operation}` === 'etower.order.create',
  );
  if (!create) throw new Error('eTower has no Order: Create');
  await resetSandbox(sandbox);
  const smtp = { host: '127.0.0.1', port: mails.port, secure: false, disableStartTls: true, user: '', password: '' };
  const smtpId = await storeCredential(rest, 'smtp', smtp, 'Mail recorder');
  const step = toolOf(shop, create, { inputMode: 'json', body: byModel({ name: 'body', type: 'json' }) });
  const workflowId = await importWorkflow(rest, approvalWorkflow(step, smtpId));
  const started = await rest.post(`/rest/workflows/${workflowId}/run`, {
    destinationNode: { nodeName: APPROVER, mode: 'inclusive' },
    agentRequest: {
      query: { [step.name]: { body: etowerOrder('TOOL-2') }, [APPROVER]: {} },
      tool: { name: step.name },
    },
  });
  const executionId = textOf(objectOf(started)['executionId']) ?? '';
  const link = await waitFor('The mail with the link is there', async () => linkIn(mails.takeMails()));
  expectEqual(await ordersAt(sandbox, 'etower'), [], 'orders before the approval');
  // n8n takes no approval from programs that look ahead at links in mails.
  const answered = await fetch(link, { headers: { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' } });
  expectTrue(answered.ok, `The link: ${answered.status}`);
  await runOf(rest, executionId);
  const made = (await ordersAt(sandbox, 'etower')).map(({ reference }) => reference);
  expectEqual(made, ['TOOL-2'], 'orders after it');
}

/** The button Approve. Mails break long lines by `=` at their end, and write `=` as `=3D`. */
function linkIn(mails: readonly Mail[]): string | undefined {
  const text = mails.map((mail) => mail.text).join('\n');
  const plain = text
    .replace(/=\r?\n/g, '')
    .replace(/=3D/g, '=')
    .replace(/&amp;/g, '&');
  return /http:\/\/127\.0\.0\.1[^\s"<>]+approved=true[^\s"<>]*/.exec(plain)?.[0];
}
