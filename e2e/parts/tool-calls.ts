import { isObject, textOf, type JsonObject } from '../../carriers/shared/json-value';
import { control, ordersAt } from '../../sandbox/control-client';
import type { McpClient } from '../mcp-client';
import { QUEUE_ROWS } from '../queue-workflows';
import { expectEqual, expectTrue, type Report } from '../report';
import { callsOf, REFUSED_READS } from '../tool-calls';
import { serve, toolOf, type ToolShop } from '../tool-server';
import { byModel } from '../left-to-model';
import { toolName } from '../tool-workflows';
import { resetSandbox } from '../workspace';

/** After an order of each carrier was made by its own tool: what each read is asked for is in `tool-calls.ts`. */
export async function checkToolCalls(report: Report, shop: ToolShop): Promise<void> {
  const { sandbox } = shop.workspace;
  await resetSandbox(sandbox);
  const made = await report.check('tools/call: each carrier makes an order, and none without a reference', () =>
    createByTools(shop),
  );
  if (!made) return;
  const calls = shop.operations
    .filter(({ writes }) => !writes)
    .map((read) => ({ ...callsOf(read, made), name: toolName(read), read }));
  const client = await report.check(`tools/list: ${calls.length} steps that read`, () =>
    serve(
      shop,
      'reads',
      calls.map(({ read, parameters }) => toolOf(shop, read, parameters)),
    ),
  );
  if (!client) return;
  const files = new Map<string, JsonObject[]>();
  for (const { name, args } of calls) {
    const refusal = REFUSED_READS[name];
    const outcome = refusal === undefined ? 'answers' : `is refused: ${refusal}`;
    await report.check(`tools/call: ${name} ${outcome}`, async () => {
      const told = await checkRead(client, name, args, refusal);
      if (told.length > 0) files.set(name, told);
    });
  }
  const withFiles = calls.filter(({ read }) => read.fields.some((field) => field['name'] === 'toolFilesAs'));
  await report.check(`the files of ${withFiles.length} steps are all behind links that open`, async () => {
    expectEqual(
      [...files.keys()],
      withFiles.map(({ name }) => name),
      'steps with files',
    );
    for (const file of [...files.values()].flat()) await checkFile(file);
  });
}

/** @returns the order of each carrier, by the name that its node has */
async function createByTools(shop: ToolShop): Promise<Readonly<Record<string, JsonObject>>> {
  const { sandbox } = shop.workspace;
  const creates = QUEUE_ROWS.flatMap((row) => {
    const create = shop.operations.find(
      ({ node, resource, operation }) => node === row.node && resource === row.resource && operation === 'create',
    );
    return create ? [{ row, create }] : [];
  });
  expectEqual(creates.length, QUEUE_ROWS.length, 'carriers with a step that creates');
  const body = { inputMode: 'json', body: byModel({ name: 'body', type: 'json' }) };
  const client = await serve(
    shop,
    'creates',
    creates.map(({ create }) => toolOf(shop, create, body)),
  );
  const made: Record<string, JsonObject> = {};
  for (const { row, create } of creates) {
    const refused = await client.call(toolName(create), { body: row.orderOf('') });
    expectTrue(refused.isError && /reference|customer/i.test(refused.text), `Without a reference: ${refused.text}`);
    expectEqual(await ordersAt(sandbox, row.carrier), [], `orders at ${row.carrier}`);
    const { isError, text } = await client.call(toolName(create), { body: row.orderOf('TOOL-1') });
    expectTrue(!isError, text);
    const [order] = await ordersAt(sandbox, row.carrier);
    made[row.node] = order ?? {};
    const onTheWay = ON_THE_WAY[row.carrier];
    if (onTheWay)
      await control(sandbox, 'advance', { ...onTheWay, carrier: row.carrier, number: order?.['orderNumber'] });
  }
  return made;
}

/** What moves a parcel on, so that it is weighed and has events. HGE documents no statuses. */
const ON_THE_WAY: Readonly<Record<string, JsonObject>> = {
  eccang: { status: 'C' },
  huahan: { status: 'C' },
  etower: {},
  mgoship: {},
};

/** @returns what the model is told of files */
async function checkRead(
  client: McpClient,
  name: string,
  args: JsonObject,
  refusal: string | undefined,
): Promise<JsonObject[]> {
  const { isError, text } = await client.call(name, args);
  expectEqual(isError, refusal !== undefined, text.slice(0, 300));
  expectTrue(!/\[object Object\]|TypeError|undefined/.test(text), text.slice(0, 300));
  if (refusal !== undefined) {
    expectTrue(text.includes(refusal), text.slice(0, 300));
    return [];
  }
  const answer: unknown = JSON.parse(text);
  if (!Array.isArray(answer)) throw new Error(`No list: ${text.slice(0, 300)}`);
  return answer.filter(isObject).flatMap(({ files }) => (Array.isArray(files) ? files.filter(isObject) : []));
}

/** Whoever has the link gets the file, in full. */
async function checkFile({ link, bytes, fileName }: JsonObject): Promise<void> {
  const file = await fetch(textOf(link) ?? '');
  expectTrue(file.ok, `The link to ${String(fileName)}: ${file.status}`);
  expectEqual((await file.arrayBuffer()).byteLength, Number(bytes), `bytes of ${String(fileName)}`);
}
