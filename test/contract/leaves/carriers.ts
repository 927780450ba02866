import { eccang } from '../eccang/leaves';
import { etower } from '../etower/leaves';
import { hge } from '../hge/leaves';
import { huahan } from '../huahan/leaves';
import { mgoship } from '../mgoship/leaves';
import type { CarrierReplies } from './table';

/** All that have samples. */
export const carriers: readonly CarrierReplies[] = [eccang, etower, hge, huahan, mgoship];
