import type {
  CreatedParcel,
  OrderCharges,
  OrderParcel as EccangOrder,
  Quote,
  TrackedParcel,
} from '../../carriers/eccang';
import type {
  EtowerParcel,
  NumberedParcel,
  OrderParcel as EtowerOrder,
  TrackedParcel as EtowerTracked,
} from '../../carriers/etower';
import type { OrderParcel as HgeOrder } from '../../carriers/hge';
import type {
  MgoshipParcel,
  OrderParcel as MgoshipOrder,
  Rate as MgoshipRate,
  TrackedParcel as MgoshipTracked,
} from '../../carriers/mgoship';
import type { Written } from '#carriers/shared/json-value';
import type { ParcelUpdates } from '#carriers/shared/updates';
import type { Correction } from '#nodes/eccangFamily/correction';
import type { FamilyLabel } from '#nodes/eccangFamily/outputs';
import type { NamedFile } from '#nodes/shared/label-files';
import type { Made, Numbered } from '#nodes/shared/output';
import type { Place } from './merge/made-files';
import type { Failure } from './rate/failures';
import type { Rate } from './rate/ranked-rates';

/** What each operation gives: all that any of the carriers tells. */
export interface Outputs {
  'charges.get': OfAny<OrderCharges & Pick<MgoshipParcel, 'orderNumber' | 'payment'>>;
  'label.get': OfAny<FamilyLabel & NumberedParcel> & NamedFile;
  'label.merge': MergedLabels;
  'order.cancel': OfAny<Correction & Cancelled & Omit<NumberedParcel, 'notes'>> & { cancelled: true };
  'order.create': OfAny<CreatedParcel & EccangOrder & Sent & Pick<MgoshipParcel, 'charges' | 'payment' | MgoshipOwn>> &
    Made;
  'order.get': OfAny<EccangOrder & Omit<EtowerOrder, 'customsItems'> & HgeOrder & MgoshipOrder> & Numbered;
  'rate.getMany': OfAny<Omit<Quote, 'service'> & Omit<MgoshipRate, 'service' | 'currency'>> & Rates;
  'tracking.get': Tracked;
  'tracking.getUpdates': Tracked & ParcelUpdates;
}

type OfAny<Each extends { carrier: string }> = Pick<Each, 'carrier'> & Partial<Omit<Each, 'carrier'>>;
type MgoshipOwn =
  'battery' | 'shipmentType' | 'insuranceType' | 'lastMileCarrier' | 'warehouse' | 'billedWeightKg' | 'events' | 'data';
type Tracked = OfAny<TrackedParcel & EtowerTracked & MgoshipTracked> & Numbered;

interface Sent extends Omit<NumberedParcel, 'notes'>, Pick<EtowerParcel, 'trackingNumberPending'> {
  /** Of a carrier that does not document it: its answer as it is. */
  answer?: Written;
}

interface Cancelled {
  deleted: true;
}

interface MergedLabels {
  labels: number;
  fileName: string;
  files?: { fileName: string; binary: string; pages: number }[];
  /** Where each label is. */
  pages: Place[];
  notes?: string[];
}

interface Rates extends Omit<Rate, 'service' | 'carrier'> {
  service?: { code?: string; name?: string; localName?: string };
  /** Carriers that gave no rate, and why. */
  failures?: Failure[];
}
