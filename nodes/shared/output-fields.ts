import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { objectAsIs, textOf } from '#carriers/shared/json-value';
import { loading, type LoadOptions } from './session';

/**
 * The list of the fields that the chosen operation gives, for Selected Fields.
 * @param node its folder, where the build writes what each operation gives
 */
export function outputFieldsOf(node: string): { getOutputFields: LoadOptions } {
  return { getOutputFields: loading((functions) => fieldsIn(node, functions)) };
}

async function fieldsIn(node: string, functions: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
  const [resource, operation] = ['resource', 'operation'].map((name) =>
    textOf(functions.getCurrentNodeParameter(name)),
  );
  if (resource === undefined || operation === undefined) return [];
  // Of a built package: all nodes are in one file, in a folder beside theirs.
  const folder = path.join(__dirname, '../nodes', node, '__schema__/v1.0.0');
  const file = path.join(folder, path.basename(resource), `${path.basename(operation)}.json`);
  const schema: unknown = JSON.parse(await readFile(file, 'utf8'));
  return Object.entries(objectAsIs(objectAsIs(schema)['properties'])).map(([name, of]) => {
    const description = textOf(objectAsIs(of)['description']);
    return { name, value: name, ...(description === undefined ? {} : { description }) };
  });
}
