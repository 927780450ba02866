import type { Carrier } from './carrier';
import { createEccang } from './eccang';
import { createEtower } from './etower';
import { createHge } from './hge';
import { createHuahan } from './huahan';
import { createMgoship } from './mgoship';

/** The carriers of a sandbox, made anew for each one so that two sandboxes share no orders. */
export const carrierTable: readonly (() => Carrier)[] = [
  createEccang,
  createEtower,
  createHge,
  createHuahan,
  createMgoship,
];
