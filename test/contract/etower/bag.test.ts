import { checkBag, handOverBags, ofOneParcel, ofWholeBag, type BagAnswer } from '../../../carriers/etower';
import { CarrierError } from '../../../carriers/http';
import { listOf, objectOf, type JsonObject } from '#carriers/shared/json-value';
import { RequestError } from '#carriers/shared/request-check';
import { requests } from '../carrier';
import type { Answer } from '../loopback';
import { client, example, expectSent, expectSigned, failure, firstOf, reply, request, success } from './wire';

const { bags: documentedBags, ...documentedHandover } = objectOf(request('handover'));

const bagOf = (bagNo: string, ...numbers: string[]): JsonObject => ({
  bagNo,
  serviceCode: 'S',
  destCountry: 'AU',
  totalWeight: 1,
  parcels: numbers.map((trackingNo) => ({ trackingNo })),
});

const parcel = (trackingNo: string, fields: object = success()): object => ({ ...fields, trackingNo, connoteId: null });
const bagReply = (bagNo: string, fields: object, ...orderResults: object[]): object => ({
  ...fields,
  bagNo,
  orderResults,
});

/** What came of each parcel of each bag: `B-1/T-1: ok`, or kind, message and code. */
function told(answers: readonly BagAnswer[]): string[] {
  return answers.flatMap(({ bagNo, parcels }) =>
    parcels.map(({ number, result }) => {
      const end = result instanceof CarrierError ? `${result.kind}: ${result.message} ${result.code ?? ''}` : 'ok';
      return `${bagNo}/${number}: ${end.trim()}`;
    }),
  );
}

/** The fields that a check names. */
function pathsOf(check: () => unknown): string[] {
  try {
    check();
    return [];
  } catch (error) {
    return error instanceof RequestError ? error.problems.map(({ path }) => path) : [String(error)];
  }
}

async function handOver(answer: object | Answer, ...bags: JsonObject[]): Promise<BagAnswer[]> {
  return handOverBags(await client(answer), {}, bags);
}

describe('the documented hand-over', () => {
  it('goes out byte for byte, signed', async () => {
    const bags = listOf(documentedBags).map(checkBag);
    const [answer] = await handOverBags(await client(example('handover')), documentedHandover, bags);
    expectSent('/services/shipper/handover', request('handover'));
    expectSigned(requests()[0]);
    expect(answer && ofWholeBag(answer)).toEqual({
      raw: firstOf(example('handover')['data']),
      parcel: {
        carrier: 'etower',
        bagNumber: '20201102001-001',
        handedOver: true,
        parcels: [
          {
            carrier: 'etower',
            reference: 'REF-1001',
            orderNumber: 'JDQ002447301000931502',
            trackingNumber: 'JDQ002447301000931502',
          },
        ],
      },
    });
  });

  it('gives a parcel its own results, and those of its bag', async () => {
    const entry = bagReply('B', success(), parcel('T-1'), parcel('T-2', success({ referenceNo: 'R-2' })));
    const [answer] = await handOver(reply('Success', entry), bagOf('B', 'T-1', 'T-2'));
    expect(answer && ofOneParcel(answer, 'T-2')).toEqual({
      raw: bagReply('B', success(), parcel('T-2', success({ referenceNo: 'R-2' }))),
      parcel: { carrier: 'etower', reference: 'R-2', trackingNumber: 'T-2', bagNumber: 'B', handedOver: true },
    });
  });

  it('keeps the consignment note of a parcel', async () => {
    const entry = bagReply('B', success(), { ...success(), trackingNo: 'T-1', connoteId: 'C-1' });
    const [answer] = await handOver(reply('Success', entry), bagOf('B', 'T-1'));
    expect(answer && ofOneParcel(answer, 'T-1')).toMatchObject({ parcel: { connoteId: 'C-1' } });
  });
});

describe('all three levels decide', () => {
  const two = [bagOf('B-1', 'T-1', 'T-2'), bagOf('B-2', 'T-3')];

  it.each<[string, object, string[]]>([
    [
      'all succeeded, whatever the order of the entries',
      reply(
        'Success',
        bagReply('B-2', success(), parcel('T-3')),
        bagReply('B-1', success(), parcel('T-2'), parcel('T-1')),
      ),
      ['B-1/T-1: ok', 'B-1/T-2: ok', 'B-2/T-3: ok'],
    ],
    [
      'the request was refused',
      failure(951002, 'bags is required', { data: null }),
      [
        'B-1/T-1: rejected: bags is required 951002',
        'B-1/T-2: rejected: bags is required 951002',
        'B-2/T-3: rejected: bags is required 951002',
      ],
    ],
    [
      'the request was refused, and nothing below it says so',
      failure(950003, 'Too many orders', {
        data: [bagReply('B-1', success(), parcel('T-1'), parcel('T-2')), bagReply('B-2', success(), parcel('T-3'))],
      }),
      [
        'B-1/T-1: rejected: Too many orders 950003',
        'B-1/T-2: rejected: Too many orders 950003',
        'B-2/T-3: rejected: Too many orders 950003',
      ],
    ],
    [
      'the request failed because of one bag',
      reply(
        'Failure',
        bagReply('B-1', success(), parcel('T-1'), parcel('T-2')),
        bagReply('B-2', failure(951020, 'bagNo already exists')),
      ),
      ['B-1/T-1: ok', 'B-1/T-2: ok', 'B-2/T-3: duplicate: bagNo already exists 951020'],
    ],
    [
      'a bag was refused, its parcels were not',
      reply(
        'Success',
        bagReply('B-1', failure('951009', 'destCountry is required'), parcel('T-1'), parcel('T-2')),
        bagReply('B-2', success(), parcel('T-3')),
      ),
      [
        'B-1/T-1: rejected: destCountry is required 951009',
        'B-1/T-2: rejected: destCountry is required 951009',
        'B-2/T-3: ok',
      ],
    ],
    [
      'a parcel was refused in a bag that succeeded',
      reply(
        'Partial Success',
        bagReply('B-1', success(), parcel('T-1', failure(951024, 'already bagged')), parcel('T-2')),
        bagReply('B-2', success(), parcel('T-3')),
      ),
      ['B-1/T-1: duplicate: already bagged 951024', 'B-1/T-2: ok', 'B-2/T-3: ok'],
    ],
    [
      'a bag was taken in part, in another spelling',
      reply(
        'PARTIAL_SUCCESS',
        bagReply(
          'B-1',
          { status: 'partial success' },
          parcel('T-1', { status: 'Succeeded' }),
          parcel('T-2', failure(100062, 'no')),
        ),
        bagReply('B-2', success(), parcel('T-3')),
      ),
      ['B-1/T-1: ok', 'B-1/T-2: rejected: no 100062', 'B-2/T-3: ok'],
    ],
    [
      'a refused bag lists its parcels, each with a reason of its own',
      reply(
        'Failure',
        bagReply(
          'B-1',
          failure(951025, 'service differs'),
          parcel('T-1', failure(951025, 'T-1 differs')),
          parcel('T-2'),
        ),
        bagReply('B-2', failure(951013, 'parcels is required')),
      ),
      [
        'B-1/T-1: rejected: T-1 differs 951025',
        'B-1/T-2: rejected: service differs 951025',
        'B-2/T-3: rejected: parcels is required 951013',
      ],
    ],
    [
      'levels without a status have that of the one above',
      {
        status: 'Success',
        data: [
          { bagNo: 'B-1', orderResults: [{ trackingNo: 'T-1' }, { trackingNo: 'T-2' }] },
          { bagNo: 'B-2', errors: [{ code: 951007, message: 'no service' }] },
        ],
      },
      ['B-1/T-1: ok', 'B-1/T-2: ok', 'B-2/T-3: rejected: no service 951007'],
    ],
    [
      'a parcel or a bag that the reply does not name',
      reply('Success', bagReply('B-1', success(), parcel('T-1'))),
      [
        'B-1/T-1: ok',
        'B-1/T-2: outcome-unknown: eTower returned nothing for T-2',
        'B-2/T-3: outcome-unknown: eTower returned nothing for T-3',
      ],
    ],
    [
      'a status that nobody knows',
      reply(
        'Success',
        bagReply('B-1', { status: 'Maybe' }, parcel('T-1'), parcel('T-2')),
        bagReply('B-2', success(), parcel('T-3', { status: '?' })),
      ),
      [
        'B-1/T-1: outcome-unknown: eTower: The reply has an unknown status.',
        'B-1/T-2: outcome-unknown: eTower: The reply has an unknown status.',
        'B-2/T-3: outcome-unknown: eTower: The reply has the unknown status "?".',
      ],
    ],
    [
      'results of a bag that cannot be read',
      reply('Success', bagReply('B-1', success(), parcel('T-1'), [1]), bagReply('B-2', success(), parcel('T-3'))),
      [
        'B-1/T-1: outcome-unknown: A list in the reply holds something that is no entry of it, so it cannot be read whole.',
        'B-1/T-2: outcome-unknown: A list in the reply holds something that is no entry of it, so it cannot be read whole.',
        'B-2/T-3: ok',
      ],
    ],
    [
      'one object in the place of each list',
      { status: 'Success', data: { ...success(), bagNo: 'B-1', orderResults: parcel('T-2') } },
      [
        'B-1/T-1: outcome-unknown: eTower returned nothing for T-1',
        'B-1/T-2: ok',
        'B-2/T-3: outcome-unknown: eTower returned nothing for T-3',
      ],
    ],
    [
      'HTTP 400 with the results of each bag',
      {
        status: 400,
        body: JSON.stringify(
          reply(
            'Failure',
            bagReply('B-1', success(), parcel('T-1'), parcel('T-2')),
            bagReply('B-2', failure(951006, 'too long')),
          ),
        ),
      },
      ['B-1/T-1: ok', 'B-1/T-2: ok', 'B-2/T-3: rejected: too long 951006'],
    ],
  ])('%s', async (_, answer, expected) => {
    expect(told(await handOver(answer, ...two))).toEqual(expected);
  });

  it('a parcel that was taken in a refused bag says where to look', async () => {
    const [answer] = await handOver(
      reply('Failure', bagReply('B', failure(951020, 'exists'), parcel('T'))),
      bagOf('B', 'T'),
    );
    expect(answer?.parcels[0]?.result).toMatchObject({ hint: expect.stringContaining('Check bag B in the portal') });
  });
});

describe('a whole bag as one item', () => {
  it('is an error as soon as one of its parcels was refused', async () => {
    const entry = bagReply('B', success(), parcel('T-1'), parcel('T-2', failure(951024, 'already bagged')));
    const [answer] = await handOver(reply('Success', entry), bagOf('B', 'T-1', 'T-2'));
    expect(answer && ofWholeBag(answer)).toMatchObject({
      kind: 'rejected',
      code: '951024',
      message: '1 of 2 parcels are not in the bag: T-2: already bagged',
      hint: expect.stringContaining('do not send it again'),
    });
  });

  it('has the refusal of the bag, where that is the reason for all', async () => {
    const [answer] = await handOver(
      reply('Failure', bagReply('B', failure(951020, 'bagNo already exists'))),
      bagOf('B', '1', '2'),
    );
    expect(answer && ofWholeBag(answer)).toMatchObject({
      kind: 'duplicate',
      message: 'bagNo already exists',
      code: '951020',
    });
  });

  it('names ten refused parcels and counts the rest', async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => `T-${index}`);
    const entry = bagReply(
      'B',
      failure(951025, 'no'),
      ...numbers.map((number) => parcel(number, failure(951025, `${number}!`))),
    );
    const [answer] = await handOver(reply('Failure', entry), bagOf('B', ...numbers));
    const outcome = answer && ofWholeBag(answer);
    expect(outcome instanceof Error ? outcome.message : '').toMatch(/^12 of 12 parcels .* T-9: T-9!; and 2 more$/);
  });

  it('does not tell a lost parcel for a refused one', async () => {
    const [answer] = await handOver(
      reply('Success', bagReply('B', success(), parcel('T-1'))),
      bagOf('B', 'T-1', 'T-2'),
    );
    expect(answer && ofWholeBag(answer)).toMatchObject({
      kind: 'outcome-unknown',
      hint: expect.stringContaining('951020'),
    });
  });
});

describe('a hand-over is a write', () => {
  it.each<[string, object]>([
    ['cut', { body: '{"status":"Succ' }],
    ['HTTP 502', { status: 502, body: 'Bad Gateway' }],
  ])('sent once; when its answer is lost (%s), it says how to check', async (_, answer) => {
    await expect(handOver(answer, bagOf('B', 'T'))).rejects.toMatchObject({
      kind: 'outcome-unknown',
      hint: expect.stringContaining('951020'),
    });
    expect(requests()).toHaveLength(1);
  });

  it('names how to check where only a parcel is missing in the answer', async () => {
    const [answer] = await handOver(reply('Success', bagReply('B', success())), bagOf('B', 'T'));
    expect(answer?.parcels[0]?.result).toMatchObject({
      kind: 'outcome-unknown',
      hint: expect.stringContaining('951020'),
    });
  });
});

describe('checks before sending', () => {
  const order = { referenceNo: 'N-1', serviceCode: 'S' };

  it.each<[string, JsonObject, string[]]>([
    ['nothing', {}, ['bagNo', 'serviceCode', 'destCountry', 'totalWeight', 'parcels']],
    ['a bag number too long', { ...bagOf('B', 'T'), bagNo: 'b'.repeat(81) }, ['bagNo']],
    ['no parcels', bagOf('B'), ['parcels']],
    ['a parcel without any number', { ...bagOf('B'), parcels: [{}] }, ['parcels[0].trackingNo']],
    ['a whole hand-over', { ...bagOf('B', 'T'), bags: [] }, ['bags']],
    [
      'a new order that lacks fields',
      { ...bagOf('B', 'T'), parcels: [{ trackingNo: 'T' }, order] },
      ['parcels[1].weight'],
    ],
  ])('%s', (_, bag, paths) => {
    expect(pathsOf(() => checkBag(bag))).toEqual(expect.arrayContaining(paths));
  });

  it('takes a complete new order, fields that no table knows, and null for what is optional', () => {
    const complete = firstOf(request('create-orders'));
    const bag = { ...bagOf('B', 'T'), own: 1, battery: null, facility: '', extendData: null, parcels: [complete] };
    expect(checkBag(bag)).toBe(bag);
  });
});
