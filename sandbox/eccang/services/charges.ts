import { record, text, type JsonRecord } from '../../json';
import { codes, failure, missing, orderUnknown, success } from '../answers';
import { chargesFor } from '../charges';
import type { Service } from '../deployment';
import { checkedInAt } from '../events';
import { anyNumber } from '../numbers';
import { serves } from '../product';

/** `eccang.md` 3.14. Products that do not serve the country are left out, so the list may be empty. */
export const feeTrail: Service = (params, { deployment }) => {
  const sent = record(params);
  const field = (name: string) => text(sent[name]);
  if (field('weight') === '') return missing('weight');
  if (!(Number(field('weight')) > 0)) return failure(codes.mandatory, 'weight必须大于0');
  if (field('shipping_type_id') === '') return missing('shipping_type_id');
  if (!/^[DLW]$/.test(field('shipping_type_id'))) return failure(codes.mandatory, 'shipping_type_id必须为D、L或W');
  if (field('country_code') === '' && field('warehouse_code') === '') return missing('country_code或warehouse_code');
  const country = field('country_code').toUpperCase();
  const offered = deployment.products.filter(
    (product) =>
      (country === '' || serves(product, country)) &&
      (field('group') === '' || product.group === field('group')) &&
      (field('product_code') === '' || product.code === field('product_code').toUpperCase()),
  );
  return success({
    data: offered.map((product, index) => {
      const charges = chargesFor(product, Number(field('weight')), cubicCentimetres(sent));
      return {
        ServiceCode: product.code,
        ServiceCnName: product.chinese,
        ServiceEnName: product.english,
        FreightFee: charges.freight.toFixed(2),
        FuelFee: charges.fuel.toFixed(2),
        RegisteredFee: charges.registration.toFixed(2),
        OtherFee: charges.other.toFixed(2),
        // A number among texts (`eccang.md` 1.4 no. 9).
        TotalFee: charges.total,
        Effectiveness: product.aging,
        Traceability: product.trackStatus === 3 ? 'N' : 'Y',
        VolumeCharge: String(product.volumetricDivisor),
        Remark: product.note,
        ChargeWeight: String(charges.chargeWeight),
        ProductSort: index,
        ChargeWeightUnit: 'KG',
        Formula: charges.formula,
      };
    }),
  });
};

/** `eccang.md` 3.15. Nothing billed before check-in: the data is empty, as PHP prints an empty map. */
export const getReceivingExpense: Service = (params, { orders }) => {
  const number = text(record(params).reference_no);
  if (number === '') return missing('reference_no');
  const order = orders.find(number, anyNumber);
  if (!order) return failure(codes.notFound, orderUnknown);
  if (checkedInAt(order) === undefined) return success({ data: [] });
  const charges = chargesFor(order.product, order.weight);
  return success({
    data: {
      CustomerOrderNumber: order.reference,
      TrackingNumber: order.tracking,
      CountryCode: order.country,
      SettleWeight: charges.chargeWeight.toFixed(3),
      Freight: charges.freight.toFixed(2),
      FuelCharge: charges.fuel.toFixed(2),
      Register: charges.registration.toFixed(2),
      HandlingFee: '0.00',
      OtherFee: charges.other.toFixed(2),
      TotalFee: charges.total.toFixed(2),
    },
  });
};

function cubicCentimetres(sent: JsonRecord): number {
  const boxes = Array.isArray(sent.volume_list) ? sent.volume_list.map(record) : [];
  if (boxes.length === 0) return product(sent);
  return boxes.reduce((total, box) => total + product(box) * Number(text(box.box_count) || '1'), 0);
}

function product(sides: JsonRecord): number {
  const volume = ['length', 'width', 'height'].reduce((total, side) => total * Number(text(sides[side])), 1);
  return Number.isFinite(volume) ? volume : 0;
}
