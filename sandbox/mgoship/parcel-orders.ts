import type { JsonRecord } from '../json';
import type { ParcelEvent } from '../parcel-events';

/** The texts that are documented (`mgoship.md` 8.6); the full list is not held. */
export const statuses = ['草稿', '已预报', '仓库作业中'] as const;
export type ParcelStatus = (typeof statuses)[number];

export interface ParcelOrder {
  orderNo: string;
  customerno: string;
  trackno: string;
  status: ParcelStatus;
  /** Oldest first. */
  route: Stage[];
  /** The route was written from outside: nothing else comes to it. */
  isWritten: boolean;
  consignee: JsonRecord;
  declare: readonly JsonRecord[];
  order: JsonRecord;
}

/** Unix seconds and text; the number is the sandbox's own. */
export interface Stage {
  event: number;
  addtime: string;
  remark: string;
}

export type NumberName = 'customerno' | 'orderNo' | 'trackno';

/** Parcel orders in the order in which they came. Own numbers may repeat (`mgoship.md` 5.1). */
export class ParcelOrders {
  private orders: ParcelOrder[] = [];
  private made = 0;

  add(sent: Pick<ParcelOrder, 'consignee' | 'declare' | 'order' | 'customerno'>): ParcelOrder {
    this.made += 1;
    const order: ParcelOrder = {
      ...sent,
      orderNo: String(100_014_163_700 + this.made),
      trackno: String(362_022_872_363 + this.made),
      status: '已预报',
      route: [{ event: 1, addtime: now(), remark: '接口推送订单' }],
      isWritten: false,
    };
    this.orders.push(order);
    return order;
  }

  /** Oldest first. */
  withNumber(name: NumberName, number: string): ParcelOrder[] {
    return this.orders.filter((order) => order[name] === number);
  }

  find(number: string): ParcelOrder | undefined {
    return this.orders.findLast((order) => [order.orderNo, order.trackno, order.customerno].includes(number));
  }

  remove(order: ParcelOrder): void {
    this.orders = this.orders.filter((each) => each !== order);
  }

  /** Into a status; the warehouse's comes with its event. */
  move(order: ParcelOrder, status: ParcelStatus): void {
    if (status === '仓库作业中' && order.status !== status && !order.isWritten) {
      order.route.push({
        event: order.route.length + 1,
        addtime: now(),
        remark: '已入库,仓库处理中',
      });
    }
    order.status = status;
  }

  all(): ParcelOrder[] {
    return [...this.orders];
  }

  clear(): void {
    this.orders = [];
    this.made = 0;
  }
}

/** The route as a control address shows it. */
export function parcelEvents({ route }: ParcelOrder): ParcelEvent[] {
  return route.map(({ event, addtime, remark }) => ({
    event,
    time: `${new Date(Number(addtime) * 1000).toISOString().slice(0, 19)}+00:00`,
    code: '',
    text: remark,
    location: '',
  }));
}

export function writeEvents(order: ParcelOrder, events: readonly ParcelEvent[]): void {
  if (events.some(({ code, location }) => `${code}${location}` !== '')) {
    throw new RangeError('code, location: an event of mgoship has a time and a text alone.');
  }
  order.isWritten = true;
  order.route = events.map(({ event, time, text }) => ({
    event,
    addtime: String(Date.parse(time) / 1000),
    remark: text,
  }));
}

/** The real time: an order that was just made must be told from an older one with the same own number. */
function now(): string {
  return String(Math.floor(Date.now() / 1000));
}
