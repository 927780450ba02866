import type { Carrier, CarrierRequest, Reply } from '../carrier';
import { isRecord, type JsonRecord } from '../json';
import { plainReply } from '../reply';
import { authenticationProblem } from './authentication';
import { httpRefusal, refusal, type RefusalCode } from './envelope';
import { form } from './form';
import { orderState, Orders } from './orders';
import { services, type Desk } from './services';

const prefix = '/hge';
const address = `${prefix}/openapi/customer/`;

/** A stand-in for HGE V2 (`hge.md`): the four operations of which the path is known. */
export function createHge(): Carrier {
  const desk: Desk = { orders: new Orders(), jobs: [] };
  return {
    name: 'hge',
    prefix,
    address,
    identify: ({ path }) => ({ kind: 'api', service: endpoint(path).replace(/\/$/, ''), exclusive: false }),
    handle: async (request) => answer(request, desk),
    state() {
      const jobs = desk.jobs.map(({ service, reference, sent }) => ({ service, reference, sent }));
      const state = { orders: desk.orders.all().map(orderState), jobs };
      return state;
    },
    advance(number) {
      throw new RangeError(`number: the statuses of HGE are not documented, so "${number}" cannot be moved on.`);
    },
    reset() {
      desk.orders.clear();
      desk.jobs.length = 0;
    },
    forms: [form],
    faultReplies: new Map(
      codes.flatMap((code) => [
        [`envelope-${code}`, () => refusal(code)],
        [`http-${code}`, () => httpRefusal(code)],
      ]),
    ),
  };
}

const codes: readonly RefusalCode[] = [301, 400, 401, 500];

function answer(request: CarrierRequest, desk: Desk): Reply {
  const service = services.get(endpoint(request.path));
  if (!service) return plainReply(404, 'Not found');
  const problem = authenticationProblem(request);
  if (problem !== undefined) return refusal(401, problem);
  if (request.method !== 'POST') return plainReply(405, 'Only POST', { Allow: 'POST' });
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return refusal(400, 'Content-Type is not application/json');
  }
  const body = parse(request.body);
  return body ? service(body, desk) : refusal(400, 'the body is not a JSON object');
}

function endpoint(path: string): string {
  return path.startsWith(address) ? path.slice(address.length) : '';
}

function parse(body: Buffer): JsonRecord | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
