import { textOf } from '#carriers/shared/json-value';
import { step, type Step, type WorkflowRun } from '../../../engine';
import { statsOf } from '../../../sandbox/control-client';
import { subjects } from '../disturbed';
import { jsonOf, outputsOf } from '../outputs';
import { useSandbox, type SandboxOfTests } from '../sandbox';

export const CARRIERS = ['eccang', 'etower', 'hge', 'huahan', 'mgoship'] as const;

type Carrier = (typeof CARRIERS)[number];

/** What an item asks about. */
export interface Asked {
  carrier: string;
  type: string;
  number: string;
}

export const ITEM = { carrier: '={{ $json.carrier }}', numberType: '={{ $json.type }}', number: '={{ $json.number }}' };

/** The step for all carriers, told by each item which one it is of. */
export function parcel(resource: string, operation: string, parameters: object = {}, settings: object = {}): Step {
  return step('parcel', 'Parcel', resource, operation, { ...ITEM, ...parameters }, { ...settings });
}

/** What became of each item, in a word. */
export function endsOf(ran: WorkflowRun, output = 0): string[] {
  return outputsOf(ran, 'Parcel', output).map(({ error, json }) => error?.message ?? textOf(json['error']) ?? 'done');
}

/** The number by which each carrier gives an order out. */
const NUMBERS: Readonly<Record<Carrier, string>> = {
  eccang: 'orderNumber',
  etower: 'trackingNumber',
  hge: 'reference',
  huahan: 'reference',
  mgoship: 'orderNumber',
};

interface CarriersOfTests extends SandboxOfTests {
  /** Makes an order by the carrier's own step; gives the item that asks for it. */
  made: (carrier: Carrier, reference?: string) => Promise<Asked>;
  /** What each carrier was asked so far, label downloads aside. */
  requests: () => Promise<Record<string, number>>;
}

export function useCarriers(): CarriersOfTests {
  const tests = useSandbox();
  return {
    ...tests,
    async made(carrier, reference = 'REF-1') {
      const subject = subjects.find((each) => each.carrier === carrier);
      if (!subject) throw new Error(`No order for ${carrier}`);
      const [created] = jsonOf(await tests.run([subject.order(reference)], subject.create), 'Create');
      const type = NUMBERS[carrier];
      return { carrier, type, number: type === 'reference' ? reference : (textOf(created?.[type]) ?? '') };
    },
    async requests() {
      const counted = CARRIERS.map(
        async (each) => [each, Number((await statsOf(tests.sandbox, each))['requests'])] as const,
      );
      return Object.fromEntries(await Promise.all(counted));
    },
  };
}
