import type { INode, INodeProperties } from 'n8n-workflow';
import { refusalOf, type Step } from '#carriers/shared/capabilities';
import { defined } from '#carriers/shared/defined';
import { numberOf, objectAsIs } from '#carriers/shared/json-value';
import { lookUp } from '#carriers/shared/lookup';
import { quoteRequest, type Quotes } from '#carriers/shared/quotes';
import { CarrierError, eachInSlices } from '../../../carriers/http';
import { answersTo } from '#nodes/shared/answers-to';
import { notSent as heldBackAfter } from '#nodes/shared/calls';
import type { Answer, RunContext } from '#nodes/shared/output';
import type { ItemParameters } from '#nodes/shared/parameters';
import type { Box, Part } from '#nodes/shared/part';
import type { Carrier } from '../carrier';
import { stepValues } from '../composite';
import type { Accounts } from '../session';
import { failureOf, type Failure } from './failures';
import { inFormTerms, QUOTING, type Inquiry } from './form';
import { rateOf, type Rate } from './ranked-rates';

/** What one carrier is asked about an item, or why it cannot be. */
export type Question = Asked | { carrier: Carrier; failure: Failure };

interface Asked {
  carrier: Carrier;
  quotes: Quotes;
  box: Box;
  /** Neutral paths of what the carrier has no place for. */
  notSent: readonly string[];
}

/** A carrier's rates for an item; without any and without a failure it has no service for the parcel. */
export interface Reply {
  carrier: Carrier;
  rates: readonly Rate[];
  failure?: Failure;
}

/** A carrier's own step for quotes, in one run. */
interface Way {
  step: Step;
  fields: readonly INodeProperties[];
  quotes: Quotes;
  part: Part;
  stop: AbortController;
}

/** The carriers of a run: each is asked by its own step, and nothing more once it refused the account. */
export class AskedCarriers {
  readonly #refusals = new Map<Carrier, CarrierError>();

  private constructor(
    private readonly node: INode,
    private readonly ways: ReadonlyMap<Carrier, Way | { failure: Failure }>,
  ) {}

  /** Opens the accounts before anything is read. What is wrong with one of them is a failure of its carrier alone. */
  static async open({ functions, session, tell }: RunContext<Accounts>): Promise<AskedCarriers> {
    const ways = QUOTING.map(async (each) => [each, await wayOf(each, session, tell)] as const);
    return new AskedCarriers(functions.getNode(), new Map(await Promise.all(ways)));
  }

  /** Reads an item as the carrier's own step would. */
  question(carrier: Carrier, { parcel, overrides }: Inquiry, parameters: ItemParameters): Question {
    const way = this.ways.get(carrier) ?? undocumented(carrier);
    if ('failure' in way) return { carrier, failure: way.failure };
    const { step, fields, quotes, part } = way;
    const { carrier: name, displayName } = carrier;
    try {
      const own = objectAsIs(lookUp(overrides, name));
      const { request, notSent, hints } = inFormTerms(() => quoteRequest(quotes, { ...parcel, extra: own }));
      for (const hint of [...hints, ...(step.hint === undefined ? [] : [step.hint])]) {
        parameters.notes.add(`${displayName}: ${hint}`);
      }
      const given = quotes.takenAs === 'body' ? { inputMode: 'json', body: request } : request;
      const box = part.read(
        parameters.as(fields, (_, values) => stepValues({ ...step.fixed, ...given }, [], fields, values)),
      );
      return { carrier, quotes, box, notSent };
    } catch (error) {
      return { carrier, failure: failureOf(this.node, name, parameters.item, error) };
    }
  }

  /** What a question came to. Does not throw: a carrier that fails is no matter of the others. */
  async reply(question: Question, { parcel, unnamedCurrency }: Inquiry, item: number): Promise<Reply> {
    const { carrier } = question;
    if ('failure' in question) return { carrier, rates: [], failure: question.failure };
    const answer = await this.answer(question, item);
    if (answer instanceof Error) {
      return { carrier, rates: [], failure: failureOf(this.node, carrier.carrier, item, answer) };
    }
    const { notSent } = question;
    const ofAll = { ...defined({ weightKg: numberOf(parcel.weightKg) }), ...(notSent.length > 0 ? { notSent } : {}) };
    const rates = await eachInSlices([answer].flat(), (output) => {
      const quote = 'json' in output ? output.json : output.simplified;
      return { ...rateOf(question.quotes, quote, unnamedCurrency), ...ofAll };
    });
    return { carrier, rates };
  }

  private async answer({ carrier, box }: Asked, item: number): Promise<Answer> {
    const refusal = this.#refusals.get(carrier);
    if (refusal) return heldBackAfter(refusal);
    const [answered] = await answersTo([{ item, request: box }], box.lane.send);
    const answer = answered?.answer ?? [];
    if (answer instanceof CarrierError && answer.ofAccount) this.refuse(carrier, answer);
    return answer;
  }

  private refuse(carrier: Carrier, refusal: CarrierError): void {
    if (!this.#refusals.has(carrier)) this.#refusals.set(carrier, refusal);
    const way = this.ways.get(carrier);
    if (way && 'stop' in way) way.stop.abort();
  }
}

async function wayOf(
  carrier: Carrier,
  accounts: Accounts,
  tell: RunContext<Accounts>['tell'],
): Promise<Way | { failure: Failure }> {
  const { steps, quotes, carrier: name, displayName } = carrier;
  const step = steps['rate.getMany'];
  if (!step || !quotes) return undocumented(carrier);
  const opened = await accounts.open(carrier);
  if ('fault' in opened) {
    const { message, description } = opened.fault;
    return { failure: { carrier: name, kind: 'credentials', message, ...(description ? { description } : {}) } };
  }
  const { account, stop } = opened;
  const told = (note: string): void => tell?.(`${displayName}: ${note}`);
  const part = account.partOf(step, { stop, shape: (answer) => answer, tell: told });
  return { step, fields: carrier.fieldsOf(step), quotes, part, stop };
}

function undocumented(carrier: Carrier): { failure: Failure } {
  const { message, hint } = refusalOf(carrier, 'rate.getMany');
  return { failure: { carrier: carrier.carrier, kind: 'not-asked', message, description: hint } };
}
