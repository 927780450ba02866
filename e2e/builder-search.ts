import { createRequire } from 'node:module';
import path from 'node:path';
import { objectOf, textOf } from '../carriers/shared/json-value';
import { N8N_HOME } from './installation';

/**
 * The search of n8n's builder of workflows, a language model: five nodes for each query, with their operations and hints,
 * in words for that model.
 */
export class BuilderSearch {
  readonly #parser: unknown;
  readonly #search: Callable;

  /** @param types all node types of the running n8n, as its node catalog takes them */
  constructor(types: unknown) {
    // It comes with n8n, not with this project: its types are not there.
    const catalog: unknown = createRequire(path.join(N8N_HOME, 'package.json'))('@n8n/ai-utilities/node-catalog');
    const { NodeTypeParser, searchCodeBuilderNodes } = objectOf(catalog);
    if (!isCallable(NodeTypeParser) || !isCallable(searchCodeBuilderNodes)) throw new Error('n8n has no node catalog');
    this.#parser = Reflect.construct(NodeTypeParser, [types]);
    this.#search = searchCodeBuilderNodes;
  }

  /** What the model is told of each node that is found, by the node's name with its package. */
  nodesFor(words: string): ReadonlyMap<string, string> {
    const found: unknown = Reflect.apply(this.#search, undefined, [this.#parser, [words]]);
    const entries = (textOf(objectOf(found)['results']) ?? '').split(/\n\n(?=- )|\n(?=- )/);
    return new Map(
      entries.flatMap((entry) => {
        const name = /^- (\S+)/.exec(entry)?.[1];
        return name === undefined ? [] : [[name, entry] as const];
      }),
    );
  }
}

type Callable = (...args: never[]) => unknown;

function isCallable(value: unknown): value is Callable {
  return typeof value === 'function';
}
