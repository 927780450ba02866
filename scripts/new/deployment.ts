/** `npm run new-deployment NAME`: a carrier that runs Eccang TMS. What differs is then stated in two short files. */
import {
  inCredentials,
  inEndToEnd,
  inIssueForm,
  inOutputs,
  inPackage,
  inParcel,
  inSandbox,
  inTable,
  inWalls,
  operationsTable,
  type Edit,
} from './entries';
import { handLines, handWritten, MOST_BY_HAND } from './hand-written';
import { carrierNames, type CarrierNames } from './names';
import { bringUpToDate, ROOT, textOf, write } from './project';
import { finish, print, tell } from './terminal';
import { filesFromTemplates } from './templates';

finish(newDeployment());

async function newDeployment(): Promise<void> {
  const names = carrierNames('new-deployment', process.argv.slice(2), ROOT);
  const files = filesFromTemplates('deployment', names);
  for (const folder of ['docs/carriers', 'docs/zh-CN']) {
    const page = `${folder}/${names.name}.md`;
    files.set(
      page,
      (files.get(page) ?? '').replace('__operations__', () => operations(folder)),
    );
  }
  const edits = editsFor(names);
  await write(files, edits);
  bringUpToDate();
  tell(names, [...files.keys()], Object.keys(edits), nextSteps(names));
  const [own, resources] = handWritten(names);
  print(
    `\nBy hand, ${own} and ${resources} have ${handLines(ROOT, names)} lines together; ${MOST_BY_HAND} is the limit.`,
  );
}

/** Those of the template's resources.ts, which leaves one out. */
function operations(folder: string): string {
  return operationsTable(textOf(`${folder}/eccang.md`))
    .filter((row) => !row.includes('`addressValidate`'))
    .join('\n');
}

function editsFor(names: CarrierNames): Record<string, Edit> {
  const { name, constant, title } = names;
  const secrets = {
    appToken: `sandbox-${name}-app-token-0000000001`,
    appKey: `sandbox-${name}-app-key-00000000000001`,
  };
  return {
    'package.json': inPackage(names),
    'scripts/lint/walls.js': inWalls(names),
    'nodes/Parcel/carriers.ts': inParcel(
      names,
      `${name}Session, ${name}Session.methods.listSearch`,
      [`import { ${constant} } from '../../carriers/${name}';`],
      `const ${name}Session = familySession(${constant}, ${constant}_CAN.credential);\n`,
    ),
    'sandbox/carriers.ts': inSandbox(names),
    'examples/credentials.sandbox.json': inCredentials(names, `/${name}`, secrets),
    'e2e/carriers.ts': inEndToEnd(
      `{ node: '${name}', displayName: '${title}', searchedBy: ['${title}'],
         credentials: [{ type: '${name}Api', name: '${title} sandbox', secret: 'appKey' }],
         list: { resource: 'order', operation: 'create', parameter: 'shippingMethod', search: 'PK0001', finds: 'PK0001',
           refusal: 'appToken或appKey无效' } },`,
      `{ credential: '${name}Api', secret: 'appKey', method: 'POST', path: '/${name}/default/svc/web-service',
         body: { service: 'getShippingMethod', paramsJson: {} }, answers: ['Success', 'PK0001'] },`,
    ),
    'README.md': inTable(
      'Carrier',
      `| [${title}](docs/carriers/${name}.md) | ${title}, which runs Eccang TMS | as Eccang TMS | |`,
    ),
    'docs/zh-CN/README.md': inTable(
      '物流商',
      `| [${title}](${name}.md) | ${title}，跑的是易仓 TMS | 和易仓 TMS 一样 |`,
      false,
    ),
    'docs/sandbox.md': inTable('Carrier', `| ${name} | \`http://127.0.0.1:4010/${name}/default/svc/web-service\` |`),
    'docs/output.md': inOutputs(names),
    'docs/references/README.md': inTable(
      'File',
      `| \`${name}.md\` | ${title}, an Eccang deployment | as Eccang | as Eccang, until its own manual is read |`,
      false,
    ),
    '.github/ISSUE_TEMPLATE/bug.yml': inIssueForm(names),
    '.github/ISSUE_TEMPLATE/manual.yml': inIssueForm(names),
  };
}

function nextSteps({ name, className, title }: CarrierNames): string[] {
  const [own, resources] = handWritten({ name, className });
  return [
    `docs/references/${name}.md: answer its questions from the manual of the deployment.`,
    `${own}: the address, the fields of createOrder that differ (its two are examples), then what else differs from ECCANG: findsOrdersWith, hasCatalogue, tracking.`,
    `${resources}: which operations does it lack (order.validate is an example)? Its own ones, or ones that differ, as in nodes/Huahan/resources.ts. What they give is in outputs.ts beside it.`,
    `carriers/${name}/capabilities.ts: what may Parcel (All Carriers) ask that differs from Eccang TMS? Then npm run capabilities.`,
    `sandbox/${name}: what does the deployment refuse that Eccang TMS takes? Until then its stand-in is that of Eccang TMS.`,
    `docs/carriers/${name}.md, and docs/zh-CN/${name}.md in Chinese: where are token and key found, and what is known of each method?`,
    `nodes/${className}: draw the icons; give the codex the words that users search by, the carrier's own name among them.`,
    `The tests in test/*/${name} begin with the questions that they should answer.`,
    `README.md, e2e/carriers.ts, .github/ISSUE_TEMPLATE: "${title}" stands there; make the words its own. Tell of it in CHANGELOG.md.`,
    `test/structure/names.txt: names of ${name} that you drop before its first release are taken out by hand; npm run names adds.`,
    `npm test -- ${name}; at the end npm test.`,
  ];
}
