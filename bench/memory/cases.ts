import { step, type Credentials, type Step } from '../../engine';
import { credentialsFor } from '../../sandbox/control-client';
import { eccangOrder } from '../../sandbox/sample-orders';

export interface MemoryCase {
  name: string;
  step: Step;
  item: (index: number) => object;
}

const number = { number: '={{ $json.number }}' };
const numbered = (index: number): object => ({ number: `N${1_000_000 + index}` });

export const CASES: readonly MemoryCase[] = [
  {
    name: 'eccang labels',
    step: step('eccangTms', 'Run', 'label', 'get', number),
    item: numbered,
  },
  {
    name: 'etower labels',
    step: step('etower', 'Run', 'label', 'get', number),
    item: numbered,
  },
  {
    name: 'huahan tracking',
    step: step('huahan', 'Run', 'tracking', 'get', number),
    item: numbered,
  },
  {
    name: 'etower tracking',
    step: step('etower', 'Run', 'tracking', 'get', number),
    item: numbered,
  },
  {
    name: 'mgoship tracking',
    step: step('mgoship', 'Run', 'tracking', 'get', { numberType: 'orderNo', ...number }),
    item: numbered,
  },
  {
    name: 'eccang create',
    step: step('eccangTms', 'Run', 'order', 'create', { inputMode: 'json', body: '={{ $json }}' }),
    item: (index) => eccangOrder(`R${1_000_000 + index}`),
  },
];

/** Of the sandbox, at the stub. */
export function credentialsAt(url: string): Credentials {
  return credentialsFor({ url });
}
