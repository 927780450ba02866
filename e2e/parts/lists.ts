import { listOf, objectOf, textOf, type JsonObject } from '../../carriers/shared/json-value';
import { LIST_PARAMETERS } from '../carriers';
import { expectTrue, type Report } from '../report';
import { packageTypes, resetSandbox, type Workspace } from '../workspace';

/** Every searchable list of every node, asked for as the editor does. */
export async function checkLists(report: Report, workspace: Workspace): Promise<void> {
  report.part('Lists: every searchable field has entries');
  await resetSandbox(workspace.sandbox);
  for (const type of await packageTypes(workspace.rest)) {
    const name = textOf(type['name']) ?? '';
    for (const method of methodsOf(type)) {
      await report.check(`${name}: ${method}`, async () => {
        const all = await search(workspace, name, method);
        expectTrue(all.length > 0, 'The list is empty');
        const [first] = all;
        const code = textOf(first?.['value']) ?? '';
        const found = await search(workspace, name, method, code);
        expectTrue(
          found.some(({ value }) => value === code),
          `A search for "${code}" does not find it`,
        );
        expectTrue(found.length < all.length || all.length === 1, `A search for "${code}" finds all`);
        report.progress(`${all.length} entries, "${code}" narrows them to ${found.length}`);
      });
    }
  }
}

async function search(
  { rest, rows, credentialIds }: Workspace,
  type: string,
  methodName: string,
  filter?: string,
): Promise<JsonObject[]> {
  const row = rows.find(({ node }) => type.endsWith(`.${node}`));
  const credentials = (row?.credentials ?? []).map(
    (each) => [each.type, { id: credentialIds[each.type], name: '' }] as const,
  );
  const answer = await rest.post('/rest/dynamic-node-parameters/resource-locator-results', {
    path: 'parameters.list',
    nodeTypeAndVersion: { name: type, version: 1 },
    currentNodeParameters: LIST_PARAMETERS[methodName] ?? {},
    credentials: Object.fromEntries(credentials),
    methodName,
    ...(filter === undefined ? {} : { filter }),
  });
  return listOf(objectOf(answer)['results']);
}

/** Names of the list methods that the form uses, at any depth. */
function methodsOf({ properties }: JsonObject): string[] {
  const found = JSON.stringify(properties).matchAll(/"searchListMethod":"(\w+)"/g);
  return [...new Set([...found].map(([, method = '']) => method))].sort();
}
