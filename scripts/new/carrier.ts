/** `npm run new-carrier NAME`: the skeleton of a carrier with an API of its own, which builds and passes its own tests. */
import {
  atEnd,
  inCredentials,
  inEndToEnd,
  inIssueForm,
  inLeafTest,
  inOutputs,
  inPackage,
  inParcel,
  inSandbox,
  inTable,
  type Edit,
} from './entries';
import { carrierNames, type CarrierNames } from './names';
import { bringUpToDate, ROOT, write } from './project';
import { finish, tell } from './terminal';
import { filesFromTemplates } from './templates';

finish(newCarrier());

async function newCarrier(): Promise<void> {
  const names = carrierNames('new-carrier', process.argv.slice(2), ROOT);
  const files = filesFromTemplates('carrier', names);
  const edits = editsFor(names);
  await write(files, edits);
  bringUpToDate();
  tell(names, [...files.keys()], Object.keys(edits), nextSteps(names));
}

function editsFor(names: CarrierNames): Record<string, Edit> {
  const { name, className, title } = names;
  return {
    'package.json': inPackage(names),
    'nodes/Parcel/carriers.ts': inParcel(names, `${name}Session`, [
      `import { session as ${name}Session } from '#nodes/${className}/session';`,
    ]),
    'sandbox/carriers.ts': inSandbox(names),
    'examples/credentials.sandbox.json': inCredentials(names, `/${name}/`, {
      token: `sandbox-${name}-token-0000000001`,
    }),
    'e2e/carriers.ts': inEndToEnd(
      `{ node: '${name}', displayName: '${title}', searchedBy: ['${title}'],
         credentials: [{ type: '${name}Api', name: '${title} sandbox', secret: 'token' }] },`,
      `{ credential: '${name}Api', secret: 'token', method: 'GET', path: '/${name}/getOrder',
         query: { number: 'NO-SUCH-ORDER' }, answers: ['no such order'] },`,
    ),
    'README.md': inTable('Carrier', `| [${title}](docs/carriers/${name}.md) | ${title} | not documented yet | |`),
    'docs/zh-CN/README.md': inTable('物流商', `| [${title}](${name}.md) | ${title} | 还没有文档 |`, false),
    'docs/sandbox.md': inTable('Carrier', `| ${name} | \`http://127.0.0.1:4010/${name}/\` |`),
    'docs/output.md': inOutputs(names),
    'docs/references/README.md': inTable(
      'File',
      `| \`${name}.md\` | ${title} | JSON, token in a header (a placeholder) | 0, and 2 by name |`,
      false,
    ),
    'test/contract/leaves/carriers.ts': inLeafTest(names),
    'test/payloads/README.md': atEnd(
      `## \`${name}/\` (${title})\n\nPlaceholders of the form that \`docs/references/${name}.md\` tells, until the carrier's own samples take their place.`,
    ),
    '.github/ISSUE_TEMPLATE/bug.yml': inIssueForm(names),
    '.github/ISSUE_TEMPLATE/manual.yml': inIssueForm(names),
  };
}

function nextSteps({ name, className, title }: CarrierNames): string[] {
  return [
    `docs/references/${name}.md: answer its questions from the manual. Until then it describes an invented API.`,
    `test/payloads/${name}: put the carrier's own samples there, with neutral placeholders for people.`,
    `carriers/${name}: account.ts (address, fields of the credential), sign.ts, reply.ts and codes.ts (answers), requests/order.ts (a row for each field), parcels.ts.`,
    `sandbox/${name}: what would the carrier refuse? Write it from the reference alone.`,
    `carriers/${name}/capabilities.ts: what may Parcel (All Carriers) ask, and by which numbers? Then npm run capabilities.`,
    `credentials/${className}Api.credentials.ts: which fields, and where does a user find them? Then docs/carriers/${name}.md, and docs/zh-CN/${name}.md in Chinese.`,
    `nodes/${className}: one file for each operation, one line for it in resources.ts and one for what it gives in outputs.ts; draw the icons; give the codex the words that users search by.`,
    `The tests in test/*/${name} begin with the questions that they should answer.`,
    `README.md, e2e/carriers.ts, .github/ISSUE_TEMPLATE: "${title}" stands there; make the words its own. Tell of it in CHANGELOG.md.`,
    `test/structure/names.txt: names of ${name} that you drop before its first release are taken out by hand; npm run names adds.`,
    `npm test -- ${name}; at the end npm test.`,
  ];
}
