import type { Carrier } from './carrier';
import { createEccang } from './eccang';
import { createEtower } from './etower';
import { createHuahan } from './huahan';

/** The carriers of a sandbox, made anew for each one so that two sandboxes share no orders. */
export const carrierTable: readonly (() => Carrier)[] = [createEccang, createHuahan, createEtower];
