import { flag, text } from '#carriers/shared/rows';
import { field } from '#nodes/shared/form/row-property';

export const weight = field('weight', text('Weight (Kilograms)', 'The new weight in kilograms, at most 3 decimals (重量)', { required: true, example: '0.175' }));

export const sendInBatches = field('sendInBatches', flag('Send Five per Call', 'Whether to send up to five orders in one call (batchCreateOrder). Only part of that method is documented; every order still gets its own result.'));

export const checkRequired = field(
  'checkRequiredFields',
  flag("Check Product's Required Fields", 'Whether to ask the carrier which fields the product demands, once per product and country, and to report what is missing before anything is sent (getFieldRule)'),
);

export const holdOnRemark = field('holdOnRemark', text('Reason', 'Why the parcel is stopped (拦截原因)', { required: true, example: 'Buyer cancelled' }));

export const startDate = field('startDate', text('Start Date', "Changes from then on, YYYY-MM-DD HH:mm:ss in the carrier's time", { example: '2026-01-31 00:00:00' }));

export const endDate = field('endDate', text('End Date', "Changes up to then, YYYY-MM-DD HH:mm:ss in the carrier's time", { example: '2026-02-28 23:59:59' }));
