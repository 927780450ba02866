import { CAPABILITIES as ECCANG_CAN, ECCANG } from '../../carriers/eccang';
import { CAPABILITIES as ETOWER_CAN } from '../../carriers/etower';
import { CAPABILITIES as HGE_CAN } from '../../carriers/hge';
import { CAPABILITIES as HUAHAN_CAN, HUAHAN } from '../../carriers/huahan';
import { CAPABILITIES as MGOSHIP_CAN } from '../../carriers/mgoship';
import { familySession } from '#nodes/eccangFamily/session';
import { resources as eccang } from '#nodes/EccangTms/resources';
import { integrationResources as etower } from '#nodes/Etower/resources';
import { listSearch as etowerLists } from '#nodes/Etower/lists';
import { integration as etowerSession } from '#nodes/Etower/session';
import { resources as hge } from '#nodes/Hge/resources';
import { session as hgeSession } from '#nodes/Hge/session';
import { resources as huahan } from '#nodes/Huahan/resources';
import { resources as mgoship } from '#nodes/Mgoship/resources';
import { session as mgoshipSession } from '#nodes/Mgoship/session';
import { carrierOf, type Carrier } from './carrier';

const eccangSession = familySession(ECCANG, ECCANG_CAN.credential);
const huahanSession = familySession(HUAHAN, HUAHAN_CAN.credential);

/** All carriers, in the order of their values. A new one is one line more. */
export const CARRIERS: readonly Carrier[] = [
  carrierOf(ECCANG_CAN, eccang, eccangSession, eccangSession.methods.listSearch),
  carrierOf(ETOWER_CAN, etower, etowerSession, etowerLists),
  carrierOf(HGE_CAN, hge, hgeSession),
  carrierOf(HUAHAN_CAN, huahan, huahanSession, huahanSession.methods.listSearch),
  carrierOf(MGOSHIP_CAN, mgoship, mgoshipSession),
];

/** What a new node holds: n8n saves no value that equals the default, so it stays the same when a carrier is added. */
export const PRESELECTED = ECCANG_CAN.carrier;
