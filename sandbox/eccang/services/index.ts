import type { Service } from '../deployment';
import { cancelOrder, interceptOrder, modifyOrderWeight } from './changeOrder';
import { feeTrail, getReceivingExpense } from './charges';
import { batchCreateOrder, createOrder } from './createOrder';
import { getCargoTrack } from './getCargoTrack';
import { getOrder } from './getOrder';
import { batchGetlabel, getLabelByTemplate, getLabelUrl } from './labels';
import { addressValidate, getCountry, getExtraService, getFieldRule, getShippingMethod } from './reference';
import { getTrackingNumberChangeRecord, getTrackNumber } from './trackingNumbers';

/**
 * Services whose parameters `eccang.md` section 3 documents in full or in part. Those known by name only answer 50005, and so
 * does the second spelling of the batch label of 3.5: an installation has one of the two.
 */
export const eccangServices = {
  createOrder,
  batchCreateOrder,
  getTrackNumber,
  getLabelUrl,
  batchGetlabel,
  getLabelByTemplate,
  getOrder,
  cancelOrder,
  interceptOrder,
  modifyOrderWeight,
  feeTrail,
  getReceivingExpense,
  getCargoTrack,
  getTrackingNumberChangeRecord,
  getFieldRule,
  addressValidate,
  getShippingMethod,
  getCountry,
  getExtraService,
} satisfies Record<string, Service>;
