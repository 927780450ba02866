import { runWorkflow, type WorkflowResult } from '../../engine';
import { resultOf, runOf, startManually } from '../execution';
import { expectEqual, expectTrue, type Report } from '../report';
import {
  importExample,
  oneCallAtATime,
  readExamples,
  resetSandbox,
  triggerOf,
  type Example,
  type Workspace,
} from '../workspace';

/** Every example in n8n and in the headless runner, each with an empty sandbox: the same comes out. */
export async function checkExamples(report: Report, workspace: Workspace): Promise<void> {
  report.part('Examples: n8n gives what the headless runner gives');
  for (const example of await readExamples(workspace)) {
    await report.check(`${example.file}, ${example.items.length} items`, () =>
      compareRuns(workspace, { ...example, workflow: oneCallAtATime(example.workflow) }),
    );
  }
}

async function compareRuns(workspace: Workspace, example: Example): Promise<void> {
  const { rest, sandbox, credentials } = workspace;
  await resetSandbox(sandbox);
  const { workflow, items } = example;
  const headless = (await runWorkflow({ workflow, items, credentials })).result;
  await resetSandbox(sandbox);
  const trigger = triggerOf(workflow);
  const executionId = await startManually(rest, await importExample(rest, example), trigger);
  const inN8n = await resultOf(rest, executionId);
  expectEqual(comparable(inN8n, trigger), comparable(headless, trigger), 'n8n');
  await checkFiles(workspace, executionId);
}

/** The binaries are stored by n8n and can be downloaded from it. */
async function checkFiles({ rest }: Workspace, executionId: string): Promise<void> {
  const { runData } = (await runOf(rest, executionId)).data.resultData;
  const items = Object.values(runData).flatMap((runs) =>
    runs.flatMap(({ data }) => (data?.main ?? []).flatMap((output) => output ?? [])),
  );
  for (const { binary } of items) {
    for (const { id, mimeType, bytes } of Object.values(binary ?? {})) {
      if (id === undefined) continue;
      const file = await rest.fetch(`/rest/binary-data?id=${encodeURIComponent(id)}&action=download`);
      const size = (await file.arrayBuffer()).byteLength;
      expectTrue(file.ok && size > 0 && (bytes === undefined || size === bytes), `${mimeType} file has ${size} bytes`);
    }
  }
}

/** What is random in a link to a label is not compared. */
function comparable({ status, nodes }: WorkflowResult, trigger: string): unknown {
  // n8n pairs the items that are pinned to a trigger with its own empty start item.
  const started = nodes[trigger]?.outputs.map((items) => items.map(({ json }) => json));
  const text = JSON.stringify({ status, nodes: { ...nodes, [trigger]: started } });
  return JSON.parse(
    text.replace(RANDOM, '(random)').replace(MOMENT, '(moment)').replace(FILE_SIZE, '"fileSize":"(size)"'),
  );
}

const RANDOM = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** As date and time, or in seconds since 1970. */
const MOMENT = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d|(?<="timeRaw":")\d{10}(?=")/g;
/** A label holds the moment it was made; compressed, its size differs by a few bytes. */
const FILE_SIZE = /"fileSize":\d+/g;
