import type { INodeProperties } from 'n8n-workflow';
import { getOrder, type HgeClient, type OrderNumber } from '../../../carriers/hge';
import { perItem } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';
import { number, numberTypeCode } from '../fields/order';

/** `num_type` (`hge.md` 7.6): the list of values is not public and the meaning of the one that is seen not stated. */
const numberType: INodeProperties = {
  displayName: 'Number Type',
  name: 'numberType',
  type: 'options',
  options: [
    { name: '1 (The Value in the Manual)', value: 1, description: 'The manual does not say which number this means' },
    { name: 'Other (Enter Code)', value: 'other', description: 'A value that HGE gave you' },
  ],
  default: 1,
  description: 'Which kind of number you enter (num_type). Ask HGE for the list of values.',
};

export const getOrderOperation = perItem<HgeClient, OrderNumber & {}>({
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get order',
    description: 'Get an order as it was sent, with addresses, parcels and items (查询运单)',
    properties: [numberType, numberTypeCode, number],
    simplifies: true,
  },
  read: (parameters) => ({
    numberType: readNumberType(parameters),
    number: parameters.text('number'),
  }),
  send: async (client, asked) => {
    const { raw, parcel } = await getOrder(client, asked);
    return { raw, simplified: parcel };
  },
});

function readNumberType(parameters: ItemParameters): number {
  const chosen = parameters.text('numberType');
  const code = chosen === 'other' ? parameters.text('numberTypeCode') : chosen;
  if (/^\d{1,9}$/.test(code)) return Number(code);
  throw parameters.problem('Number Type Code is not a whole number', 'Enter digits only, e.g. 2.');
}
