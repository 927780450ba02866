/** What a model asks of each step that reads: of the order `TOOL-1` that every carrier has at that time. */
import { isObject, type JsonObject } from '../carriers/shared/json-value';
import { byModel } from './left-to-model';
import { type ToolOperation } from './tool-workflows';

interface ToolCall {
  /** Of the step: what is fixed, and what is left to the model. */
  parameters: JsonObject;
  /** What the model fills in. */
  args: JsonObject;
}

const PRODUCT = { shippingMethod: located('PK0001'), countryCode: located('US') };
const FEE = { countryCode: located('US'), weight: '1.35' };

/** What steps ask for besides a number, by node, resource and operation. */
const FIXED: Readonly<Record<string, JsonObject>> = {
  'eccangTms.extraService.getMany': PRODUCT,
  'eccangTms.label.getDocument': { templateId: '78' },
  'eccangTms.order.validate': {
    inputMode: 'json',
    body: {
      reference_no: 'TOOL-1',
      shipping_method: 'PK0001',
      country_code: 'US',
      order_weight: 1,
      consignee: { consignee_name: 'Sample Recipient', consignee_street: '100 Example Street' },
      invoice: [{ invoice_enname: 'Case', invoice_quantity: 1, invoice_unitcharge: 1 }],
    },
  },
  'eccangTms.product.getRequiredFields': PRODUCT,
  'eccangTms.rate.get': FEE,
  'huahan.rate.get': FEE,
  'etower.portalService.getMany': { country: located('AU') },
  'etower.portalService.getOptions': { channelId: located('929') },
  'mgoship.rate.get': { region: located('大阪府', 'name'), weight: 1.5, length: 20, width: 15, height: 10 },
  'parcel.rate.getMany': { country: located('US'), weightKg: 1 },
};

/** What a step asks for, where it is not the number of the order: of the order at its carrier, or a number of its own. */
const NUMBERS: Readonly<Record<string, (order: JsonObject) => unknown>> = {
  'eccangTms.label.getMany': ({ reference }) => reference,
  'eccangTms.order.getTrackingNumber': ({ reference }) => reference,
  'huahan.label.getFba': ({ orderNumber }) => `${String(orderNumber)}U001`,
  'huahan.order.getTrackingNumber': ({ reference }) => reference,
  'etower.order.get': ({ trackingNumber }) => trackingNumber,
  'etower.portalOrder.get': ({ uuid }) => uuid,
  // One that the sandbox has from the beginning.
  'mgoship.inboundOrder.getLabel': () => '121218772474',
  'parcel.label.get': ({ reference }) => reference,
  'parcel.tracking.get': ({ trackingNumber }) => trackingNumber,
  'parcel.tracking.getUpdates': ({ trackingNumber }) => trackingNumber,
  'eccangTms.tracking.get': ({ trackingNumber }) => trackingNumber,
  'eccangTms.tracking.getUpdates': ({ trackingNumber }) => trackingNumber,
};

/** Steps that have nothing to tell of such an order, by the names of the tools, with words of the refusal. */
export const REFUSED_READS: Readonly<Record<string, string>> = {
  parcel_label_merge: 'files',
};

/** @param made the order at each carrier, by node */
export function callsOf(
  { node, resource, operation, fields }: ToolOperation,
  made: Readonly<Record<string, JsonObject>>,
): ToolCall {
  const name = `${node}.${resource}.${operation}`;
  const order = made[node === 'parcel' ? 'eccangTms' : node] ?? {};
  const asked = fields.find((field) => field['name'] === 'number' || field['name'] === 'uuid');
  if (!isObject(asked)) return { parameters: { ...FIXED[name] }, args: {} };
  const number = NUMBERS[name]?.(order) ?? order['orderNumber'];
  const field = String(asked['name']);
  return { parameters: { ...FIXED[name], [field]: byModel(asked) }, args: { [field]: number } };
}

function located(value: string, mode = 'code'): JsonObject {
  return { __rl: true, mode, value };
}
