import { objectOf, type JsonObject } from '../../carriers/shared/json-value';
import type { ListedTool } from '../mcp-client';
import { expectEqual, expectTrue, type Report } from '../report';
import { tokensOf } from '../tokens';
import { serve, toolOf, type ToolShop } from '../tool-server';
import { allByModel, byButton, byModel, chosen, described, usualByModel } from '../left-to-model';
import { type ToolOperation } from '../tool-workflows';

/** A tool with one operation, in tokens: its name, its description and its fields. */
const MOST_TOKENS = 2500;

/** What is measured of every operation. */
const WAYS: readonly {
  way: string;
  path: string;
  filled: (operation: ToolOperation) => JsonObject;
}[] = [
  { way: 'the number or the order left to the model', path: 'usual', filled: usualByModel },
  {
    way: "all fields left to it by the editor's button",
    path: 'all-fields',
    filled: (operation) => allByModel(operation, byButton),
  },
  {
    way: 'all fields left to it, with our descriptions',
    path: 'described',
    filled: (operation) => allByModel(operation, described),
  },
];

/** What models are told of each of our tools, and how long that is. */
export async function checkToolList(report: Report, shop: ToolShop): Promise<void> {
  for (const { way, path, filled } of WAYS) {
    await report.check(
      `tools/list, ${way}: every operation, each under ${MOST_TOKENS} tokens, and nothing of another`,
      async () => {
        const { operations } = shop;
        const steps = operations.map((each) =>
          toolOf(shop, each, { ...ofOtherOperations(each, operations), ...chosen(each), ...filled(each) }),
        );
        const tools = await (await serve(shop, path, steps)).tools();
        expectEqual(tools.map(({ name }) => name).sort(), steps.map(({ name }) => name).sort(), 'tools');
        const sizes = tools.map((tool) => ({ tool: tool.name, tokens: tokensOf(JSON.stringify(tool)) }));
        const largest = sizes.toSorted((one, other) => other.tokens - one.tokens);
        report.progress(summaryOf(largest));
        expectEqual(tools.flatMap(strangeFieldsOf), [], 'fields of other operations');
        expectTrue((largest[0]?.tokens ?? 0) < MOST_TOKENS, summaryOf(largest));
      },
    );
  }
}

function summaryOf(largest: readonly { tool: string; tokens: number }[]): string {
  const most = largest.slice(0, 5).map(({ tool, tokens }) => `${tool} ${tokens}`);
  return `${largest.length} tools, half of them under ${largest[largest.length >> 1]?.tokens} tokens; most: ${most.join(', ')}`;
}

const OTHERS = 'other_';

/** As a saved step may still hold them: fields that were filled in while it was set to something else. */
function ofOtherOperations(own: ToolOperation, operations: readonly ToolOperation[]): JsonObject {
  const names = new Set(own.fields.map(({ name }) => name));
  const others = operations.filter(({ node }) => node === own.node).flatMap(({ fields }) => fields);
  const strange = others.filter(({ name, type }) => type === 'string' && !names.has(name));
  return Object.fromEntries(
    strange.map((field) => [String(field['name']), byModel({ ...field, name: `${OTHERS}${String(field['name'])}` })]),
  );
}

function strangeFieldsOf({ name, inputSchema }: ListedTool): string[] {
  const fields = Object.keys(objectOf(inputSchema['properties']));
  return fields.filter((field) => field.startsWith(OTHERS)).map((field) => `${name}: ${field}`);
}
