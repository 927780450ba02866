import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface FloorPackage {
  root: string;
  remove: () => Promise<void>;
}

/**
 * A package with the same nodes that do nothing but read: once per item each parameter of the form in which an expression
 * is. What n8n takes for that no node can save.
 * @param root of the package whose nodes it describes
 */
export async function floorPackage(root: string, nodes: readonly string[]): Promise<FloorPackage> {
  const folder = await mkdtemp(join(tmpdir(), 'form-floor-'));
  const files = nodes.map((node) => ({ name: `${node}.node.js`, text: floorNode(root, node) }));
  for (const { name, text } of files) await writeFile(join(folder, name), text);
  const manifest = {
    name: 'n8n-nodes-crossborder',
    version: '0.0.0',
    n8n: { n8nNodesApiVersion: 1, nodes: files.map(({ name }) => name), credentials: [] },
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  return { root: folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

function floorNode(root: string, node: string): string {
  return `
const { ${node}: Described } = require(${JSON.stringify(join(root, 'dist/nodes', node, `${node}.node.js`))});
exports.${node} = class ${node} {
  constructor() {
    const { credentials, ...description } = new Described().description;
    this.description = description;
  }
  async execute() {
    const read = Object.entries(this.getNode().parameters).filter(([, value]) => JSON.stringify(value).includes('"='));
    const items = this.getInputData();
    for (let item = 0; item < items.length; item++) {
      for (const [name] of read) this.getNodeParameter(name, item, null);
    }
    return [items.map((_, item) => ({ json: {}, pairedItem: { item } }))];
  }
};
`;
}
