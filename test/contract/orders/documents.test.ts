import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fieldTables } from './field-tables';
import { MAPPINGS } from './mappings';

/** Without the blanks that align a table. */
const plain = (text: string): string => text.replace(/ +\|/g, ' |').replace(/\| +/g, '| ').replace(/-{3,}/g, '---');

it('docs/order.md tells of every field what it holds, and which carrier has a place for it', () => {
  const text = readFileSync(path.join(__dirname, '../../../docs/order.md'), 'utf8');
  expect(plain(text)).toContain(plain(fieldTables(MAPPINGS)));
});
