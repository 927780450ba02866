import type { JsonRecord } from '../json';
import type { PaperSize, LabelPage } from '../label-page';
import type { Answer } from './answers';
import type { ParcelOrders } from './parcel-orders';
import type { InboundOrder, FbaOrder, StockMovement } from './seeds';

/** An order of `add_out_order`: no operation reads it back (`mgoship.md` 6.1), only the sandbox's state shows it. */
export interface OutboundOrder {
  orderNo: string;
  sent: JsonRecord;
}

/** What an action works with. */
export interface Desk {
  parcels: ParcelOrders;
  outbound: OutboundOrder[];
  inbound: Map<string, InboundOrder>;
  stockLog: readonly StockMovement[];
  fba: readonly FbaOrder[];
  /** Keeps a document that is drawn when its link is opened; gives the absolute link. */
  link: (name: string, paper: PaperSize, pages: readonly LabelPage[]) => string;
}

export type Action = (params: JsonRecord, desk: Desk) => Answer;
