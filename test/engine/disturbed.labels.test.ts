/** What the nodes make of labels and links as servers really send them, at every carrier that has labels. */
import { step, type Step } from '../../engine';
import { control, forgetFaults } from '../../sandbox/control-client';
import { eccangOrder, etowerOrder } from '../../sandbox/sample-orders';
import { onRegularOutput, outputsOf } from './outputs';
import { useSandbox } from './sandbox';

const { sandbox, run } = useSandbox();

const json = { inputMode: 'json', body: '={{ $json }}' };
const ask = (node: string, resource: string, operation: string, parameters: object): Step =>
  step(node, 'Ask', resource, operation, { ...parameters }, onRegularOutput);

interface Labelled {
  carrier: string;
  order?: Record<string, unknown>;
  create?: Step;
  label: Step;
}

const family = (node: string, carrier: string): Labelled => ({
  carrier,
  order: eccangOrder('REF-1'),
  create: ask(node, 'order', 'create', json),
  label: ask(node, 'label', 'get', { number: '={{ $json.orderNumber }}' }),
});

const labelled: Labelled[] = [
  family('huahan', 'huahan'),
  {
    carrier: 'etower',
    order: etowerOrder('REF-1'),
    create: ask('etower', 'order', 'create', json),
    label: ask('etower', 'label', 'get', { number: '={{ $json.reference }}' }),
  },
  { carrier: 'mgoship', label: ask('mgoship', 'inboundOrder', 'getLabel', { number: '121218772474' }) },
];

const pdf = 'application/pdf';

/** Files that come whatever was done to them, by their types. */
const read: [object, string[]][] = [
  [{ kind: 'label-leading-blank' }, [pdf]],
  [{ kind: 'label-bom' }, [pdf]],
  [{ kind: 'label-zpl-graphics' }, ['x-application/zpl']],
  [{ kind: 'label-gzip' }, [pdf]],
  [{ kind: 'label-url-safe' }, [pdf]],
  [{ kind: 'label-base64-twice' }, [pdf]],
  [{ kind: 'label-data-uri' }, [pdf]],
];

/** What ends as an error, and what that says. */
const refused: [object, RegExp][] = [
  [{ kind: 'label-html' }, /web page/i],
  [{ kind: 'label-text' }, /标签不存在/],
  [{ kind: 'label-json' }, /标签不存在/],
  [{ kind: 'label-words' }, /NotAvailable/],
  [{ kind: 'label-words', text: 'null' }, /null|no label|no link/],
  [{ kind: 'label-missing' }, /no label|no link|without/],
  [{ kind: 'label-not-ready', as: 'refusal' }, /生成中.*not ready yet|not ready yet.*生成中/s],
];

const ofLinks: [object, string[]][] = [
  [{ kind: 'label-redirect' }, [pdf]],
  [{ kind: 'label-redirect', to: 'relative', status: 307 }, [pdf]],
  [{ kind: 'label-redirect', times: 5 }, [pdf]],
  [{ kind: 'label-amp' }, [pdf]],
  [{ kind: 'label-no-scheme' }, [pdf]],
  [{ kind: 'label-no-scheme', slashes: true }, [pdf]],
  [{ kind: 'label-several' }, [pdf, pdf]],
  [{ kind: 'label-several', joined: ';' }, [pdf, pdf]],
];

const refusedLinks: [object, RegExp][] = [
  [{ kind: 'label-redirect', times: 6 }, /redirect/],
  [{ kind: 'label-redirect', to: 'itself', times: 20 }, /redirect/],
  [{ kind: 'label-redirect', to: 'other-host' }, /localhost.*Label Hosts/s],
  [{ kind: 'label-404' }, /404/],
  [{ kind: 'label-202' }, /not ready yet/],
  [{ kind: 'label-not-ready', as: 'text' }, /not ready yet/],
];

describe.each(labelled)('$carrier', ({ carrier, order, create, label }) => {
  const isLinked = carrier !== 'etower';

  let item: Record<string, unknown> = {};
  beforeEach(async () => {
    if (create && order) item = (await outcome(create, order)).json;
  });

  /** A label asked for under a fault that comes alone. */
  async function under(fault: object, asked = label): Promise<Outcome> {
    await forgetFaults(sandbox);
    await control(sandbox, 'faults', { carrier, ...fault });
    return outcome(asked, item);
  }

  async function all(cases: readonly [object, unknown][], asked = label): Promise<[object, unknown][]> {
    const seen: [object, unknown][] = [];
    for (const [fault] of cases) {
      const { error, files } = await under(fault, asked);
      seen.push([fault, error ?? files]);
    }
    return seen;
  }

  test('files that can be read', async () => {
    const cases = isLinked ? [...read, ...ofLinks] : read;
    expect(await all(cases)).toEqual(cases);
  });

  test('answers that are no label', async () => {
    const cases = isLinked ? [...refused, ...refusedLinks] : refused;
    expect(await all(cases)).toEqual(cases.map(([fault, words]): unknown => [fault, expect.stringMatching(words)]));
  });

  test('a label that is waited for', async () => {
    const waits = { waitUntilReady: true, waitSeconds: 600, options: { waitInterval: 0.1 } };
    const patient = { ...label, parameters: { ...label.parameters, ...waits } };
    const ways = isLinked ? ['404', 'text', 'refusal'] : ['refusal'];
    const cases = ways.map((as): [object, string[]] => [{ kind: 'label-not-ready', as, times: 2 }, [pdf]]);
    expect(await all(cases, patient)).toEqual(cases);
  });

  test('a file without its end says so in the item', async () => {
    const { error, json: given } = await under({ kind: 'label-cut' });
    expect(error ?? JSON.stringify(given)).toMatch(/end of the file is missing/);
  });
});

test('etower: a link where the file was', async () => {
  const etower = labelled.find(({ carrier }) => carrier === 'etower');
  const { json: item } = await outcome(ask('etower', 'order', 'create', json), etowerOrder('REF-1'));
  await control(sandbox, 'faults', { carrier: 'etower', kind: 'label-url-only' });
  expect(etower && (await outcome(etower.label, item))).toMatchObject({ error: undefined, files: [pdf] });
});

test('etower: Create With Label without a label says so in the item', async () => {
  await control(sandbox, 'faults', { carrier: 'etower', kind: 'label-missing', times: 2 });
  const made = await outcome(ask('etower', 'order', 'createWithLabel', json), etowerOrder('REF-1'));
  expect(made).toMatchObject({ error: undefined, files: [], json: { reference: 'REF-1' } });
  expect(made.json['notes']).toEqual([expect.stringContaining('created without its label')]);
});

interface Outcome {
  json: Record<string, unknown>;
  error: string | undefined;
  files: (string | undefined)[];
}

async function outcome(asked: Step, item: object): Promise<Outcome> {
  const [given] = outputsOf(await run([item], asked), asked.name);
  return {
    json: given?.json ?? {},
    error: given?.error && `${given.error.message} ${given.error.description ?? ''}`,
    files: Object.values(given?.binary ?? {}).map(({ mimeType }) => mimeType),
  };
}
