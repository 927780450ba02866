import { REPLIES as ECCANG } from '../eccang/leaves';
import { REPLIES as ETOWER } from '../etower/leaves';
import { REPLIES as HGE } from '../hge/leaves';
import { REPLIES as HUAHAN } from '../huahan/leaves';
import { REPLIES as MGOSHIP } from '../mgoship/leaves';
import type { CarrierReplies } from './table';

export const CARRIERS: readonly CarrierReplies[] = [ECCANG, ETOWER, HGE, HUAHAN, MGOSHIP];
