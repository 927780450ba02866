/**
 * Records that no documented operation can create, so that there is something to list. Field names of the inbound order
 * beyond its number are the sandbox's own: the documentation breaks off there (`mgoship.md` 6.2).
 */
export interface InboundOrder {
  orderNo: string;
  ownNO: string;
  packageNo: string;
  /** `mgoship.md` 8.9. */
  status: string;
  storageid: string;
  goodsId: string;
  sku: string;
  subid: string;
  /** `mgoship.md` 8.10. */
  type: string;
  addTime: string;
}

/** `mgoship.md` 6.5. */
export interface StockMovement {
  storageid: string;
  subid: string;
  goodsId: string;
  sku: string;
  orderNo: string;
  type: string;
  optime: string;
  qty: string;
  after_qty: string;
}

/** `mgoship.md` 6.7. */
export interface FbaOrder {
  orderNo: string;
  shipmentid: string;
  po: string;
  status: string;
  receiver: string;
  ship_way: string;
  declaration: string;
  insure: string;
  insured_mount: string;
  importer: string;
  importer_name: string;
  order_notes: string;
  custom_note: string;
  addTime: string;
  total_price: string;
  total_qty: string;
}

const firstTime = 1_767_600_000;
const hour = 3600;

export function inboundSeeds(): Map<string, InboundOrder> {
  const orders = Array.from({ length: 250 }, (_, index): InboundOrder => {
    return {
      orderNo: String(121_218_772_473 + index),
      ownNO: `IN-${index + 1}`,
      packageNo: String(900_001 + index),
      status: String((index % 6) + 1),
      storageid: String((index % 5) + 1),
      goodsId: String(1_000_100_003 + (index % 7)),
      sku: `SKU-${(index % 7) + 1}`,
      subid: '',
      type: index % 2 === 0 ? '35' : '36',
      addTime: String(firstTime + index * hour),
    };
  });
  return new Map(orders.map((order) => [order.orderNo, order]));
}

const movements = [
  { type: '入库', qty: 10 },
  { type: '出库', qty: -3 },
  { type: '退货', qty: 1 },
] as const;

export function stockSeeds(): StockMovement[] {
  let stock = 0;
  return Array.from({ length: 1000 }, (_, index): StockMovement => {
    const { type, qty } = movements[index % movements.length] ?? movements[0];
    stock += qty;
    return {
      storageid: String((index % 5) + 1),
      subid: '',
      goodsId: String(1_000_100_003 + (index % 7)),
      sku: `SKU-${(index % 7) + 1}`,
      orderNo: String(121_219_209_380 + index),
      type,
      optime: String(firstTime + index * hour),
      qty: String(qty),
      after_qty: String(stock),
    };
  });
}

export function fbaSeeds(): FbaOrder[] {
  return Array.from({ length: 30 }, (_, index): FbaOrder => {
    const insured = index % 2 === 0;
    return {
      orderNo: String(105_023_151_227 + index),
      shipmentid: `FBA15SANDBOX${index + 1}`,
      po: `PO-${index + 1}`,
      status: String((index % 9) + 1),
      receiver: 'TPX1',
      ship_way: '海运',
      declaration: '买单报关',
      insure: insured ? '是' : '否',
      insured_mount: insured ? '500.00' : '0.00',
      importer: '否',
      importer_name: 'Sample Importer',
      order_notes: '',
      custom_note: '',
      addTime: String(firstTime + index * hour),
      total_price: '1200.00',
      total_qty: '40',
    };
  });
}
