import type { INodeProperties } from 'n8n-workflow';
import { SENDER_FIELDS, SENDER_PARTS, type SenderPart } from '#carriers/shared/order-defaults';

/** What a carrier has a place for in its orders. */
export interface DefaultsOfCarrier {
  /** Parts of the sender's address. */
  sender: readonly SenderPart[];
  /** Country that the sender's address begins with. */
  country?: string;
  /** The carrier's own name for product or service, in the words of its form. */
  service: { called: string; example: string };
  currency?: boolean;
  origin?: boolean;
  ioss?: boolean;
}

const SENDER: Readonly<Record<SenderPart, { displayName: string; description: string; placeholder?: string }>> = {
  name: { displayName: 'Sender Name', description: 'Who sends the parcels' },
  company: { displayName: 'Sender Company', description: 'Firm that sends the parcels' },
  street: { displayName: 'Sender Street', description: 'First line of the address that parcels are sent from' },
  street2: { displayName: 'Sender Street 2', description: 'Second line of the address, where it needs one' },
  street3: { displayName: 'Sender Street 3', description: 'Third line of the address, where it needs one' },
  houseNumber: { displayName: 'Sender House Number', description: 'House number, where it is not part of the street' },
  district: { displayName: 'Sender District', description: 'Part of the city, or county, where the address has one' },
  city: { displayName: 'Sender City', description: 'Town that parcels are sent from' },
  province: { displayName: 'Sender State or Province', description: 'Region that parcels are sent from' },
  postcode: { displayName: 'Sender Postcode', description: 'Postal code of where parcels are sent from' },
  country: {
    displayName: 'Sender Country',
    description: 'Where parcels are sent from, by two letters (ISO 3166-1 alpha-2)',
    placeholder: 'e.g. CN',
  },
  phone: { displayName: 'Sender Phone', description: 'Number at which the sender can be reached' },
  mobile: { displayName: 'Sender Mobile', description: 'Number of the mobile phone of the sender' },
  email: {
    displayName: 'Sender Email',
    description: 'Where the carrier may write to the sender',
    placeholder: 'e.g. name@email.com',
  },
  taxNumber: { displayName: 'Sender Tax Number', description: 'Number under which the tax office knows the sender' },
};

/** The whole address but for parts that the carrier has no field for. */
export function senderBut(...missing: readonly SenderPart[]): SenderPart[] {
  return SENDER_PARTS.filter((part) => !missing.includes(part));
}

const WHERE_EMPTY = 'Used for orders that do not say it themselves';

/** What every Create fills in where neither its form nor the order says it. JSON goes out as it is. */
export function orderDefaults({
  sender,
  country = '',
  service,
  currency,
  origin,
  ioss,
}: DefaultsOfCarrier): INodeProperties[] {
  return [
    ...(sender.length > 0
      ? [senderSwitch, ...sender.map((part) => senderField(part, part === 'country' ? country : ''))]
      : []),
    {
      displayName: `Default ${service.called}`,
      name: 'defaultService',
      type: 'string',
      default: '',
      placeholder: `e.g. ${service.example}`,
      description: `Code of the ${service.called.toLowerCase()}. ${WHERE_EMPTY}.`,
    },
    ...(currency ? [defaultCurrency] : []),
    ...(origin ? [defaultOrigin] : []),
    ...(ioss ? [defaultIoss] : []),
  ];
}

const senderSwitch: INodeProperties = {
  displayName: 'Default Sender',
  name: 'defaultSender',
  type: 'boolean',
  default: false,
  description:
    'Whether to keep the address of the sender here, so that no step has to repeat it. A field that a step or an order fills in goes before the field here.',
};

function senderField(part: SenderPart, initial: string): INodeProperties {
  return {
    ...SENDER[part],
    name: SENDER_FIELDS[part],
    type: 'string',
    displayOptions: { show: { defaultSender: [true] } },
    default: initial,
  };
}

const defaultCurrency: INodeProperties = {
  displayName: 'Default Currency',
  name: 'defaultCurrency',
  type: 'string',
  default: '',
  placeholder: 'e.g. USD',
  description: `ISO code of the currency of declared values. ${WHERE_EMPTY}.`,
};

const defaultOrigin: INodeProperties = {
  displayName: 'Default Country of Origin',
  name: 'defaultOrigin',
  type: 'string',
  default: '',
  placeholder: 'e.g. CN',
  description: `Where the goods were made, ISO 3166-1 alpha-2. ${WHERE_EMPTY}.`,
};

const defaultIoss: INodeProperties = {
  displayName: 'Default IOSS Number',
  name: 'defaultIoss',
  type: 'string',
  default: '',
  placeholder: 'e.g. IM0000000000',
  description: `Import One-Stop Shop number for parcels to the EU. ${WHERE_EMPTY}.`,
};
