import { ECCANG } from '../../../carriers/eccang';
import { ORDER_MAPPING as ETOWER } from '../../../carriers/etower';
import { ORDER_MAPPING as HGE } from '../../../carriers/hge';
import { HUAHAN } from '../../../carriers/huahan';
import { ORDER_MAPPING as MGOSHIP } from '../../../carriers/mgoship';
import type { OrderMapping } from '#carriers/shared/order-mapping';

/** One for each carrier: every test of the neutral order goes over all of them. */
export const MAPPINGS: readonly OrderMapping[] = [ECCANG.orderMapping, HUAHAN.orderMapping, ETOWER, HGE, MGOSHIP];
