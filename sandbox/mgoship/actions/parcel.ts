import { record, text, type JsonRecord } from '../../json';
import { failure, success, type Answer } from '../answers';
import { absent, forms, groupOf, problems, problemsOfList, type Field } from '../checks';
import type { Action, Desk } from '../desk';
import type { NumberName, ParcelOrder } from '../parcel-orders';

/** `mgoship.md` 5.1. Its "required" column is not held; these are the sandbox's choice. */
const consignee: readonly Field[] = [
  { name: 'address', required: true, longest: 200 },
  { name: 'buyerid', longest: 50 },
  { name: 'email', longest: 50 },
  { name: 'mobile', longest: 15 },
  { name: 'name', required: true, longest: 50 },
  { name: 'phone', longest: 11, form: /^0\d{9,10}$/ },
  { name: 'postcode', required: true, longest: 8, form: /^\d{3}-\d{4}$/ },
  { name: 'region', required: true, longest: 15 },
];

const declare: readonly Field[] = [
  { name: 'cnname', longest: 60 },
  { name: 'enname', required: true, longest: 50 },
  { name: 'material', longest: 50 },
  { name: 'note', longest: 50 },
  { name: 'pickupname', longest: 30 },
  { name: 'qty', required: true, form: forms.whole },
  { name: 'unitprice', required: true, form: forms.whole },
  { name: 'url', longest: 200 },
];

const order: readonly Field[] = [
  { name: 'channel', required: true, form: /^[12]$/ },
  { name: 'customerno', required: true, longest: 30 },
  { name: 'hasbattery', form: /^[YN]$/ },
  { name: 'height', form: forms.oneDecimal },
  { name: 'insurance', form: /^(NO|5Y|6P)$/ },
  { name: 'insvalue', form: /^\d+(\.\d{1,2})?$/ },
  { name: 'length', form: forms.oneDecimal },
  { name: 'shipmenttype', form: /^[1-4]$/ },
  { name: 'weight', required: true, form: forms.threeDecimals },
  { name: 'width', form: forms.oneDecimal },
];

const names = (fields: readonly Field[]) => fields.map(({ name }) => name);

export const addTmsOrder: Action = (params, { parcels }) => {
  const given = { consignee: groupOf(params, 'consignee'), order: groupOf(params, 'order') };
  const declared = Array.isArray(params.declare) ? params.declare.map(record) : [];
  const wrong = [
    ...problems(params, [{ name: 'consignee' }, { name: 'declare' }, { name: 'order' }], 'params'),
    ...problems(given.consignee, consignee, 'consignee'),
    ...absent(given.consignee, names(consignee), 'consignee'),
    ...problemsOfList(params.declare, declare, 'declare', 2),
    ...declared.flatMap((entry, index) => absent(entry, names(declare), `declare[${index}]`)),
    ...problems(given.order, order, 'order'),
    ...absent(given.order, names(order), 'order'),
    ...insuranceProblems(given.order),
  ];
  if (wrong.length > 0) return failure(wrong.join(';'));
  const made = parcels.add({ ...given, declare: declared, customerno: text(given.order.customerno) });
  // The documented answer is not held: this one is the sandbox's.
  return success('订单提交成功', { data: { orderNo: made.orderNo } });
};

export const getTmsOrderDetail: Action = (params, desk) => {
  const found = lookup(params, desk);
  if (!Array.isArray(found)) return found;
  // "The most recent one" of several (`mgoship.md` 5.2).
  const newest = found.at(-1);
  return newest ? success('获取订单信息成功', { data: detailOf(newest) }) : failure('订单不存在');
};

export const deleteTmsOrder: Action = (params, desk) => {
  const found = lookup(params, desk);
  if (!Array.isArray(found)) return found;
  // "The oldest one" of several (`mgoship.md` 5.3).
  const [oldest] = found;
  if (!oldest) return failure('订单不存在');
  if (oldest.status === '仓库作业中') return failure('订单当前状态不能删除');
  desk.parcels.remove(oldest);
  return success('订单删除成功');
};

const numberNames: readonly NumberName[] = ['customerno', 'orderNo', 'trackno'];

/** Exactly one of the three numbers, the other two empty, as in the samples. */
function lookup(params: JsonRecord, { parcels }: Desk): ParcelOrder[] | Answer {
  const wrong = [
    ...absent(params, numberNames, 'params'),
    ...problems(
      params,
      numberNames.map((name) => ({ name })),
      'params',
    ),
  ];
  const given = numberNames.filter((name) => text(params[name]) !== '');
  const [name] = given;
  if (wrong.length > 0) return failure(wrong.join(';'));
  if (name === undefined || given.length > 1) return failure('请提供一个单号');
  return parcels.withNumber(name, text(params[name]));
}

function insuranceProblems({ insurance, insvalue }: JsonRecord): string[] {
  const insured = ['5Y', '6P'].includes(text(insurance));
  return insured && !(Number(text(insvalue)) > 0) ? ['order.insvalue不能为空'] : [];
}

const channels: Readonly<Record<string, string>> = { 1: '海运小包', 2: '空运小包' };

/** Members and their order as in the sample (`get_tms_order_detail.response.json`). */
function detailOf({ order: sent, consignee: to, declare: items, ...own }: ParcelOrder): JsonRecord {
  const arrived = own.status === '仓库作业中';
  const measured = (name: string, nothing: string) => (arrived ? text(sent[name]) || nothing : nothing);
  return {
    order: {
      orderNo: own.orderNo,
      status: own.status,
      customerno: own.customerno,
      storage: '深圳',
      channel: channels[text(sent.channel)] ?? '',
      shipway: '佐川急便',
      trackno: own.trackno,
      hasbattery: text(sent.hasbattery) || 'N',
      shipmenttype: text(sent.shipmenttype) || '4',
      insurance: text(sent.insurance) || 'NO',
      insvalue: Number(text(sent.insvalue) || 0).toFixed(2),
      billable_weight: measured('weight', '0.000'),
      confirm_weight: measured('weight', '0.000'),
      confirm_length: measured('length', '0.0'),
      confirm_width: measured('width', '0.0'),
      confirm_height: measured('height', '0.0'),
      weight: text(sent.weight),
      length: text(sent.length),
      width: text(sent.width),
      height: text(sent.height),
    },
    consignee: Object.fromEntries(
      ['name', 'postcode', 'region', 'address', 'phone', 'mobile', 'buyerid', 'email'].map((name) => [
        name,
        text(to[name]),
      ]),
    ),
    declare: items.map((item) => ({
      ...Object.fromEntries(['cnname', 'enname', 'qty', 'url'].map((name) => [name, text(item[name])])),
      unitprice: Number(text(item.unitprice)).toFixed(2),
      ...Object.fromEntries(['material', 'pickupname', 'note'].map((name) => [name, text(item[name])])),
    })),
    fee: {
      pay_cn: arrived ? '1' : '0',
      sumCN: arrived ? '38.00' : '0.00',
      shipFee: arrived ? '38.00' : '0.00',
      insuranceFee: '0.00',
      pay_jp: '0',
      sumEnd: '0.00',
      taxFee: '0',
      otherFee: '0',
      rate: '0.0000',
      feeNote: '',
    },
    route: own.route.map(({ addtime, remark }) => ({ addtime, remark })),
  };
}
