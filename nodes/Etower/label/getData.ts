import { getLabelData, ORDERS_PER_CALL, type EtowerClient } from '../../../carriers/etower';
import { byNumber } from '#nodes/shared/by-number';
import { anyNumber } from '../fields/numbers';

export const getData = byNumber<EtowerClient>({
  description: {
    name: 'Get Data',
    value: 'getData',
    action: 'Get label data',
    description: 'Get barcodes and texts for printing a label of your own; up to 300 items share a call (获取标签)',
    properties: [anyNumber],
    simplifies: true,
  },
  perCall: () => ORDERS_PER_CALL,
  ask: getLabelData,
});
