/** The tracking routine as a user has it: a data table, a schedule, mails. Each run is counted by the mails that arrive. */
import { objectOf, textOf, type JsonObject } from '../../carriers/shared/json-value';
import { changeEvents, servicesOf } from '../../sandbox/control-client';
import { Editor } from '../editor';
import { resultOf, startManually } from '../execution';
import { startMailRecorder, type MailRecorder } from '../mail-recorder';
import { createParcelTable, ROUTINE_FILE, type ParcelTable } from '../parcel-table';
import { expectEqual, type Report } from '../report';
import { CARRIER, createParcels, eventOf } from '../routine-parcels';
import { importWorkflow, nodesOf, readWorkflow, resetSandbox, storeCredential, type Workspace } from '../workspace';

const TRIGGER = 'Every Morning';
const PARCELS = 100;

interface Routine {
  workspace: Workspace;
  table: ParcelTable;
  mails: MailRecorder;
  workflow: JsonObject;
  /** Numbers of the parcels, in the order of the table. */
  numbers: readonly string[];
  /** A parcel more, which is not in the table yet. */
  underWay: string;
}

export async function checkRoutine(report: Report, workspace: Workspace): Promise<void> {
  report.part(`Routine: ${PARCELS} parcels, a table and mails`);
  const mails = await startMailRecorder();
  try {
    const routine = await report.check(`${PARCELS} parcels at the carrier, a data table and a mail server`, () =>
      prepare(workspace, mails),
    );
    if (!routine) return;
    await report.check('the template as it comes: its sample data give mails', () => runAsItComes(routine));
    await runDays(report, routine);
  } finally {
    await mails.close();
  }
}

async function prepare(workspace: Workspace, mails: MailRecorder): Promise<Routine> {
  const { rest, sandbox, credentialIds } = workspace;
  await resetSandbox(sandbox);
  const [underWay = '', ...numbers] = await createParcels(workspace, PARCELS + 1);
  // The first three have waited for ten days.
  await changeEvents(
    sandbox,
    ...numbers.map((number, index) => eventOf(number, { daysAgo: index < 3 ? 10 : 0, text: 'Information received' })),
  );
  const table = await createParcelTable(rest);
  const smtp = { host: '127.0.0.1', port: mails.port, secure: false, disableStartTls: true, user: '', password: '' };
  const smtpId = await storeCredential(rest, 'smtp', smtp, 'Mail recorder');
  const workflow = await readWorkflow(ROUTINE_FILE, credentialIds);
  return { workspace, table, mails, workflow: withMailCredential(workflow, smtpId), numbers, underWay };
}

/** What a user does after the import: chooses the mail account. */
function withMailCredential(workflow: JsonObject, id: string): JsonObject {
  return withMailNodes(workflow, { credentials: { smtp: { id, name: 'Mail recorder' } } });
}

function withMailNodes(workflow: JsonObject, change: JsonObject): JsonObject {
  const isMail = ({ type }: JsonObject) => type === 'n8n-nodes-base.emailSend';
  return { ...workflow, nodes: nodesOf(workflow).map((node) => (isMail(node) ? { ...node, ...change } : node)) };
}

/** It reads the table, and cannot write to it. */
function withoutTable(workflow: JsonObject): JsonObject {
  const nodes = nodesOf(workflow).map((node) => {
    if (node['name'] !== 'Write Key Back') return node;
    const dataTableId = { __rl: true, mode: 'name', value: 'A table that is gone' };
    return { ...node, parameters: { ...objectOf(node['parameters']), dataTableId } };
  });
  return { ...workflow, nodes };
}

/** Pinned data stand in for the table and the carrier; the screenshot is of this run. */
async function runAsItComes({ workspace, workflow, mails }: Routine): Promise<void> {
  const editor = await Editor.open(workspace.rest);
  try {
    await editor.openWorkflow(await importWorkflow(workspace.rest, workflow));
    await editor.execute();
    await editor.screenshot('tracking-routine');
  } finally {
    await editor.close();
  }
  const pinned = objectOf(workflow['pinData'])['Get Updates'];
  const numbers = (Array.isArray(pinned) ? pinned : []).map((item) => objectOf(objectOf(item)['json'])['number']);
  const [list, ...single] = mails.takeSubjects();
  expectEqual(list, 'Stuck parcels: 1', 'the list');
  expectEqual(single.map(numberIn), numbers, 'parcels with a mail');
}

async function runDays(report: Report, routine: Routine): Promise<void> {
  const { workspace, table, mails, numbers, underWay, workflow } = routine;
  const [, second = '', , fourth = '', fifth = ''] = numbers;
  const { sandbox, rest } = workspace;
  const change = (...changes: Parameters<typeof changeEvents>[1][]) => changeEvents(sandbox, ...changes);
  const workflowId = await importWorkflow(rest, { ...workflow, pinData: {} });
  const day = (name: string, expected: Expected, before?: () => Promise<void> | void) =>
    report.check(name, async () => {
      await before?.();
      await runOnce(routine, workflowId, expected);
    });

  await day(`first run: ${PARCELS} mails, the three stuck ones as one list`, { mailed: numbers, list: 3 }, () =>
    table.insert(numbers),
  );
  await day('second run: none', {});
  await day('an event more, while the mail server refuses: it counts as not told', { refused: 1 }, async () => {
    mails.refuse(true);
    await change(eventOf(fourth, { text: 'Arrived at facility' }));
  });
  await day('third run: one mail', { mailed: [fourth] }, () => mails.refuse(false));
  await day(
    'the carrier edits a known event, takes one back, and delivers a parcel: three mails',
    { mailed: [second, fourth, fifth] },
    () =>
      change(
        { carrier: CARRIER, number: second, event: 1, text: 'Information received, corrected' },
        { carrier: CARRIER, number: fourth, event: 2, remove: true },
        eventOf(fifth, { code: 'CC', text: 'Delivered' }),
      ),
  );
  await day('the run after that: none', {});
  await report.check('n8n dies after the mail and before the key: the mail comes again, once', async () => {
    await change(eventOf(fourth, { text: 'Flight departed' }));
    const dying = await importWorkflow(rest, { ...withoutTable(workflow), pinData: {} });
    await runOnce(routine, dying, { mailed: [fourth], dies: true });
    await runOnce(routine, workflowId, { mailed: [fourth] });
    await runOnce(routine, workflowId, {});
  });
  await report.check(
    'a parcel under way is taken over with the mail nodes deactivated: no mail for what was',
    async () => {
      await change(eventOf(underWay, { text: 'Information received' }));
      await table.insert([underWay]);
      const silent = withMailNodes(workflow, { disabled: true });
      await runOnce(routine, await importWorkflow(rest, { ...silent, pinData: {} }), {});
      await runOnce(routine, workflowId, {});
    },
  );
  await report.check('the delivered parcel is not read any more, and every key fits its column', async () => {
    const rows = await table.rows();
    expectEqual(rows.length, PARCELS + 1, 'rows');
    expectEqual(
      rows.filter(({ done }) => done === true).map(({ number }) => number),
      [fifth],
      'rows that are done',
    );
    const keys = rows.map(({ trackingKey }) => textOf(trackingKey) ?? '');
    expectEqual(
      keys.filter((key) => !/^v1:.{1,77}$/.test(key)),
      [],
      'keys of another form',
    );
    report.progress(`keys of ${Math.max(...keys.map(({ length }) => length))} characters`);
  });
}

interface Expected {
  /** Parcels with a mail of their own. */
  mailed?: readonly string[];
  /** How many are in the list of stuck ones. */
  list?: number;
  /** Mails that could not be sent. */
  refused?: number;
  /** The run ends with an error. */
  dies?: boolean;
}

/** One run as the schedule starts it; 50 numbers go in a call. */
async function runOnce(
  { workspace, mails, table }: Routine,
  workflowId: string,
  { mailed = [], list = 0, refused = 0, dies = false }: Expected,
): Promise<void> {
  const { rest, sandbox } = workspace;
  const callsBefore = await trackingCalls(sandbox);
  const open = (await table.rows()).filter(({ done }) => done !== true).length;
  const { status, nodes } = await resultOf(rest, await startManually(rest, workflowId, TRIGGER));
  expectEqual(status, dies ? 'error' : 'success', 'status of the run');
  const subjects = mails.takeSubjects();
  const lists = subjects.filter((subject) => subject.startsWith('Stuck parcels'));
  expectEqual(lists, list === 0 ? [] : [`Stuck parcels: ${list}`], 'lists');
  expectEqual(subjects.filter((subject) => !lists.includes(subject)).map(numberIn), mailed, 'parcels with a mail');
  expectEqual(nodes['Send Mail']?.outputs[1]?.length ?? 0, refused, 'mails that were refused');
  expectEqual((await trackingCalls(sandbox)) - callsBefore, Math.ceil(open / 50), 'calls of the carrier');
}

async function trackingCalls(sandbox: Workspace['sandbox']): Promise<number> {
  return Number((await servicesOf(sandbox, CARRIER))['getCargoTrack'] ?? 0);
}

function numberIn(subject: string): string {
  return /^Parcel (\S+):/.exec(subject)?.[1] ?? subject;
}
