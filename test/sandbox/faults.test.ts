import { call, created, envelopeXml, order, ordersOf, postXml, readAnswer, responseText } from './eccang/wire';
import { type Answer, asObject, control, sandboxOfThisFile } from './wire';

const sandbox = sandboxOfThisFile();

const fault = (settings: Answer | Answer[]) => control(sandbox, 'faults', settings);
const createXml = (reference: string) => envelopeXml('eccang', 'createOrder', order('eccang', reference));

describe('faults', () => {
  it('http with Retry-After, for the number of times, after some requests, for one service', async () => {
    await fault({
      carrier: 'eccang',
      service: 'createOrder',
      kind: 'http',
      status: 429,
      retryAfter: 7,
      times: 2,
      after: 1,
    });
    const statuses: number[] = [];
    for (const reference of ['F-1', 'F-2', 'F-3', 'F-4']) {
      expect(await call(sandbox, 'eccang', 'getShippingMethod', {})).toMatchObject({ ask: 'Success' });
      const response = await postXml(sandbox, 'eccang', createXml(reference));
      statuses.push(response.status);
      if (response.status === 429) expect(response.headers.get('retry-after')).toBe('7');
    }
    expect(statuses).toEqual([200, 429, 429, 200]);
    expect(await ordersOf(sandbox, 'eccang')).toMatchObject([{ reference: 'F-1' }, { reference: 'F-4' }]);
    expect((await call(sandbox, 'huahan', 'getShippingMethod', {})).ask).toBe('Success');
  });

  it('several faults fire in their order', async () => {
    await fault([
      { carrier: 'eccang', kind: 'http', status: 503 },
      { carrier: 'eccang', kind: 'http', status: 502, after: 1 },
    ]);
    const statuses = [];
    for (const reference of ['S-1', 'S-2', 'S-3'])
      statuses.push((await postXml(sandbox, 'eccang', createXml(reference))).status);
    expect(statuses).toEqual([503, 502, 200]);
  });

  it.each([
    ['disconnect', 0],
    ['disconnect-after', 1],
    ['truncated', 1],
  ])('%s breaks the connection and leaves %d orders', async (kind, orders) => {
    await fault({ carrier: 'eccang', kind });
    await expect(postXml(sandbox, 'eccang', createXml('LOST-1')).then((response) => response.text())).rejects.toThrow();
    expect(await ordersOf(sandbox, 'eccang')).toHaveLength(orders);
  });

  it.each([
    ['html', 200, /^<!DOCTYPE html>/],
    ['empty', 200, /^$/],
    ['soap-fault', 500, /<SOAP-ENV:Fault>/],
  ])('%s answers without processing', async (kind, status, body) => {
    await fault({ carrier: 'eccang', kind });
    const response = await postXml(sandbox, 'eccang', createXml('NOT-1'));
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(body);
    expect(await ordersOf(sandbox, 'eccang')).toEqual([]);
  });

  it('half-body is a whole HTTP answer with half a document', async () => {
    await fault({ carrier: 'eccang', kind: 'half-body' });
    const body = await (await postXml(sandbox, 'eccang', createXml('HALF-1'))).text();
    expect(body).toMatch(/^<\?xml/);
    expect(() => responseText(body)).toThrow();
    expect(await ordersOf(sandbox, 'eccang')).toHaveLength(1);
  });

  it('slow is processed at once and answered late; hang is never answered', async () => {
    await fault([
      { carrier: 'eccang', kind: 'slow', delayMs: 300_000 },
      { carrier: 'eccang', kind: 'hang' },
    ]);
    for (const reference of ['WAIT-1', 'WAIT-2']) {
      const patience = new AbortController();
      const waiting = fetch(sandbox.addresses.eccang ?? '', {
        method: 'POST',
        body: createXml(reference),
        signal: patience.signal,
      }).catch(() => 'gave up');
      const expected = reference === 'WAIT-1' ? 1 : 2;
      while (asObject((await control(sandbox, 'stats')).body.eccang).requests !== expected) continue;
      patience.abort();
      expect(await waiting).toBe('gave up');
    }
    expect(await ordersOf(sandbox, 'eccang')).toMatchObject([{ reference: 'WAIT-1' }]);
  });

  it('label links: a page instead of a PDF, not found, and general kinds for the service "label"', async () => {
    await created(sandbox, 'huahan', 'LINK-1');
    await fault([
      { carrier: 'huahan', kind: 'label-html' },
      { carrier: 'huahan', kind: 'label-404' },
      { carrier: 'huahan', kind: 'http', status: 503, service: 'label' },
    ]);
    const answer = await readAnswer(
      await postXml(sandbox, 'huahan', envelopeXml('huahan', 'getLabelUrl', { reference_no: 'LINK-1' })),
    );
    const types = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const response = await fetch(String(answer.url));
      types.push(`${response.status} ${response.headers.get('content-type')}`);
    }
    expect(types).toEqual([
      '200 text/html; charset=utf-8',
      '404 text/plain; charset=utf-8',
      '503 text/plain; charset=utf-8',
      '200 application/pdf',
    ]);
  });
});
