import { apiNames, apisOf, type Api, type ApiName } from './apis';
import { asObject, control, objects, sandboxOfThisFile, type Answer } from './wire';

const sandbox = sandboxOfThisFile();

let apis: Record<ApiName, Api>;
beforeAll(() => {
  apis = apisOf(sandbox);
});

/** The answer that one request gets under a fault, as its JSON says it. */
async function under(fault: Answer, api: ApiName, ask: (its: Api) => Promise<Response>): Promise<Answer> {
  const { status, body } = await control(sandbox, 'faults', { carrier: apis[api].carrier, ...fault });
  expect({ status, body }).toEqual({ status: 200, body: { added: 1 } });
  return asObject(await documentOf(api, await ask(apis[api])));
}

async function documentOf(api: ApiName, response: Response): Promise<unknown> {
  expect(response.status).toBe(200);
  return JSON.parse(apis[api].json(await response.text()));
}

describe.each(apiNames)('%s', (api) => {
  it('lists as objects, and JSON in a text: another form of the same values, once', async () => {
    await apis[api].create('READ-1');
    const read = async () => withoutTime(await documentOf(api, await apis[api].read()));
    const usual = await read();
    for (const [fault, restored] of [
      [{ kind: 'php-list-gaps' }, (document: unknown) => listsAgain(document, /^\d+$/)],
      [{ kind: 'php-list-keys' }, (document: unknown) => listsAgain(document, /^item_\d+$/)],
      [{ kind: 'json-in-text' }, textsAgain],
    ] as const) {
      const disturbed = withoutTime(await under(fault, api, ({ read: ask }) => ask()));
      expect(disturbed).not.toEqual(usual);
      expect(JSON.stringify(disturbed)).toMatch(/"[12]":\{|"item_1":\{|":"(\[|\{\\")/);
      expect(restored(disturbed)).toEqual(usual);
      expect(await read()).toEqual(usual);
    }
    await control(sandbox, 'faults', { carrier: apis[api].carrier, kind: 'json-in-text', whole: true });
    const whole = await documentOf(api, await apis[api].read());
    expect(withoutTime(JSON.parse(String(whole)))).toEqual(usual);
  });

  it('the flag of a success in another spelling, or missing; that of a refusal stays', async () => {
    await apis[api].create('FLAG-1');
    const read = (fault: Answer) => under({ kind: 'flag', ...fault }, api, ({ read: ask }) => ask());
    const [main, second] = flags[api];
    expect(valuesOf(await read({ value: 'True' }), main.name)).toContain('True');
    expect(valuesOf(await read({ value: 'True' }), main.name)).not.toContain(main.yes);
    const without = await read({});
    expect(valuesOf(without, main.name)).not.toContain(main.yes);
    if (second) expect(valuesOf(without, second.name)).not.toContain(second.yes);
    const nobody = ({ find }: Api) => find('NOBODY');
    const refused = withoutTime(await documentOf(api, await nobody(apis[api])));
    expect(withoutTime(await under({ kind: 'flag', value: true }, api, nobody))).toEqual(refused);
  });

  it('a refusal of the account, with the words and the code that are given', async () => {
    await apis[api].create('ACCOUNT-1');
    const plain = await under({ kind: 'account-refusal' }, api, ({ read }) => read());
    expect(JSON.stringify(plain)).toMatch(/请求频率超限|系统繁忙|token已过期/);
    const told = await under({ kind: 'account-refusal', text: '配额已用完', code: 'E429' }, api, ({ read }) => read());
    expect(JSON.stringify(told)).toContain('配额已用完');
    expect(JSON.stringify(told)).toContain('E429');
    expect(valuesOf(told, flags[api][0].name)).not.toContain(flags[api][0].yes);
  });
});

describe.each(['eccang', 'huahan', 'hge', 'etower', 'mgoship'] as const)('%s', (api) => {
  it('a success of a create without its numbers; the order is made', async () => {
    for (const [index, value] of [[], null].entries()) {
      const reference = `NUMBER-${index}`;
      const fault = { kind: 'no-number', ...(value === null ? { value } : {}) };
      const answer = await under(fault, api, ({ create }) => create(reference));
      expect(answer['data']).toEqual(value);
      expect(valuesOf(answer, flags[api][0].name)).toContain(flags[api][0].yes);
      expect(Object.keys(answer)).not.toContain('order_code');
      const { body } = await control(sandbox, 'state');
      expect(objects(asObject(body[apis[api].carrier]).orders)).toContainEqual(expect.objectContaining({ reference }));
    }
  });
});

it.each<[ApiName, string, Answer]>([
  ['eccang', 'found-cancelled', { status: 'E', country_code: 'PL' }],
  ['huahan', 'found-cancelled', { status: 'E', reference_no: 'FOUND-1' }],
  ['mgoship', 'found-cancelled', { order: expect.objectContaining({ status: '已取消', customerno: 'FOUND-1' }) }],
  ['eccang', 'found-elsewhere', { status: 'P', country_code: 'AU' }],
  [
    'huahan',
    'found-elsewhere',
    { country_code: 'AU', Consignee: expect.objectContaining({ consignee_countrycode: 'AU' }) },
  ],
  [
    'hge',
    'found-elsewhere',
    { consignee_info: expect.objectContaining({ country: 'AU' }), customer_order_num: 'FOUND-1' },
  ],
  ['etower', 'found-elsewhere', { order: expect.objectContaining({ country: 'Canada', referenceNo: 'FOUND-1' }) }],
  ['portal', 'found-elsewhere', { address: expect.objectContaining({ country: 'CA' }), refNo: 'FOUND-1' }],
  ['mgoship', 'found-elsewhere', { consignee: expect.objectContaining({ postcode: '100-0001' }) }],
])('%s: %s changes the order that is found, under its reference', async (api, kind, expected) => {
  await apis[api].create('FOUND-1');
  const { data } = await under({ kind }, api, ({ find }) => find('FOUND-1'));
  expect(objects([data].flat())).toEqual([expect.objectContaining(expected)]);
  expect(await apis[api].find('FOUND-1').then((response) => response.text())).not.toContain('已取消');
});

/** How each API says that all is well. */
const flags: Record<ApiName, [{ name: string; yes: unknown }, { name: string; yes: unknown }?]> = {
  eccang: [{ name: 'ask', yes: 'Success' }],
  huahan: [{ name: 'ask', yes: 'Success' }],
  hge: [
    { name: 'success', yes: true },
    { name: 'code', yes: 200 },
  ],
  etower: [{ name: 'status', yes: 'Success' }],
  portal: [
    { name: 'success', yes: true },
    { name: 'code', yes: '0' },
  ],
  mgoship: [{ name: 'code', yes: 'OK' }],
};

function valuesOf(document: unknown, name: string): unknown[] {
  if (typeof document !== 'object' || document === null) return [];
  return Object.entries(document).flatMap(([own, value]: [string, unknown]) => [
    ...(own === name ? [value] : []),
    ...valuesOf(value, name),
  ]);
}

function listsAgain(value: unknown, key: RegExp): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, part]): [string, unknown] => [name, listsAgain(part, key)]);
  const isList = Array.isArray(value) || (members.length > 0 && members.every(([name]) => key.test(name)));
  return isList ? members.map(([, part]) => part) : Object.fromEntries(members);
}

function textsAgain(document: unknown): Answer {
  const parsed = Object.entries(asObject(document)).map(([name, value]): [string, unknown] => [
    name,
    typeof value === 'string' && /^[[{]/.test(value) ? JSON.parse(value) : value,
  ]);
  return Object.fromEntries(parsed);
}

function withoutTime(document: unknown): Answer {
  return Object.fromEntries(Object.entries(asObject(document)).filter(([name]) => name !== 'time_cost(s)'));
}
