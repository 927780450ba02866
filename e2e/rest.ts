import { isObject, objectOf, textOf, type JsonObject } from '../carriers/shared/json-value';

/** The local owner of a test installation; never a real account. */
export const OWNER = {
  email: 'owner@example.com',
  firstName: 'Sample',
  lastName: 'Owner',
  password: 'Sandbox-Owner-1',
} as const;

const TIMEOUT_MS = 120_000;

/** n8n's own API, as its editor uses it. Failures are errors with n8n's message. */
export class Rest {
  /** `name=value` of the session. */
  cookie = '';

  constructor(readonly url: string) {}

  /** Makes the owner of a new installation. */
  async setUpOwner(): Promise<void> {
    await this.post('/rest/owner/setup', OWNER);
  }

  async login(): Promise<void> {
    await this.post('/rest/login', { emailOrLdapLoginId: OWNER.email, password: OWNER.password });
  }

  get(path: string): Promise<unknown> {
    return this.request('GET', path);
  }

  /** @param body JSON, or a form with files */
  post(path: string, body: unknown): Promise<unknown> {
    return this.request('POST', path, body);
  }

  patch(path: string, body: unknown): Promise<unknown> {
    return this.request('PATCH', path, body);
  }

  delete(path: string): Promise<unknown> {
    return this.request('DELETE', path);
  }

  /** The raw answer of an address that is no JSON, such as an icon. */
  fetch(path: string): Promise<Response> {
    return fetch(this.url + path, { headers: { cookie: this.cookie }, signal: AbortSignal.timeout(TIMEOUT_MS) });
  }

  private async request(method: string, path: string, body?: unknown): Promise<unknown> {
    const isForm = body instanceof FormData;
    const response = await fetch(this.url + path, {
      method,
      // fetch itself says where the parts of a form begin.
      headers: { ...(isForm ? {} : { 'Content-Type': 'application/json' }), cookie: this.cookie },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const session = response.headers.getSetCookie().find((each) => each.startsWith('n8n-auth='));
    if (session) this.cookie = session.split(';', 1)[0] ?? '';
    const text = await response.text();
    const answer = parse(text);
    if (!response.ok) {
      const message = textOf(objectOf(answer)['message']) ?? text.slice(0, 300);
      throw new Error(`${method} ${path}: ${response.status} ${message}`);
    }
    return isObject(answer) && 'data' in answer && Object.keys(answer).length === 1 ? answer['data'] : answer;
  }
}

/** What every created thing of n8n has. */
export function idOf(created: unknown): string {
  const id = textOf(objectOf(created)['id']);
  if (id === undefined) throw new Error(`n8n gave no id: ${JSON.stringify(created).slice(0, 300)}`);
  return id;
}

/** n8n keeps executions flat: every text, object and list once, values pointing to them by position. */
export function unflatten(text: string): unknown {
  const flat: unknown = JSON.parse(text);
  if (!Array.isArray(flat)) throw new Error('This is no execution data of n8n');
  const done = new Map<string, unknown>();
  const follow = (pointer: unknown): unknown => {
    if (typeof pointer !== 'string') return pointer;
    if (done.has(pointer)) return done.get(pointer);
    const value: unknown = flat[Number(pointer)];
    if (Array.isArray(value)) {
      const list: unknown[] = [];
      done.set(pointer, list);
      for (const entry of value) list.push(follow(entry));
      return list;
    }
    if (!isObject(value)) return value;
    const object: JsonObject = {};
    done.set(pointer, object);
    for (const [key, entry] of Object.entries(value)) object[key] = follow(entry);
    return object;
  };
  return follow('0');
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}
