import { createServer, type Server } from 'node:http';
import {
  listSearch,
  loadOptions,
  runWorkflow,
  stopEngine,
  testCredential,
  type WorkflowRequest,
  type WorkflowRun,
} from '../../engine';
import { FAKE_PACKAGE, fakeChain } from './fake-package';

afterAll(stopEngine);

const run = (request: WorkflowRequest): Promise<WorkflowRun> => runWorkflow({ packageRoot: FAKE_PACKAGE, ...request });
const refuse = (settings: Record<string, unknown>) => ({
  name: 'Check',
  parameters: { operation: 'refuse', value: '={{ $json.order }}' },
  settings,
});
const orders = [{ order: 'good 1' }, { order: 'bad 2' }, { order: 'good 3' }];

describe('items', () => {
  test('each output item is paired with the item it came from', async () => {
    const { result } = await run({
      workflow: fakeChain({ name: 'Echo', parameters: { value: '={{ $json.order }}' } }),
      items: orders,
    });
    expect(result).toEqual({
      status: 'success',
      nodes: {
        Start: { outputs: [orders.map((json, item) => ({ json, pairedItem: { item } }))] },
        Echo: { outputs: [orders.map(({ order }, item) => ({ json: { value: order }, pairedItem: { item } }))] },
      },
    });
  });

  test('an expression reaches back through a node that dropped items', async () => {
    const { result } = await run({
      workflow: fakeChain(
        refuse({ onError: 'continueErrorOutput' }),
        { name: 'Pass', type: 'n8n-nodes-base.noOp' },
        { name: 'Echo', parameters: { value: "={{ $('Start').item.json.order + ', ' + $input.first().json.value }}" } },
      ),
      items: orders,
    });
    expect(result.nodes.Echo?.outputs[0]?.map(({ json }) => json.value)).toEqual(['good 1, good 1', 'good 3, good 1']);
  });

  test('without input a workflow starts with one empty item', async () => {
    const { result } = await run({ workflow: fakeChain({ name: 'Echo', parameters: { value: 'fixed' } }) });
    expect(result.nodes.Echo?.outputs).toEqual([[{ json: { value: 'fixed' }, pairedItem: { item: 0 } }]]);
  });

  test('the outputs of a node that ran twice follow each other', async () => {
    const workflow = fakeChain(
      { name: 'One' },
      { name: 'Two' },
      { name: 'Last', parameters: { value: '={{ $json.value }}' } },
    );
    workflow.nodes.forEach(({ name, parameters }) => Object.assign(parameters, name === 'Last' ? {} : { value: name }));
    workflow.connections.Start = toNodes('One', 'Two');
    workflow.connections.One = toNodes('Last');
    const { result } = await run({ workflow });
    expect(result.nodes.Last?.outputs[0]?.map(({ json }) => json.value).sort()).toEqual(['One', 'Two']);
  });

  test.each([
    [{}, 'The input is not a list of items.'],
    [[{}, 1], 'Input item 1 is not an object.'],
    [[{ json: {}, binary: { data: { mimeType: 'a/b' } } }], 'Input item 0 has a binary without base64'],
  ])('input that is no list of items is refused: %j', async (items, message) => {
    await expect(run({ workflow: fakeChain({ name: 'Echo' }), items })).rejects.toThrow(message);
  });
});

describe('failures', () => {
  const refusal = { message: 'Refused: bad 2', description: 'Send something good.' };

  test('continuing: the failed item stands in its place, with its error', async () => {
    const { result } = await run({ workflow: fakeChain(refuse({ onError: 'continueRegularOutput' })), items: orders });
    expect(result.status).toBe('success');
    expect(result.nodes.Check?.outputs).toEqual([
      [
        { json: { value: 'good 1' }, pairedItem: { item: 0 } },
        { json: { error: refusal.message }, pairedItem: { item: 1 }, error: refusal },
        { json: { value: 'good 3' }, pairedItem: { item: 2 } },
      ],
    ]);
  });

  test('the older setting "continueOnFail" does the same', async () => {
    const { result } = await run({ workflow: fakeChain(refuse({ continueOnFail: true })), items: orders });
    expect(result.nodes.Check?.outputs[0]?.map(({ error }) => error?.message)).toEqual([
      undefined,
      refusal.message,
      undefined,
    ]);
  });

  test('error output: the failed item leaves there, still paired', async () => {
    const { result } = await run({ workflow: fakeChain(refuse({ onError: 'continueErrorOutput' })), items: orders });
    expect(result.nodes.Check?.outputs.map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual([
      [{ item: 0 }, { item: 2 }],
      [{ item: 1 }],
    ]);
    expect(result.nodes.Check?.outputs[1]?.[0]?.error).toEqual(refusal);
  });

  test('stopping: the workflow fails and later nodes do not run', async () => {
    const { result } = await run({ workflow: fakeChain(refuse({}), { name: 'Echo' }), items: orders });
    expect(result.status).toBe('error');
    expect(result.error).toEqual(refusal);
    expect(result.nodes.Check).toEqual({ outputs: [] });
    expect(result.nodes).not.toHaveProperty('Echo');
  });

  test('retryOnFail runs the node again', async () => {
    const recover = (settings: Record<string, unknown>) =>
      run({ workflow: fakeChain({ name: 'Recover', parameters: { operation: 'recover' }, settings }) });
    const tried = await recover({ retryOnFail: true, maxTries: 3, waitBetweenTries: 1 });
    expect(tried.result.nodes.Recover?.outputs[0]?.[0]?.json).toEqual({ tries: 3 });
    const once = await recover({});
    expect(once.result.error?.message).toBe('Try 1 failed');
  });

  test('an empty required parameter fails the workflow before any node runs', async () => {
    const { result } = await run({ workflow: fakeChain({ name: 'Echo', parameters: { needed: '' } }) });
    expect(result).toMatchObject({ status: 'error', nodes: {} });
    // n8n 1.x does not name the parameter.
    expect(result.error?.message).toMatch(/Parameter "Needed" is required|The workflow has issues/);
  });

  test('cancelling reaches the node at work and stops the workflow', async () => {
    const controller = new AbortController();
    const states: string[] = [];
    const { result } = await run({
      workflow: fakeChain({ name: 'Wait', parameters: { operation: 'wait' } }, { name: 'Echo' }),
      signal: controller.signal,
      onNodeProgress: (node, state) => {
        states.push(`${node} ${state}`);
        if (node === 'Wait') setImmediate(() => controller.abort());
      },
    });
    expect(result.status).toBe('error');
    expect(result.error?.message).toContain('cancel');
    expect(states).not.toContain('Echo started');
  });

  test.each([
    [
      'an unknown node type',
      fakeChain({ name: 'Mail', type: 'n8n-nodes-base.gmail' }),
      'Node "Mail" has the unknown type',
    ],
    ['no manual trigger', { nodes: [], connections: {} }, 'The workflow has no Manual Trigger node'],
    ['no nodes', { name: 'Empty' }, 'This is not a workflow'],
  ])('a workflow with %s is not started', async (_case, workflow, message) => {
    await expect(run({ workflow })).rejects.toThrow(message);
  });

  test('a package that is not there is told as such', async () => {
    await expect(run({ workflow: fakeChain(), packageRoot: '/nowhere' })).rejects.toThrow(
      'The package folder cannot be read',
    );
  });
});

test('progress tells each node with its items', async () => {
  const progress: unknown[] = [];
  await run({
    workflow: fakeChain(refuse({ onError: 'continueErrorOutput' }), {
      name: 'Stop',
      parameters: { operation: 'refuse', value: 'bad' },
    }),
    items: orders,
    onNodeProgress: (...step) => progress.push(step),
  });
  expect(progress).toEqual([
    ['Start', 'started', 0],
    ['Start', 'finished', 3],
    ['Check', 'started', 0],
    ['Check', 'finished', 3],
    ['Stop', 'started', 0],
    ['Stop', 'failed', 0],
  ]);
});

describe('binaries', () => {
  test('are described in the result and can be read, also by the next node', async () => {
    const { result, binaries } = await run({
      workflow: fakeChain(
        { name: 'Label', parameters: { operation: 'label', value: 'label.pdf' } },
        { name: 'Read', parameters: { operation: 'read' } },
      ),
      items: [{ order: 'one' }],
    });
    const description = { fileName: 'label.pdf', mimeType: 'application/pdf', fileSize: 12 };
    expect(result.nodes.Label?.outputs).toEqual([
      [{ json: {}, pairedItem: { item: 0 }, binary: { data: description } }],
    ]);
    expect(result.nodes.Read?.outputs[0]?.[0]?.json).toEqual({ text: 'label of one' });
    expect(binaries.map(({ node, passedOn }) => [node, passedOn])).toEqual([
      ['Label', false],
      ['Read', true],
    ]);
    expect((await binaries[0]?.read())?.toString()).toBe('label of one');
  });

  test('may come in with the start items', async () => {
    const data = Buffer.from('given').toString('base64');
    const { result } = await run({
      workflow: fakeChain({ name: 'Read', parameters: { operation: 'read' } }),
      items: [{ json: { order: 'one' }, binary: { data: { data, mimeType: 'text/plain' } } }],
    });
    expect(result.nodes.Start?.outputs[0]?.[0]?.binary?.data).toEqual({
      fileName: null,
      mimeType: 'text/plain',
      fileSize: 5,
    });
    expect(result.nodes.Read?.outputs[0]?.[0]?.json).toEqual({ text: 'given' });
  });
});

describe('credentials', () => {
  const step = (operation: string, authentication: string, value = '') => ({
    name: 'Call',
    parameters: { operation, authentication, value },
  });

  test('are given to every node that shows them, with the defaults of their type', async () => {
    const { result } = await run({
      workflow: fakeChain(step('credential', 'token')),
      credentials: { fakeApi: { token: 'secret', baseUrl: 'https://hidden.example.com' } },
    });
    expect(result.nodes.Call?.outputs[0]?.[0]?.json).toEqual({ environment: 'production', token: 'secret' });
  });

  test('one that is missing is named before anything runs', async () => {
    const workflow = fakeChain(step('credential', 'token'));
    await expect(run({ workflow, credentials: { fakeSignedApi: { key: 'other' } } })).rejects.toThrow(
      'Node "Call" needs the credential "fakeApi", which was not given.',
    );
  });

  test('one whose need hangs on an expression is missed by the run itself', async () => {
    const { result } = await run({ workflow: fakeChain(step('credential', "={{ 'token' }}")) });
    expect(result.error?.message).toBe('Node does not have any credentials set');
  });

  describe('authenticate requests', () => {
    let server: Server;
    beforeAll(async () => {
      server = createServer(({ headers, url }, response) => response.end(JSON.stringify({ ...headers, url })));
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    });
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });

    test.each([
      ['token', { 'x-token': 'abc', 'x-fixed': 'fixed', url: '/orders?env=production' }],
      ['signature', { 'x-signature': 'def:GET', url: '/orders' }],
    ])('by %s', async (authentication, received) => {
      const { result } = await run({
        workflow: fakeChain(step('request', authentication, `${urlOf(server)}/orders`)),
        credentials: { fakeApi: { token: 'abc' }, fakeSignedApi: { key: 'def' } },
      });
      expect(result.nodes.Call?.outputs[0]?.[0]?.json).toMatchObject(received);
    });
  });
});

describe('methods of a node', () => {
  const fake = { node: 'fake', packageRoot: FAKE_PACKAGE };

  test('an option loader sees the form and the credentials', async () => {
    const call = { ...fake, method: 'getColours', parameters: { value: 'Cars', authentication: 'token' } };
    const credentials = { fakeApi: { token: 'abc' } };
    await expect(loadOptions({ ...call, credentials })).resolves.toEqual([{ name: 'Cars for abc', value: 'red' }]);
    await expect(loadOptions(call)).rejects.toThrow('credentials set for "fakeApi"');
  });

  test('a list search sees filter and page', async () => {
    await expect(
      listSearch({ ...fake, method: 'searchSizes', filter: 'shoes', paginationToken: '2' }),
    ).resolves.toEqual({ results: [{ name: 'shoes of n8n-nodes-fake.fake', value: 'S' }], paginationToken: 'after 2' });
  });

  test('one that the node lacks is named', async () => {
    await expect(listSearch({ ...fake, method: 'searchShoes' })).rejects.toThrow(
      'no method "searchShoes" (it has: searchSizes)',
    );
  });

  test('a credential test tells right from wrong', async () => {
    await expect(testCredential('fakeApi', { token: 'right' }, FAKE_PACKAGE)).resolves.toEqual({
      status: 'OK',
      message: 'Connected to production',
    });
    await expect(testCredential('fakeApi', { token: 'wrong' }, FAKE_PACKAGE)).resolves.toMatchObject({
      status: 'Error',
    });
    await expect(testCredential('fakeSignedApi', {}, FAKE_PACKAGE)).rejects.toThrow('No node tests the credential');
  });
});

test('the environment is left as it was', async () => {
  const before = { ...process.env };
  await stopEngine();
  await run({ workflow: fakeChain({ name: 'Echo' }) });
  expect(process.env).toEqual(before);
});

function toNodes(...names: string[]) {
  return { main: [names.map((node) => ({ node, type: 'main', index: 0 }))] };
}

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port.');
  return `http://127.0.0.1:${address.port}`;
}
