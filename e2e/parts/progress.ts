import { readFile } from 'node:fs/promises';
import { Editor } from '../editor';
import { waitFor } from '../machine';
import type { N8n } from '../n8n';
import { expectEqual, expectTrue, type Report } from '../report';
import { importWorkflow, resetSandbox, type Workspace } from '../workspace';

const ITEMS = 120;
const STEP = 'Get Tracking';
const LINES = ['0 of 120 items: 0 of 4 calls answered', '120 of 120 items: 4 of 4 calls answered'];

/** A long run that is started in the editor says in the console of the browser where it is. */
export async function checkProgress(report: Report, workspace: Workspace, { service }: N8n): Promise<void> {
  report.part('Progress: what a long run says while it runs');
  const editor = await report.check('Chromium opens the editor', () => Editor.open(workspace.rest));
  if (!editor) return;
  try {
    await report.check(`${ITEMS} items in 4 calls: the browser's console has the first line and the last`, async () => {
      await resetSandbox(workspace.sandbox);
      const said: string[] = [];
      editor.page.on('console', (message) => said.push(message.text()));
      await editor.openWorkflow(await importWorkflow(workspace.rest, trackingOf(workspace)));
      await editor.execute();
      const lines = await waitFor('The last line is there', async () => {
        const own = said.filter((line) => line.startsWith(`[Node: "${STEP}"]`));
        return own.some((line) => line.endsWith('4 of 4 calls answered')) ? own : undefined;
      });
      const [first, last] = [lines[0], lines.at(-1)];
      expectEqual(
        [first, last],
        LINES.map((line) => `[Node: "${STEP}"] ${line}`),
        'the lines',
      );
    });
    await report.check("n8n's log has them too", async () => {
      const log = await readFile(service.log, 'utf8');
      for (const line of LINES)
        expectTrue(new RegExp(`${STEP} \\(execution \\d+\\): ${line}`).test(log), `Not: ${line}`);
    });
  } finally {
    await editor.close();
  }
}

/** Numbers that the carrier does not know: what counts is that it was asked. */
function trackingOf({ credentialIds }: Workspace): Record<string, unknown> {
  const start = { id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
  const tracking = {
    id: 'tracking',
    name: STEP,
    type: 'n8n-nodes-crossborder.etower',
    typeVersion: 1,
    onError: 'continueRegularOutput',
    parameters: { resource: 'tracking', operation: 'get', number: '={{ $json.number }}' },
    credentials: { etowerApi: { id: credentialIds['etowerApi'], name: 'eTower sandbox' } },
  };
  const items = Array.from({ length: ITEMS }, (_, n) => ({ json: { number: `UNKNOWN-${n}` } }));
  return {
    name: 'A long run',
    nodes: [
      { ...start, position: [0, 0] },
      { ...tracking, position: [220, 0] },
    ],
    connections: { Start: { main: [[{ node: STEP, type: 'main', index: 0 }]] } },
    settings: {},
    pinData: { Start: items },
  };
}
