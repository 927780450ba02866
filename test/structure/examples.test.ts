/** Whoever builds flows by drag and drop can build the examples: none has code in it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const EXAMPLES = path.join(__dirname, '../../examples');

const workflows = readdirSync(EXAMPLES).filter((name) => name.endsWith('.workflow.json'));

it.each(workflows)('%s holds no code', (name) => {
  const text = readFileSync(path.join(EXAMPLES, name), 'utf8');
  expect(text).not.toMatch(/\.(?:map|reduce|filter|flatMap|forEach)\(|=>|n8n-nodes-base\.(?:code|function)/);
});
