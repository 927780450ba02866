import { isObject, objectOf, textOf, type JsonObject } from '../../carriers/shared/json-value';
import { credentialsOf } from '../carriers';
import { expectEqual, expectTrue, type Report } from '../report';
import { packageTypes, type Workspace } from '../workspace';

/** All nodes and credentials of the package are in n8n's own lists, with icons that can be loaded. */
export async function checkInstalled(report: Report, workspace: Workspace): Promise<void> {
  const { rest, rows } = workspace;
  report.part('Installed: what n8n lists');
  await report.check(`${rows.length} nodes with their names`, async () => {
    const listed = (await packageTypes(rest)).map(({ name, displayName }) => [shortName(name), displayName]);
    expectEqual(sortedPairs(listed), sortedPairs(rows.map(({ node, displayName }) => [node, displayName])), 'the list');
  });
  for (const type of await packageTypes(rest)) {
    await report.check(`node ${shortName(type['name'])}: icons for light and dark`, () => checkIcons(workspace, type));
  }
  const credentials = await rest.get('/types/credentials.json');
  for (const { type } of credentialsOf(rows)) {
    await report.check(`credential ${type}: icons and the nodes that use it`, async () => {
      const listed = (Array.isArray(credentials) ? credentials : []).filter(isObject).find(({ name }) => name === type);
      if (!listed) throw new Error('n8n does not list it');
      await checkIcons(workspace, listed);
      const nodes = rows.filter((row) => row.credentials.some((each) => each.type === type)).map(({ node }) => node);
      const supported = listed['supportedNodes'];
      expectEqual(Array.isArray(supported) ? supported.map(shortName) : supported, nodes, 'its nodes');
    });
  }
}

async function checkIcons({ rest }: Workspace, { iconUrl }: JsonObject): Promise<void> {
  const addresses = Object.values(objectOf(iconUrl)).map((address) => textOf(address) ?? '');
  expectEqual(addresses.length, 2, 'number of icons');
  for (const address of addresses) {
    const icon = await rest.fetch(`/${address}`);
    const type = icon.headers.get('content-type') ?? '';
    expectTrue(icon.ok && type.startsWith('image/svg'), `${address}: ${icon.status} ${type}`);
  }
}

function shortName(name: unknown): string {
  return String(name).replace(/^.*\./, '');
}

function sortedPairs(pairs: readonly (readonly unknown[])[]): unknown[] {
  return pairs.map((pair) => pair.join(': ')).sort();
}
