import { ECCANG } from '../../../carriers/eccang';
import { HUAHAN } from '../../../carriers/huahan';
import type { OrderMapping } from '#carriers/shared/order-mapping';

/** One for each carrier: every test of the neutral order goes over all of them. */
export const MAPPINGS: readonly OrderMapping[] = [ECCANG.orderMapping, HUAHAN.orderMapping];
