import { getLabelData, ORDERS_PER_CALL, type EtowerClient } from '../../../carriers/etower';
import { simplify } from '#nodes/shared/fields';
import { inBulk } from '#nodes/shared/operation';
import { anyNumber } from '../fields/numbers';
import { numbersOf, outputsOf, readNumber, type NumberRequest } from '../requests';

export const getData = inBulk<EtowerClient, NumberRequest>({
  description: {
    name: 'Get Data',
    value: 'getData',
    action: 'Get the data of a label',
    description: 'Get barcodes and texts for printing a label of your own; up to 300 items share a call (获取标签)',
    properties: [anyNumber, simplify],
  },
  read: readNumber,
  perCall: () => ORDERS_PER_CALL,
  send: async (client, requests) => outputsOf(requests, await getLabelData(client, numbersOf(requests))),
});
