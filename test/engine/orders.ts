import { step, type Step } from '../../engine';
import { located } from './every-field';

/** An order in neutral names, of two lines. People and places are placeholders. */
export function neutralOrder(reference: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    reference,
    recipient: {
      name: 'Sample Recipient',
      street: '100 Example Street',
      city: 'Springfield',
      province: 'IL',
      postcode: '62701',
      country: 'US',
      phone: '2025550101',
      email: 'name@example.com',
    },
    sender: {
      name: 'Sample Shipper',
      street: '1 Example Road',
      city: 'SHENZHEN',
      province: 'GUANGDONG',
      postcode: '518000',
      country: 'CN',
      phone: '13800138000',
      mobile: '13800138000',
    },
    weightKg: '0.5',
    customsItems: [
      line({ description: 'Phone case', localDescription: '手机壳', sku: 'CASE', quantity: 2, unitValue: '3.50' }),
      line({ description: 'Cable', localDescription: '数据线', sku: 'CABLE', quantity: 1, unitValue: '2.00' }),
    ],
    ...changes,
  };
}

export function line(changes: Record<string, unknown>): Record<string, unknown> {
  return { quantity: 1, currency: 'USD', weightKg: 0.1, originCountry: 'CN', ...changes };
}

const IN_JAPAN = {
  recipient: {
    name: '山田 太郎',
    street: '見本町1-2-3',
    city: '秋田市',
    province: '秋田県',
    postcode: '010-0001',
    country: 'JP',
    phone: '0180000000',
  },
  sender: undefined,
  customsItems: [
    line({ description: 'EARPHONE', localDescription: '耳机', quantity: 1, unitValue: 4500, currency: 'JPY' }),
  ],
  battery: false,
};

export interface OrderCarrier {
  node: string;
  /** The carrier at the sandbox. */
  carrier: string;
  resource: string;
  operation: string;
  /** The field of the service, with one of the sandbox's. */
  service: Record<string, unknown>;
  /** An order that the carrier takes. */
  order: (reference: string, changes?: Record<string, unknown>) => Record<string, unknown>;
  overrides?: object;
  /** What such an order says and the carrier has no place for. */
  notSent: readonly string[];
}

const service = (value: string): unknown => located({}, value);

const ETOWER = {
  node: 'etower',
  carrier: 'etower',
  resource: 'order',
  service: { serviceCode: service('UBI.AU2AU.AUPOST.1') },
  order: (reference: string, changes = {}) =>
    neutralOrder(reference, {
      recipient: {
        name: 'Jane Sample',
        street: '3 Example Drive',
        city: 'Berwick',
        province: 'VICTORIA',
        postcode: '3806',
        country: 'AU',
        phone: '0491570156',
      },
      ...changes,
    }),
  overrides: { serviceOption: 'E-Parcel', facility: 'CAN' },
  notSent: [],
};

/** Every operation that creates an order of an order. */
export const CREATES: readonly OrderCarrier[] = [
  {
    node: 'eccangTms',
    carrier: 'eccang',
    resource: 'order',
    operation: 'create',
    service: { shippingMethod: service('PK0001') },
    order: neutralOrder,
    notSent: ['customsItems[0].originCountry', 'customsItems[1].originCountry'],
  },
  {
    node: 'huahan',
    carrier: 'huahan',
    resource: 'order',
    operation: 'create',
    service: { shippingMethod: service('PK0001') },
    order: neutralOrder,
    notSent: ['customsItems[0].originCountry', 'customsItems[1].originCountry'],
  },
  { ...ETOWER, operation: 'create' },
  { ...ETOWER, operation: 'createWithLabel' },
  {
    node: 'hge',
    carrier: 'hge',
    resource: 'order',
    operation: 'create',
    service: { serviceCode: 'P10006' },
    order: neutralOrder,
    notSent: [
      'weightKg',
      ...['weightKg', 'originCountry'].flatMap((name) => [0, 1].map((at) => `customsItems[${at}].${name}`)),
    ],
  },
  {
    node: 'mgoship',
    carrier: 'mgoship',
    resource: 'parcelOrder',
    operation: 'create',
    service: { channel: '1' },
    order: (reference, changes = {}) => neutralOrder(reference, { ...IN_JAPAN, ...changes }),
    notSent: [
      'country',
      'recipient.country',
      ...['currency', 'weightKg', 'originCountry'].map((name) => `customsItems[0].${name}`),
    ],
  },
];

/** A step that creates orders of the items that reach it. */
export function createFrom(
  { node, resource, operation, service: chosen, overrides = {} }: Omit<OrderCarrier, 'notSent'>,
  parameters: Record<string, unknown> = {},
  settings: Record<string, unknown> = {},
  name = 'Create',
): Step {
  const given = { inputMode: 'order', ...chosen, overrides: JSON.stringify(overrides), ...parameters };
  return step(node, name, resource, operation, given, settings);
}
