import {
  bagNumberOf,
  BAGS_PER_CALL,
  handOverBags,
  ofOneParcel,
  ofWholeBag,
  PARCELS_PER_CALL,
  parcelNumberOf,
  type BagAnswer,
  type EtowerClient,
} from '../../../carriers/etower';
import { givenList, textOf } from '#carriers/shared/json-value';
import { outputsOf, type Told } from '#nodes/shared/by-number';
import { isJsonMode } from '#nodes/shared/form/request-form';
import { inBulk } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';
import { bagFields, readBag, readHandover } from './form';
import { bagProblems, bagsOf, type BagItem } from './whole-bags';

export const handOverBag = inBulk<EtowerClient, BagItem>({
  description: {
    name: 'Hand Over',
    value: 'handOver',
    action: 'Hand over bags',
    description:
      'Tell the carrier which parcels are in which big bag, and who brings them. In the form an item is one parcel with its bag, in JSON one whole bag; up to 300 bags with 2,000 parcels share a call (大包交接).',
    properties: bagFields,
    simplifies: true,
    writes: true,
    warning: 'a bag that was handed over cannot be filled up later',
  },
  read,
  check: async (_, items) => bagProblems(items),
  perCall: () => PARCELS_PER_CALL,
  key: ({ handover }) => JSON.stringify(handover),
  bundle: ({ bagNo }) => bagNo,
  fits: (items) => {
    const bags = bagsOf(items);
    const parcels = bags.flatMap((bag) => givenList(bag['parcels'])).length;
    return bags.length <= BAGS_PER_CALL && parcels <= PARCELS_PER_CALL;
  },
  send: async (client, items) => {
    const answers = await handOverBags(client, items[0]?.handover ?? {}, bagsOf(items));
    const byNumber = new Map(answers.map((answer) => [answer.bagNo, answer]));
    return outputsOf(items.map((item) => answerFor(item, byNumber.get(item.bagNo))));
  },
});

/** What is wrong with an item is kept until all are read: the others of its bag are held back with it. */
function read(parameters: ItemParameters): BagItem {
  const known = { item: parameters.item, isWhole: isJsonMode(parameters), bag: {}, handover: {} };
  try {
    const bag = readBag(parameters);
    return { ...known, bagNo: bagNumberOf(bag), bag, handover: readHandover(parameters) };
  } catch (error) {
    const problem = error instanceof Error ? error : new Error('The item cannot be read for an unknown reason');
    const bagNo = known.isWhole ? '' : (textOf(parameters.any('bagNo'))?.trim() ?? '');
    return { ...known, bagNo, problem };
  }
}

function answerFor({ isWhole, bag }: BagItem, answer: BagAnswer | undefined): Told | Error {
  const [parcel = {}] = givenList(bag['parcels']);
  const told = answer && (isWhole ? ofWholeBag(answer) : ofOneParcel(answer, parcelNumberOf(parcel)));
  return told ?? new Error('The carrier gave no result for this item');
}
