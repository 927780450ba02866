/** What an assistant says to an MCP server: JSON-RPC over Streamable HTTP, as in the specification of 2025-03-26. */
import { isObject, objectOf, textOf, type JsonObject } from '../carriers/shared/json-value';

export interface McpClient {
  /** Names of the tools. */
  tools(): Promise<string[]>;
  /** @returns the text that the tool answers with */
  call(tool: string, given: JsonObject): Promise<string>;
}

/** @throws Error with the status when the server refuses */
export async function connectMcp(address: string, token: string): Promise<McpClient> {
  let id = 0;
  let session: string | undefined;
  const send = async (message: JsonObject): Promise<JsonObject> => {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
        Authorization: `Bearer ${token}`,
        ...(session === undefined ? {} : { 'Mcp-Session-Id': session }),
      },
      body: JSON.stringify({ jsonrpc: '2.0', ...message }),
      signal: AbortSignal.timeout(60_000),
    });
    if (!response.ok) throw new Error(`The server answered ${response.status}`);
    session = response.headers.get('mcp-session-id') ?? session;
    return answerIn(await response.text());
  };
  const ask = async (method: string, params: JsonObject): Promise<JsonObject> => {
    id += 1;
    const { result, error } = await send({ id, method, params });
    if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`);
    return objectOf(result);
  };
  const clientInfo = { name: 'end-to-end test', version: '1.0.0' };
  await ask('initialize', { protocolVersion: '2025-03-26', capabilities: {}, clientInfo });
  await send({ method: 'notifications/initialized' });
  return {
    async tools() {
      const { tools } = await ask('tools/list', {});
      return (Array.isArray(tools) ? tools.filter(isObject) : []).map(({ name }) => textOf(name) ?? '').sort();
    },
    async call(name, given) {
      const { content } = await ask('tools/call', { name, arguments: given });
      const texts = (Array.isArray(content) ? content.filter(isObject) : []).map(({ text }) => textOf(text) ?? '');
      return texts.join('\n');
    },
  };
}

/** The message itself, or the last one of a stream of events. */
function answerIn(text: string): JsonObject {
  const events = text.split('\n').filter((line) => line.startsWith('data:'));
  const last = events.at(-1)?.slice('data:'.length) ?? text;
  return last.trim() === '' ? {} : objectOf(JSON.parse(last));
}
