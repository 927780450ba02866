const N8N = 'n8n-workflow';

/** What nodes and credentials take from it. */
const NAMES = ['NodeApiError', 'NodeConnectionTypes', 'NodeOperationError', 'jsonParse'];

/**
 * n8n-workflow is not bundled, and loaded when one of these names is first used: it takes more time and memory than all
 * that the package has itself, and n8n's list of nodes needs none of it.
 */
const lateN8n = {
  name: 'late-n8n',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${N8N}$`) }, ({ namespace }) =>
      namespace === N8N ? { path: N8N, external: true } : { path: N8N, namespace: N8N },
    );
    build.onLoad({ filter: /^/, namespace: N8N }, () => {
      const members = NAMES.map((name) => `get ${name}() { return loaded().${name}; }`);
      // Node looks for the file each time that it is required.
      const contents = `let n8n; const loaded = () => (n8n ??= require('${N8N}')); module.exports = { ${members.join(', ')} };`;
      return { contents };
    });
  },
};

/** @throws Error when the bundle uses another name of n8n-workflow, which would be undefined in it */
function assertNamesOfN8n(bundled) {
  const used = Array.from(bundled.matchAll(/\bimport_n8n_workflow\d*\.(\w+)/g), ([, name]) => name);
  const unknown = [...new Set(used)].filter((name) => !NAMES.includes(name));
  if (unknown.length > 0) throw new Error(`Add ${unknown.join(', ')} to NAMES in scripts/build/late-n8n.js`);
}

module.exports = { assertNamesOfN8n, lateN8n };
