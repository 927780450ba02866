import type { INodeProperties } from 'n8n-workflow';
import { NOTHING } from '#nodes/shared/form/parts';
import { section, within, type Place } from '#nodes/shared/form/places';
import { demanded } from '../partial';

/**
 * One party of an order: the number of an address that HGE has stored, or the address itself.
 * @param name with which its fields begin
 * @param opened the fields of the address that a new form has open
 */
export function party(wireName: string, name: string, opened: readonly string[] = []): Place {
  return {
    takes: [wireName],
    show: (rows, setting) => {
      const address = rows[wireName];
      if (address?.kind !== 'group') return NOTHING;
      const { label } = address;
      const from = addressFrom(label, `${name}From`);
      const places = [
        { takes: [], show: () => ({ ...NOTHING, properties: [from] }) },
        where(from, 'stored', demanded('address_num', addressNumber(label, name))),
        where(from, 'full', section(label, `${name}Info`, 'rest', { opened })),
      ];
      return within(wireName, places, { named: true }).show(rows, setting);
    },
  };
}

function addressFrom(label: string, name: string): INodeProperties {
  return {
    displayName: `${label} From`,
    name,
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'Full Address', value: 'full', description: 'Enter the address' },
      { name: 'Stored Address', value: 'stored', description: 'Name an address of your address book at HGE' },
    ],
    default: 'full',
    description: 'How to give this address',
  };
}

function addressNumber(label: string, name: string): Pick<INodeProperties, 'displayName' | 'name'> {
  return { displayName: `${label} Address Number`, name: `${name}AddressNum` };
}

/** The place is shown and read where a dropdown before it has this value. */
function where({ name }: INodeProperties, value: string, place: Place): Place {
  return {
    ...place,
    show: (rows, setting) => {
      const { properties, labels, read } = place.show(rows, setting);
      return {
        properties: properties.map((property) => ({ ...property, displayOptions: { show: { [name]: [value] } } })),
        labels,
        read: (source) => (source.value(name) === value ? read(source) : {}),
      };
    },
  };
}
