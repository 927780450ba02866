const { readdirSync } = require('node:fs');
const path = require('node:path');

const ROOT = path.join(__dirname, '../..');

/** One carrier may build on another: its API is the other's, with differences. */
const BUILDS_ON = { huahan: ['eccang'] };

/** On the ground of a floor all its rooms stand. */
const carriersGround = [...files('carriers'), 'carriers/shared', 'carriers/http'];
const sandboxGround = [...files('sandbox'), 'sandbox/shared'];
/** A folder without a node of its own is made for sharing. */
const isNode = (folder) => readdirSync(path.join(ROOT, folder)).some((name) => name.endsWith('.node.ts'));
const nodes = folders('nodes').filter(isNode);
const nodesGround = folders('nodes').filter((folder) => !isNode(folder));
/** One node is made of the others: it runs their operations with their accounts, and knows no more of them. */
const MADE_OF_NODES = 'nodes/Parcel';
const doorsOfNodes = nodes.filter(isNot(MADE_OF_NODES)).flatMap((node) => {
  const doors = [`${node}/resources.ts`, `${node}/session.ts`, `${node}/lists.ts`];
  return files(node).filter((file) => doors.includes(file));
});

/**
 * Who may import whom, as zones of `import/no-restricted-paths`. They follow from the folders that are there: a new
 * carrier, node or folder has its walls from its first file on. What a room may import is said; all else is refused.
 */
module.exports = [
  room(['carriers/http'], [], 'The transport knows nothing but itself.'),
  room(carriersGround.filter(isNot('carriers/http')), carriersGround, 'What all carriers share knows none of them.'),
  ...folders('carriers')
    .filter((carrier) => !carriersGround.includes(carrier))
    .map((carrier) =>
      room(
        [carrier],
        [...carriersGround, ...builtOn(carrier)],
        'A carrier knows no node, and no other carrier, except Huahan, which is built on Eccang.',
      ),
    ),
  room(sandboxGround, ['sandbox', 'examples'], 'A sandbox that shares code with the client proves nothing.'),
  ...folders('sandbox')
    .filter((carrier) => !sandboxGround.includes(carrier))
    .map((carrier) =>
      room(
        [carrier],
        [...sandboxGround, ...builtOn(carrier), 'examples'],
        'A sandbox that shares code with the client proves nothing, and each carrier stands by itself.',
      ),
    ),
  room([...files('nodes'), 'nodes/shared'], carriersGround, 'What all nodes share knows no node and no carrier.'),
  ...nodesGround
    .filter(isNot('nodes/shared'))
    .map((family) => room([family], ['nodes/shared', 'carriers'], 'What nodes share knows none of them.')),
  ...nodes.map((node) =>
    room(
      [node],
      [...nodesGround, 'carriers', ...(node === MADE_OF_NODES ? doorsOfNodes : [])],
      'A node imports carriers and what nodes share. What two nodes need goes into a folder without a node. Parcel also imports the resources, sessions and lists of the others.',
    ),
  ),
  room(['credentials'], ['carriers'], 'A credential imports carriers alone.'),
  room(['test/fault-server'], [], 'A server that shares code with the client or the sandbox proves nothing.'),
  {
    target: ['carriers', 'sandbox'],
    from: packages(/^(@n8n$|n8n)/),
    message: 'Carriers and the sandbox know nothing of n8n.',
  },
  {
    target: ['nodes', 'credentials'],
    from: packages(/^(@n8n$|n8n(?!-workflow$))/),
    message: 'Of n8n, a node may import n8n-workflow alone.',
  },
  {
    target: folders('.').filter((folder) => !['carriers', 'credentials', 'nodes', 'sandbox', 'test'].includes(folder)),
    from: 'test',
    message: 'Only tests stand on tests. Move what others need as well out of test/.',
  },
];

function room(target, mayImport, message) {
  return { target, from: '.', except: [...new Set([...target, ...mayImport, 'node_modules'])], message };
}

function builtOn(carrier) {
  const [floor, name] = carrier.split('/');
  return (BUILDS_ON[name] ?? []).map((other) => `${floor}/${other}`);
}

function isNot(folder) {
  return (each) => each !== folder;
}

function folders(floor) {
  return entries(floor)
    .filter((entry) => entry.isDirectory() && !/^\.|^(node_modules|dist|out)$/.test(entry.name))
    .map(({ name }) => path.posix.join(floor, name));
}

function files(floor) {
  return entries(floor)
    .filter((entry) => entry.isFile())
    .map(({ name }) => path.posix.join(floor, name));
}

function packages(name) {
  return readdirSync(path.join(ROOT, 'node_modules'))
    .filter((each) => name.test(each))
    .map((each) => `node_modules/${each}`);
}

function entries(floor) {
  return readdirSync(path.join(ROOT, floor), { withFileTypes: true });
}
