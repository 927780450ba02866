/**
 * What people of the trade type to find a step, in English and Chinese, and which steps do it. A node has the words of
 * its steps among the aliases of its codex file, and no others of these: `test/structure/found.test.ts`.
 */
export interface TradeWords {
  words: readonly string[];
  /**
   * As `resource.operation`, the best first: a node's right step is the first of them that it has. With `node/` in front
   * it is that of this node alone.
   */
  steps: readonly string[];
}

const CREATE = ['order.create', 'parcelOrder.create'];
const CANCEL = ['order.cancel', 'order.delete', 'parcelOrder.delete'];
const CHARGES = ['order.getCharges', 'charges.get'];

export const TRADE_WORDS: readonly TradeWords[] = [
  { words: ['create shipment', 'shipment', 'shipping', '下单', '发货'], steps: CREATE },
  { words: ['ship order', 'ship parcel', 'create order', '创建订单', '建单', '制单'], steps: CREATE },
  { words: ['parcel', 'package', 'courier', 'carrier', 'delivery', 'express', '快递', '包裹'], steps: CREATE },
  { words: ['logistics', 'cross-border', '物流', '跨境', '国际小包'], steps: CREATE },
  { words: ['international shipping', 'ePacket', 'last mile', '专线', '直邮', '尾程'], steps: CREATE },
  { words: ['waybill', 'consignment', 'consignment note', 'air waybill', 'AWB', '运单'], steps: CREATE },
  { words: ['customs declaration', 'customs', 'HS code', '报关', '清关'], steps: CREATE },
  { words: ['customs duties', 'IOSS', 'DDP', '海关', '申报', '关税'], steps: CREATE },
  // eTower's forecast closes the orders; elsewhere an order is announced as it is created.
  { words: ['forecast parcels', 'pre-alert', '预报'], steps: ['manifest.send', ...CREATE] },
  { words: ['label'], steps: ['label.get', 'inboundOrder.getLabel'] },
  { words: ['shipping label', 'print label', '面单', '打单'], steps: ['label.get'] },
  { words: ['print labels', '打印面单', '打印标签', '电子面单'], steps: ['label.get'] },
  { words: ['customs form', 'CN23', '报关单'], steps: ['eccangTms/label.get', 'huahan/label.get'] },
  { words: ['merge labels', '合并面单'], steps: ['label.merge', 'label.getMerged'] },
  { words: ['tracking', 'track parcel', 'track and trace', '物流轨迹', '查件'], steps: ['tracking.get'] },
  { words: ['track order', 'track shipment', 'parcel tracking', 'shipment tracking'], steps: ['tracking.get'] },
  { words: ['delivery status', '快递查询', '查询轨迹', '物流轨迹查询', '物流跟踪', '追踪'], steps: ['tracking.get'] },
  // What became of a parcel is its status.
  { words: ['returned parcel', '派送', '签收', '妥投', '退件'], steps: ['tracking.get'] },
  { words: ['tracking updates', 'stuck parcel', '轨迹更新', '问题件'], steps: ['tracking.getUpdates'] },
  { words: ['tracking number', '跟踪号'], steps: ['order.getTrackingNumber', 'tracking.get'] },
  { words: ['运单号', '快递单号', '物流单号', '转单号'], steps: ['order.getTrackingNumber', 'tracking.get'] },
  {
    words: ['freight quote', 'shipping rates', 'shipping cost', '运费试算', '运费'],
    steps: ['rate.get', 'rate.getMany'],
  },
  {
    words: ['shipping quote', 'freight rate', 'postage', '运费查询', '报价', '询价'],
    steps: ['rate.get', 'rate.getMany'],
  },
  { words: ['cancel shipment', 'cancel order', '取消订单'], steps: CANCEL },
  { words: ['delete shipment', 'void label', '取消运单', '删除订单', '作废'], steps: CANCEL },
  { words: ['intercept parcel', 'stop parcel', '拦截', '截件'], steps: ['order.intercept'] },
  { words: ['hold shipment', 'release shipment', '扣留', '扣件', '放行'], steps: ['order.hold'] },
  { words: ['pickup', 'collect parcel', '揽收', '揽件', '上门揽收', '取件', '提货'], steps: ['pickup.request'] },
  { words: ['manifest', 'end of day', 'close manifest'], steps: ['manifest.close', 'manifest.create'] },
  { words: ['发货清单'], steps: ['manifest.send', 'manifest.create'] },
  { words: ['big bag', '大包', 'hand over', 'handover'], steps: ['bag.handOver', 'manifest.create'] },
  { words: ['交接单', '集包', '装袋'], steps: ['bag.handOver', 'manifest.create'] },
  { words: ['scan form', '清派'], steps: ['scanForm.create'] },
  // Eccang and HGE document its name alone: their own node calls it by that name.
  {
    words: ['proof of delivery', 'POD'],
    steps: ['label.getProofOfDispatch', 'eccangTms/service.call', 'hge/endpoint.call'],
  },
  { words: ['proof of dispatch', '发货证明'], steps: ['label.getProofOfDispatch'] },
  { words: ['freight charges', 'shipping invoice', '物流费用', '对账'], steps: CHARGES },
  { words: ['freight bill', '账单', '扣费'], steps: CHARGES },
  { words: ['commercial invoice', 'picking list', '配货单'], steps: ['label.getDocument'] },
  { words: ['发票', '拣货单'], steps: ['label.getDocument'] },
  { words: ['address validation', 'validate address', '地址校验'], steps: ['order.validate'] },
  { words: ['update weight', '修改重量', '改重'], steps: ['order.updateWeight', 'order.update'] },
  { words: ['chargeable weight', '计费重', '计费重量', 'billed weight', '称重'], steps: ['order.getBilledWeight'] },
  {
    words: ['shipping method', 'shipping service', '渠道', '运输方式', '物流产品'],
    steps: ['product.getMany', 'service.getMany'],
  },
  { words: ['fulfillment', 'warehouse', '海外仓'], steps: ['outboundOrder.create'] },
  { words: ['outbound order', 'dropshipping', '出库单', '一件代发'], steps: ['outboundOrder.create'] },
  { words: ['inbound order', '入库单'], steps: ['inboundOrder.getMany'] },
  { words: ['carton label', '贴箱单'], steps: ['inboundOrder.getLabel'] },
  { words: ['inventory', 'stock', '库存'], steps: ['stockLog.getMany'] },
  { words: ['FBA', 'Amazon FBA', '亚马逊', '头程'], steps: ['label.getFba', 'fbaOrder.getMany'] },
];

/** The right step of a node for these words, as `resource.operation`; undefined where it has none. */
export function stepFor({ steps }: TradeWords, node: string, operations: readonly string[]): string | undefined {
  return steps
    .flatMap((step) => {
      const [only = '', own] = step.split('/');
      return own === undefined ? step : only === node ? own : [];
    })
    .find((step) => operations.includes(step));
}
