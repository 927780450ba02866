import { perItem, type Operation, type OperationDescription } from '#nodes/shared/operation';
import type { RunContext } from '#nodes/shared/output';
import type { Accounts } from '../session';
import { AskedCarriers, type Question, type Reply } from './asked-carriers';
import { noRates } from './failures';
import { ratesForm, readInquiry, unnamedCurrency, type Inquiry } from './form';
import { ranked } from './ranked-rates';

const description: OperationDescription = {
  name: 'Get Many',
  value: 'getMany',
  action: 'Get rates of many carriers',
  description:
    'Ask several carriers at once what a parcel costs. One output item per rate, sorted within its currency; a carrier that gives none stands in "failures" of the others.',
  properties: ratesForm,
  lists: true,
  options: [unnamedCurrency],
};

interface Request {
  item: number;
  inquiry: Inquiry;
  questions: readonly Question[];
}

/**
 * The rates of the chosen carriers for each item. An item's carriers are asked side by side, each with one call, so that
 * none of them has more connections than items are under way. What one of them refuses stops nothing but its own calls.
 */
export const getManyRates: Operation<Accounts> = {
  description,
  run: async (context) => {
    const carriers = await AskedCarriers.open(context);
    const eachItem = perItem<Accounts, Request>({
      description,
      read: (item) => {
        const inquiry = readInquiry(item);
        const questions = inquiry.carriers.map((carrier) => carriers.question(carrier, inquiry, item));
        return { item: item.item, inquiry, questions };
      },
      send: async (_, { item, inquiry, questions }) => {
        const replies = await Promise.all(questions.map((question) => carriers.reply(question, inquiry, item)));
        return outputsOf(replies, inquiry, context.tell);
      },
    });
    return eachItem.run(context);
  },
};

/** @throws CarrierError with what each carrier says, where none gave a rate */
function outputsOf(
  replies: readonly Reply[],
  { sortBy }: Inquiry,
  tell: RunContext<Accounts>['tell'],
): { json: object }[] {
  const rates = replies.flatMap((reply) => reply.rates);
  if (rates.length === 0) throw noRates(replies);
  const failed = replies.flatMap(({ failure, carrier }) => (failure ? [{ failure, carrier }] : []));
  for (const { carrier } of failed) {
    tell?.(`${carrier.displayName} gave no rates for some items: see "failures" there.`);
  }
  const failures = failed.map(({ failure }) => failure);
  return ranked(rates, sortBy).map((rate) => ({ json: failures.length > 0 ? { ...rate, failures } : rate }));
}
