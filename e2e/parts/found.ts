import { isObject, objectAsIs, textOf, type JsonObject } from '../../carriers/shared/json-value';
import { BuilderSearch } from '../builder-search';
import { Editor } from '../editor';
import { PACKAGE_NAME } from '../installation';
import { expectEqual, expectTrue, type Report } from '../report';
import { idOf } from '../rest';
import { stepFor, TRADE_WORDS, type TradeWords } from '../trade-words';
import { packageTypes, TRIGGER, type Workspace } from '../workspace';

/** As many entries of the node panel are seen without scrolling. */
const SEEN = 10;

/** The builder looks for each word by itself, and nodes of others that are called by one come first: Code, Form, MailerLite. */
const TAKEN_BY_OTHERS: readonly string[] = ['HS code', 'end of day', 'scan form', 'last mile'];

interface FoundNode {
  name: string;
  displayName: string;
  /** What the panel calls each step, by `resource.operation`. */
  actions: ReadonlyMap<string, string>;
}

/** Words of the trade, asked of both searches of n8n among all of its nodes: the panel's, and that of its builder. */
export async function checkFound(report: Report, workspace: Workspace): Promise<void> {
  report.part('Found: words of the trade in the node panel and for the builder');
  const nodes = (await packageTypes(workspace.rest)).map(nodeOf);
  await checkBuilder(report, workspace, nodes);
  const editor = await report.check('Chromium opens the editor', () => Editor.open(workspace.rest));
  if (!editor) return;
  try {
    await checkPanel(report, workspace, editor, nodes);
  } finally {
    await editor.close();
  }
}

async function checkBuilder(report: Report, { rest }: Workspace, nodes: readonly FoundNode[]): Promise<void> {
  const search = new BuilderSearch(await rest.get('/types/nodes.json'));
  for (const row of TRADE_WORDS) {
    await report.check(`builder: ${row.words.join(', ')}`, () => {
      for (const word of row.words.filter((each) => !TAKEN_BY_OTHERS.includes(each))) {
        const found = search.nodesFor(word);
        const right = wantedBy(row, nodes).filter(({ name, step }) => {
          const [, operation = ''] = step.split('.');
          return found.get(`${PACKAGE_NAME}.${name}`)?.includes(`- ${operation}\n`);
        });
        expectTrue(right.length > 0, `"${word}" finds ${[...found.keys()].join(', ')}`);
      }
    });
  }
  await report.check('builder: it is told how each node is used', () => {
    for (const { name, displayName } of nodes) {
      const entry = search.nodesFor(displayName).get(`${PACKAGE_NAME}.${name}`) ?? '';
      expectTrue(/@builderHint To create the orders of a shop/.test(entry), `It is told: ${entry}`);
      expectTrue(/@relatedNodes\n +- n8n-nodes-base\.shopifyTrigger: /.test(entry), `It is told: ${entry}`);
    }
  });
}

async function checkPanel(
  report: Report,
  { rest }: Workspace,
  editor: Editor,
  nodes: readonly FoundNode[],
): Promise<void> {
  const empty = { name: 'Words of the trade', nodes: [], connections: {}, settings: {} };
  const workflowId = idOf(await rest.post('/rest/workflows', { ...empty, nodes: [TRIGGER] }));
  await editor.openWorkflow(workflowId);
  for (const row of TRADE_WORDS) {
    const wanted = wantedBy(row, nodes);
    await report.check(
      `panel: ${row.words.join(', ')}: ${wanted.map(({ displayName }) => displayName).join(', ')}`,
      async () => {
        for (const word of row.words) {
          const found = (await editor.searchNodes(word)).slice(0, SEEN);
          for (const { displayName } of wanted)
            expectTrue(found.includes(displayName), `"${word}" finds ${found.join(', ')}`);
        }
      },
    );
  }
  for (const { displayName, actions } of nodes) {
    await report.check(`panel: ${displayName} lists each of its ${actions.size} steps`, async () => {
      await editor.openWorkflow(workflowId);
      const all = [...actions.values()];
      const listed = await editor.actionsOf(displayName, all[0] ?? '');
      expectEqual(
        all.filter((action) => !listed.includes(action)),
        [],
        'steps that are not listed',
      );
    });
  }
}

function wantedBy(row: TradeWords, nodes: readonly FoundNode[]): (FoundNode & { step: string })[] {
  return nodes.flatMap((node) => {
    const step = stepFor(row, node.name, [...node.actions.keys()]);
    return step === undefined ? [] : [{ ...node, step }];
  });
}

function nodeOf({ name, displayName, properties }: JsonObject): FoundNode {
  const dropdowns = objectsIn(properties).filter((each) => each['name'] === 'operation');
  return {
    name: String(name).replace(/^.*\./, ''),
    displayName: textOf(displayName) ?? '',
    actions: new Map(dropdowns.flatMap(actionsIn)),
  };
}

function actionsIn({ displayOptions, options }: JsonObject): (readonly [string, string])[] {
  const { resource } = objectAsIs(objectAsIs(displayOptions)['show']);
  const shown: unknown = Array.isArray(resource) ? resource[0] : undefined;
  // n8n adds an entry of its own, Custom API Call, which has no action and is not in the panel.
  return objectsIn(options).flatMap(({ value, action }) => {
    const text = textOf(action);
    return text === undefined ? [] : [[`${String(shown)}.${String(value)}`, text] as const];
  });
}

function objectsIn(list: unknown): JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}
