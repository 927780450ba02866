/** A client of n8n's MCP Server Trigger, over HTTP as in the Model Context Protocol: JSON-RPC, answered as a stream of events. */
import { isObject, listOf, objectOf, textOf, type JsonObject } from '../carriers/shared/json-value';

/** What a model is told of a tool. */
export interface ListedTool {
  name: string;
  description: string;
  inputSchema: JsonObject;
}

export interface ToolAnswer {
  isError: boolean;
  /** What the model reads. */
  text: string;
}

const TIMEOUT_MS = 120_000;

export class McpClient {
  #session = '';
  #calls = 0;

  private constructor(
    private readonly url: string,
    private readonly token: string | undefined,
  ) {}

  /** @param token what the server asks for with _Authentication: Bearer Auth_ */
  static async connect(url: string, token?: string): Promise<McpClient> {
    const client = new McpClient(url, token);
    const clientInfo = { name: 'end-to-end test', version: '1' };
    await client.ask('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo });
    await client.send({ jsonrpc: '2.0', method: 'notifications/initialized' });
    return client;
  }

  async tools(): Promise<ListedTool[]> {
    return listOf((await this.ask('tools/list', {}))['tools']).map(({ name, description, inputSchema }) => ({
      name: textOf(name) ?? '',
      description: textOf(description) ?? '',
      inputSchema: objectOf(inputSchema),
    }));
  }

  async call(name: string, args: JsonObject): Promise<ToolAnswer> {
    const { isError, content } = await this.ask('tools/call', { name, arguments: args });
    const text = listOf(content).map((part) => textOf(part['text']) ?? '');
    return { isError: isError === true, text: text.join('\n') };
  }

  /** @throws Error with the server's message */
  private async ask(method: string, params: JsonObject): Promise<JsonObject> {
    const id = ++this.#calls;
    const answers = await this.send({ jsonrpc: '2.0', id, method, params });
    const answer = answers.find((each) => each['id'] === id);
    if (!answer) throw new Error(`${method} was not answered`);
    if (answer['error'] !== undefined) throw new Error(`${method}: ${JSON.stringify(answer['error'])}`);
    return objectOf(answer['result']);
  }

  private async send(message: JsonObject): Promise<JsonObject[]> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
        ...(this.token === undefined ? {} : { Authorization: `Bearer ${this.token}` }),
        ...(this.#session === '' ? {} : { 'mcp-session-id': this.#session }),
      },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${text.slice(0, 300)}`);
    this.#session = response.headers.get('mcp-session-id') ?? this.#session;
    return messagesIn(text);
  }
}

function messagesIn(text: string): JsonObject[] {
  const events = text.split('\n').filter((line) => line.startsWith('data:'));
  const written = events.length > 0 ? events.map((line) => line.slice('data:'.length)) : [text];
  return written
    .filter((each) => each.trim() !== '')
    .flatMap((each): JsonObject[] => {
      const message: unknown = JSON.parse(each);
      return isObject(message) ? [message] : [];
    });
}
