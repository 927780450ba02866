import type { OrderState } from '../carrier';
import { entries, record, text, type JsonRecord } from '../json';

export interface Order {
  /** The sandbox's own, in the form of the documented `CS1298738912739131`. */
  number: string;
  /** `customer_order_num`, '' when the order has none. */
  reference: string;
  /** The order_create object as sent. */
  sent: JsonRecord;
}

export class Orders {
  private readonly orders: Order[] = [];

  add(sent: JsonRecord): Order {
    const order = {
      number: `CS${1_298_738_912_740_001 + this.orders.length}`,
      reference: text(sent.customer_order_num),
      sent,
    };
    this.orders.push(order);
    return order;
  }

  has(reference: string): boolean {
    return reference !== '' && this.orders.some((order) => order.reference === reference);
  }

  /** What `num_type` 1 stands for is not stated (`hge.md` 7.6): here it takes either number. */
  find(number: string): Order | undefined {
    return this.orders.find((order) => order.number === number || order.reference === number);
  }

  all(): readonly Order[] {
    return this.orders;
  }

  clear(): void {
    this.orders.length = 0;
  }
}

/** No waybill, tracking number or status is documented. The weight is in the unit of the caller, which is not either. */
export function orderState({ number, reference, sent }: Order): OrderState {
  const parcels = entries(sent.parcel_list, () => false);
  return {
    reference,
    orderNumber: number,
    trackingNumber: '',
    status: '',
    product: text(sent.service_code),
    country: text(record(sent.consignee_info).country),
    weight: parcels.reduce((sum, parcel) => sum + Number(text(parcel.weight)), 0),
    parcels: parcels.length,
  };
}
