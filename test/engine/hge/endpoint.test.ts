import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listOf, objectOf } from '#carriers/shared/json-value';
import { PROJECT_ROOT, runWorkflow } from '../../../engine';
import { control, servicesOf } from '../../../sandbox/control-client';
import type { Answer } from '../../contract/loopback';
import { outputOf, refused, useHge } from './runs';

const { sandbox, account, hge, onTheWire, answeredWith } = useHge();

describe('Endpoint: Call', () => {
  it('signs method, path, body or query as given, the slash at the end kept', async () => {
    const received = await onTheWire(async (hgeApi) => {
      await hge('endpoint', 'call', { path: 'a_b/', body: '={{ $json }}' }, { hgeApi, items: [{ b: '深', a: [1] }] });
      await hge('endpoint', 'call', { path: '/a_b', body: '[1, "x y"]' }, { hgeApi });
      const query = '{"page": 1, "name": ["a b", "中"], "empty": ""}';
      await hge('endpoint', 'call', { method: 'GET', path: 'services/', query }, { hgeApi });
    });
    expect(received.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', '/openapi/customer/a_b/', '{"b":"深","a":[1]}'],
      ['POST', '/openapi/customer/a_b', '[1,"x y"]'],
      ['GET', '/openapi/customer/services/?page=1&name=a+b&name=%E4%B8%AD&empty=', ''],
    ]);
  });

  it('reaches the sandbox: a signed POST is answered, a signed GET gets past the signature, an unknown path is 404', async () => {
    await hge('order', 'create', { inputMode: 'form', customerOrderNum: 'C-1' });
    const result = await hge('endpoint', 'call', { path: 'query_order/', body: '{"num_type": 1, "num": "C-1"}' });
    expect(outputOf(result)).toEqual([
      {
        json: { code: 200, success: true, detail: '操作成功', data: { customer_order_num: 'C-1' } },
        pairedItem: { item: 0 },
      },
    ]);
    const get = await hge('endpoint', 'call', { method: 'GET', path: 'query_order/' });
    expect(get.error?.message).toContain('HTTP 405');
    const unknown = await hge('endpoint', 'call', { path: 'query_order' });
    expect(unknown.error).toEqual({
      message: 'HGE answered HTTP 404: there is nothing at this address.',
      description: expect.stringContaining('Check the path'),
    });
  });

  it('gives out an answer without an envelope: what most endpoints answer is not known', async () => {
    const token = { token: 'abc', expires: 7200 };
    const call = (answer: Answer) => answeredWith(answer, 'endpoint', 'call', { path: 'token/', body: '{}' });
    expect(outputOf(await call({ body: JSON.stringify(token) }))).toEqual([{ json: token, pairedItem: { item: 0 } }]);
    const { error } = await call(refused(400, 'no such account'));
    expect(error?.message).toBe('no such account');
    for (const answer of [{ body: '{}' }, { body: '[1]' }, { body: '<html></html>' }, { body: '{"success":null}' }]) {
      expect((await call(answer)).status).toBe('error');
    }
    expect((await call({ status: 400, body: JSON.stringify(token) })).error?.message).toContain('HTTP 400');
    const create = { inputMode: 'form', customerOrderNum: 'A-1' };
    const created = await answeredWith({ body: JSON.stringify(token) }, 'order', 'create', create);
    expect(created.error?.message).toContain('not in the form that HGE documents');
  });

  it('sends a POST once, unless it is known or said to read only', async () => {
    const busy = { carrier: 'hge', kind: 'http', status: 503, retryAfter: 0, times: 1 };
    await control(sandbox, 'faults', busy);
    const write = await hge('endpoint', 'call', { path: 'manifest/', body: '{}' });
    expect(write.status).toBe('error');
    expect(await servicesOf(sandbox, 'hge')).toEqual({ manifest: 1 });
    await control(sandbox, 'faults', busy);
    const read = await hge('endpoint', 'call', { path: 'manifest/', body: '{}', options: { onlyReads: true } });
    expect(read.status).toBe('success');
    expect(await servicesOf(sandbox, 'hge')).toEqual({ manifest: 3 });
  });

  it.each([
    ['https://elsewhere.example.com/x/', 'The path does not lead to an endpoint below'],
    ['../../../_control/reset', 'The path does not lead to an endpoint below'],
    ['', 'Path is empty'],
  ])('sends nothing to "%s"', async (wrong, message) => {
    const result = await hge('endpoint', 'call', { path: `={{ ${JSON.stringify(wrong)} }}` });
    expect(result.error?.message).toContain(message);
    expect(await servicesOf(sandbox, 'hge')).toEqual({});
  });

  it('is shown by the example workflow', async () => {
    const file = join(PROJECT_ROOT, 'examples/hge-endpoint-call.workflow.json');
    const workflow: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const { result } = await runWorkflow({
      workflow,
      credentials: { hgeApi: account() },
      items: [{ orderNumber: 'E-1' }, { orderNumber: 'E-2' }],
    });
    expect(result.status).toBe('success');
    const answers = result.nodes['Query Order']?.outputs[0]?.map(({ json }) => objectOf(json['data'])) ?? [];
    expect(answers.map((data) => data['customer_order_num'])).toEqual(['E-1', 'E-2']);
    const paths = listOf(objectOf(workflow)['nodes']).map((node) => objectOf(node['parameters'])['path']);
    expect(paths.filter((each) => each !== undefined)).toEqual(['query_order/', 'PATH-FROM-YOUR-HGE-MANUAL/']);
  });
});
