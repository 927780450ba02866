import type { OrderParcel } from '../../carriers/hge';
import type { Written } from '#carriers/shared/json-value';
import type { Made, Numbered } from '#nodes/shared/output';

/** What each operation gives, with Simplify on where it has that. */
export interface Outputs {
  'endpoint.call': Reply;
  'manifest.create': Reply;
  'order.create': Reply & Sent & Pick<Made, 'notes' | 'notSent'>;
  'order.get': OrderParcel & Numbered;
  'scanForm.create': Reply;
}

/** HGE's own reply (`hge.md` 3); what `data` holds is documented for Order: Get alone. */
interface Reply {
  /** 200 where the request was carried out. */
  code?: Written;
  success?: Written;
  /** In HGE's words. */
  detail?: Written;
  data?: Written;
  [field: string]: unknown;
}

interface Sent {
  /** Your own order number, where the reply has no number. */
  customer_order_num?: Written;
}
