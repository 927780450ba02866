/** The process that loads one file and nothing else: no engine and no carrier is in its time and memory. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { told } from '../servers/told';
import { watched } from './watch';

const [, , root = '', file = ''] = process.argv;
const load = createRequire(path.join(root, 'package.json'));

process.on('disconnect', () => process.exit());
process.once('message', () => {
  load('n8n-workflow');
  process.once('message', () => {
    void watched(async () => void load(path.join(root, file))).then((sample) => told({ sample }));
  });
  told('ready');
});
