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

export const TRADE_WORDS: readonly TradeWords[] = [
  { words: ['create shipment', 'shipment', 'shipping', '下单', '发货'], steps: CREATE },
  { words: ['parcel', 'package', 'courier', 'carrier', 'delivery', 'express', '快递', '包裹'], steps: CREATE },
  { words: ['logistics', 'cross-border', '物流', '跨境', '国际小包'], steps: CREATE },
  { words: ['waybill', 'consignment', '运单'], steps: CREATE },
  { words: ['customs declaration', 'customs', 'HS code', '报关', '清关'], steps: CREATE },
  { words: ['label'], steps: ['label.get', 'inboundOrder.getLabel'] },
  { words: ['shipping label', 'print label', '面单', '打单'], steps: ['label.get'] },
  { words: ['merge labels', '合并面单'], steps: ['label.merge', 'label.getMerged'] },
  { words: ['tracking', 'track parcel', 'track and trace', '物流轨迹', '查件'], steps: ['tracking.get'] },
  { words: ['tracking number', '跟踪号'], steps: ['order.getTrackingNumber', 'tracking.get'] },
  {
    words: ['freight quote', 'shipping rates', 'shipping cost', '运费试算', '运费'],
    steps: ['rate.get', 'rate.getMany'],
  },
  {
    words: ['cancel shipment', 'cancel order', '取消订单'],
    steps: ['order.cancel', 'order.delete', 'parcelOrder.delete'],
  },
  { words: ['intercept parcel', '拦截'], steps: ['order.intercept'] },
  { words: ['hold shipment', '扣留'], steps: ['order.hold'] },
  { words: ['pickup', '揽收'], steps: ['pickup.request'] },
  { words: ['manifest', 'end of day'], steps: ['manifest.close', 'manifest.create'] },
  { words: ['big bag', '大包'], steps: ['bag.handOver', 'manifest.create'] },
  { words: ['scan form', '清派'], steps: ['scanForm.create'] },
  // Eccang and HGE document its name alone: their own node calls it by that name.
  {
    words: ['proof of delivery', 'POD'],
    steps: ['label.getProofOfDispatch', 'eccangTms/service.call', 'hge/endpoint.call'],
  },
  { words: ['freight charges', 'shipping invoice', '物流费用', '对账'], steps: ['order.getCharges', 'charges.get'] },
  { words: ['commercial invoice', 'picking list', '配货单'], steps: ['label.getDocument'] },
  { words: ['address validation', '地址校验'], steps: ['order.validate'] },
  { words: ['chargeable weight', '计费重'], steps: ['order.getBilledWeight'] },
  { words: ['fulfillment', 'warehouse', '海外仓'], steps: ['outboundOrder.create'] },
  { words: ['inventory', 'stock', '库存'], steps: ['stockLog.getMany'] },
  { words: ['FBA'], steps: ['label.getFba', 'fbaOrder.getMany'] },
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
