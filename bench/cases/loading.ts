import type { Case, Row } from '../case';

const NODES = ['EccangTms', 'Etower', 'Hge', 'Huahan', 'Mgoship', 'Parcel'] as const;
const HTTP = "n8n's HTTP Request";
const SIZE = 'The package, unpacked';

const row = (node: string): Row => ({
  name: node,
  beside: HTTP,
  job: { kind: 'require', file: `dist/nodes/${node}/${node}.node.js` },
});

export const loading: Case = {
  name: 'loading',
  title: "Loading a node's file",
  rows: [
    ...NODES.map(row),
    {
      name: HTTP,
      isPeer: true,
      job: { kind: 'require', file: 'bench/node_modules/n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js' },
    },
    { name: SIZE, runs: 1, job: { kind: 'size' } },
  ],
  marks: [
    ...NODES.flatMap((node) => [
      {
        says: "time at most half of n8n's HTTP Request",
        measure: 'cpuMs',
        row: node,
        than: HTTP,
        atMost: 0.5,
      } as const,
      { says: 'at most 40 MB', measure: 'memoryMb', row: node, atMost: 40 } as const,
    ]),
    { says: 'the unpacked package at most 3 MB', measure: 'unpackedMb', row: SIZE, atMost: 3 },
  ],
  limits: 'All nodes are in one file, which the first of them loads. n8n-workflow is loaded before, as in every n8n.',
};
