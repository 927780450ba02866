import { objectOf, textOf } from '../../../carriers/shared/json-value';
import type { Carrier } from './answer';

/** The documented answer to `get_tms_order_detail`, for the number that was asked. */
const order = (number: string) => ({
  order: {
    orderNo: number,
    status: '仓库作业中',
    customerno: number,
    storage: '深圳',
    channel: '海运小包',
    shipway: '佐川急便',
    trackno: number,
    hasbattery: 'N',
    shipmenttype: '4',
    insurance: 'NO',
    insvalue: '0.00',
    billable_weight: '0.800',
    confirm_weight: '0.800',
    confirm_length: '36.0',
    confirm_width: '32.0',
    confirm_height: '15.0',
    weight: '0.351',
    length: '40.0',
    width: '30.0',
    height: '12.0',
  },
  consignee: {
    name: '山田 太郎',
    postcode: '103-4520',
    region: '秋田県',
    address: '秋田市見本町1-2-3',
    phone: '0180000000',
    mobile: '',
    buyerid: 'buyername',
    email: 'test@example.com',
  },
  declare: [
    { cnname: 'WiFi放大器', enname: 'WiFi Amplifier', qty: '1', url: '', unitprice: '3800.00', material: 'Metal' },
    { cnname: '耳机', enname: 'EARPHONE', qty: '1', url: '', unitprice: '5200.00', material: 'Metal,Plastic' },
  ],
  fee: { pay_cn: '0', sumCN: '0.00', shipFee: '0.00', pay_jp: '0', sumEnd: '0.00', taxFee: '0', rate: '0.0000' },
  route: [
    { addtime: '1681874976', remark: '接口推送订单' },
    { addtime: '1681954133', remark: '已入库,仓库处理中' },
  ],
});

export const mgoship: Carrier = (url, body) => {
  const params = objectOf(objectOf(JSON.parse(body))['params']);
  const type = 'application/json; charset=utf-8';
  if (url.includes('add_tms_order')) {
    const customerno = textOf(objectOf(params['order'])['customerno']) ?? '';
    const data = { orderNo: `1${customerno}`, customerno, trackno: `T${customerno}` };
    return { type, body: JSON.stringify({ status: { code: 'OK', msg: '' }, data }), order: params };
  }
  const number = ['orderNo', 'customerno', 'trackno'].map((name) => textOf(params[name])).find((each) => each) ?? '';
  return { type, body: JSON.stringify({ status: { code: 'OK', msg: '获取订单信息成功' }, data: order(number) }) };
};
