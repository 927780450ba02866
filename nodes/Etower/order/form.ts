import type { INodeProperties } from 'n8n-workflow';
import { ORDER, ORDER_MAPPING } from '../../../carriers/etower';
import { textOf } from '#carriers/shared/json-value';
import { text } from '#carriers/shared/rows';
import { itemsFrom, orFromList } from '#nodes/shared/fields';
import { entries, open, section, type Place } from '#nodes/shared/form/places';
import { RequestForm } from '#nodes/shared/form/request-form';
import { propertyOf } from '#nodes/shared/form/row-property';

const extraData: INodeProperties = {
  displayName: 'Extra Data',
  name: 'extendData',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true },
  placeholder: 'Add Value',
  default: {},
  description: 'Further data that some services ask for, such as vendorid, injectPort or abnnumber (extendData)',
  options: [
    {
      displayName: 'Value',
      name: 'entry',
      values: [
        propertyOf('name', text('Name', "Name as the carrier's manual writes it", { example: 'vendorid' })),
        propertyOf('value', text('Value', 'What to send under this name')),
      ],
    },
  ],
};

/** An object whose names the user enters. */
const extendData: Place = {
  takes: ['extendData'],
  show: () => ({
    properties: [extraData],
    labels: { extendData: { label: extraData.displayName } },
    read: (source) => {
      const values = source.entries('extendData').flatMap((entry): [string, unknown][] => {
        const name = textOf(entry.value('name'));
        return name === undefined ? [] : [[name, entry.value('value')]];
      });
      return values.length > 0 ? { extendData: Object.fromEntries(values) } : {};
    },
  }),
};

const address = (prefix: string): string[] =>
  ['AddressLine1', 'AddressLine2', 'AddressLine3', 'City', 'State', 'Postcode'].map((field) => prefix + field);

/** Collections of the form whose fields stand on the order itself. */
const RECIPIENT = [
  'recipientName',
  'recipientCompany',
  'addressLine1',
  'addressLine2',
  'addressLine3',
  'city',
  'state',
  'postcode',
  'phone',
  'email',
  'recipientTaxId',
];
const SENDER = ['shipperName', ...address('shipper'), 'shipperCountry', 'shipperPhone', 'shipperEmail'];
const SIZE = ['length', 'width', 'height', 'dimensionUnit', 'volume'];
const RETURN = ['returnOption', 'returnName', ...address('return'), 'returnCountry', 'returnPhone'];

const named = { named: true, asListed: true };

/** The form of an order, with or without its label. */
export const orderForm = new RequestForm(
  ORDER,
  [
    open(
      'referenceNo',
      'serviceCode',
      'serviceOption',
      'facility',
      'country',
      'description',
      'weight',
      'weightUnit',
      'invoiceValue',
      'invoiceCurrency',
    ),
    section('Recipient', 'recipient', RECIPIENT, {
      ...named,
      opened: ['recipientName', 'addressLine1', 'city', 'state', 'postcode', 'phone'],
    }),
    section('Sender', 'shipper', SENDER, named),
    entries('orderItems', {
      name: 'items',
      orJson: {
        from: orFromList(itemsFrom),
        mapping: ORDER_MAPPING,
        name: 'orderItems',
        description:
          "List of items with the carrier's field names: itemNo, sku, description, originCountry, itemCount, unitValue",
        example: '{{ $json.lines }}',
      },
    }),
    section('Size', 'size', SIZE, named),
    section('Return Address', 'returnAddress', RETURN, named),
    section('Additional Fields', 'additionalFields', 'rest', { named: true }),
    extendData,
  ],
  { typed: true, zeroIsEmpty: true },
  {
    mapping: ORDER_MAPPING,
    service: { path: 'serviceCode', name: 'serviceCode', label: 'Service' },
    example: '{ "serviceOption": "E-Parcel", "facility": "CAN" }',
  },
);

export const orderFields = orderForm.withInputMode(
  "The carrier's own order object: referenceNo, serviceCode, weight, invoiceValue, recipientName, addressLine1, orderItems. One order per item; up to 300 share a call.",
);
