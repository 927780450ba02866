import { record, text, type JsonRecord } from '../../json';
import { missing, orderUnknown, success } from '../answers';
import { trackingNumber, type Deployment, type Service } from '../deployment';
import { wireTime, type Order } from '../orders';
import { itemsOf, volumesOf } from '../rules';

/** `eccang.md` 3.8, `huahan.md` 3.3. */
export const getOrder: Service = (params, { deployment, orders }) => {
  const number = text(record(params).reference_no);
  if (number === '') return missing('reference_no');
  const order = orders.find(number, deployment.accepts.getOrder);
  // No `Error` here, only the message (`eccang.md` 1.4 no. 4).
  if (!order) return { ask: 'Failure', message: orderUnknown };
  return success({ reference_no: number, data: without(orderView(order, deployment), deployment.orderView.omit) });
};

function orderView(order: Order, deployment: Deployment): JsonRecord {
  const { sent } = order;
  const { emptyInsurance, omitOfItem, chargeDecimals } = deployment.orderView;
  return {
    shipping_method: order.product.code,
    country_code: order.country,
    reference_no: order.reference,
    shipper_hawbcode: order.waybill,
    shipping_method_no: trackingNumber(order, deployment),
    channel_hawbcode: '',
    system_hawbcode: null,
    clearance_system_hawbcode: null,
    order_weight: order.weight.toFixed(3),
    order_pieces: String(order.pieces),
    buyer_id: text(sent.buyer_id),
    modify_date: wireTime(order.modified),
    mail_cargo_type: text(sent.mail_cargo_type) || '4',
    insurance_value: text(sent.insurance_value) === '' ? emptyInsurance : decimal(sent.insurance_value, 3),
    is_return: text(sent.is_return) === '1' ? 'Y' : 'N',
    status: order.status,
    Consignee: consigneeView(order, deployment),
    Shipper: shipperView(record(sent.Shipper)),
    ItemArr: itemsOf(sent).map((item) => without(itemView(item, chargeDecimals), omitOfItem)),
    volume: volumeView(order),
    extra_service: text(sent.extra_service),
  };
}

function consigneeView(order: Order, { orderView: { emptyPostcode } }: Deployment): JsonRecord {
  const sent = record(order.sent.Consignee);
  const names = [
    'consignee_company',
    'consignee_province',
    'consignee_name',
    'consignee_city',
    'consignee_telephone',
    'consignee_mobile',
    'consignee_postcode',
    'consignee_email',
    'consignee_street',
    'consignee_street2',
    'consignee_street3',
    'consignee_certificatetype',
    'consignee_certificatecode',
    'consignee_credentials_period',
    'consignee_doorplate',
    'consignee_taxno',
  ];
  const view = { consignee_countrycode: order.country, ...pick(sent, names) };
  return text(sent.consignee_postcode) === '' ? { ...view, consignee_postcode: emptyPostcode } : view;
}

function shipperView(sent: JsonRecord): JsonRecord {
  return pick(sent, [
    'shipper_name',
    'shipper_company',
    'shipper_countrycode',
    'shipper_province',
    'shipper_city',
    'shipper_street',
    'shipper_postcode',
    'shipper_areacode',
    'shipper_telephone',
    'shipper_mobile',
    'shipper_email',
    'shipper_fax',
  ]);
}

/** The names differ from createOrder: totals instead of unit values, `box_no` instead of `box_number` (`eccang.md` 3.8). */
function itemView(sent: JsonRecord, chargeDecimals: number): JsonRecord {
  const quantity = Number(text(sent.invoice_quantity));
  return {
    invoice_cnname: text(sent.invoice_cnname),
    invoice_enname: text(sent.invoice_enname),
    unit_code: text(sent.unit_code) || 'PCE',
    invoice_weight: decimal(sent.invoice_weight, 3),
    invoice_quantity: String(quantity),
    invoice_totalcharge: (Number(text(sent.invoice_unitcharge)) * quantity).toFixed(chargeDecimals),
    invoice_totalWeight: (Number(text(sent.invoice_weight)) * quantity).toFixed(3),
    invoice_currencycode: text(sent.invoice_currencycode) || 'USD',
    hs_code: text(sent.hs_code),
    invoice_note: text(sent.invoice_note),
    invoice_url: text(sent.invoice_url),
    sku: text(sent.sku),
    HSTaxrate: '0.00000',
    box_no: text(sent.box_number) || 'U001',
    Material: text(sent.material),
    ASIN: '',
    AmazonPrice: '0.000',
    product_id: text(sent.product_id),
    transaction_id: '',
    use: '',
  };
}

function volumeView({ sent, weight }: Order): JsonRecord[] {
  const boxes = volumesOf(sent);
  const measured = boxes.length > 0 ? boxes : [{ ...pick(sent, ['length', 'width', 'height']), weight }];
  return measured.map((box: JsonRecord, index) => {
    const [length, width, height] = [box.length, box.width, box.height].map((side) => Number(text(side) || '1'));
    return {
      length: decimal(length, 1),
      width: decimal(width, 1),
      height: decimal(height, 1),
      grossweight: decimal(box.weight, 3),
      box_no: text(box.box_number) || `U${String(index + 1).padStart(3, '0')}`,
      child_track_number: text(box.child_number),
      fba_number: '',
      cbm: (((length ?? 1) * (width ?? 1) * (height ?? 1)) / 1_000_000).toFixed(3),
      reference_id: text(sent.reference_id),
    };
  });
}

function pick(sent: JsonRecord, names: readonly string[]): JsonRecord {
  return Object.fromEntries(names.map((name) => [name, text(sent[name])]));
}

function without(view: JsonRecord, names: readonly string[]): JsonRecord {
  return Object.fromEntries(Object.entries(view).filter(([name]) => !names.includes(name)));
}

function decimal(value: unknown, decimals: number): string {
  return Number(text(value)).toFixed(decimals);
}
