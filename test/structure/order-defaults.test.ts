/** A credential has a field for each part of the sender that the carrier's orders have a place for, and no other. */
import type { INodeProperties } from 'n8n-workflow';
import { ECCANG } from '../../carriers/eccang';
import { ORDER_MAPPING as ETOWER } from '../../carriers/etower';
import { ORDER_MAPPING as HGE } from '../../carriers/hge';
import { HUAHAN } from '../../carriers/huahan';
import { ORDER_MAPPING as MGOSHIP } from '../../carriers/mgoship';
import { SENDER_FIELDS, SENDER_PARTS } from '#carriers/shared/order-defaults';
import type { OrderMapping } from '#carriers/shared/order-mapping';
import { EccangTmsApi } from '../../credentials/EccangTmsApi.credentials';
import { EtowerApi } from '../../credentials/EtowerApi.credentials';
import { HgeApi } from '../../credentials/HgeApi.credentials';
import { HuahanApi } from '../../credentials/HuahanApi.credentials';
import { MgoshipApi } from '../../credentials/MgoshipApi.credentials';

const ACCOUNTS: [string, { properties: INodeProperties[] }, OrderMapping][] = [
  ['Eccang', new EccangTmsApi(), ECCANG.orderMapping],
  ['eTower', new EtowerApi(), ETOWER],
  ['HGE', new HgeApi(), HGE],
  ['Huahan', new HuahanApi(), HUAHAN.orderMapping],
  ['Mgoship', new MgoshipApi(), MGOSHIP],
];

test.each(ACCOUNTS)('%s', (_, { properties }, mapping) => {
  const names = new Set(properties.map(({ name }) => name));
  const placed = SENDER_PARTS.filter((part) => Object.hasOwn(mapping.order, `sender.${part}`));
  expect(SENDER_PARTS.filter((part) => names.has(SENDER_FIELDS[part]))).toEqual(placed);
  expect(names.has('defaultSender')).toBe(placed.length > 0);
  expect(names.has('defaultIoss')).toBe(Object.hasOwn(mapping.order, 'taxNumbers.ioss'));
  expect(names.has('defaultOrigin')).toBe(Object.hasOwn(mapping.lines.moves, 'originCountry'));
});
