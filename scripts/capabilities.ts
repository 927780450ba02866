/** Writes the tables that are made from what the carriers state (`carriers/<carrier>/capabilities.ts`). */
import { CARRIERS } from '../nodes/Parcel/carriers';
import { capabilityEdits } from './capability-tables';
import { write } from './new/project';

const edits = capabilityEdits(CARRIERS);

void write(new Map(), edits).then(() => {
  process.stdout.write(`The tables of ${Object.keys(edits).length} documents are up to date.\n`);
});
