import type {
  BookedPickup,
  EtowerParcel,
  HandedOver,
  LabelParcel,
  NumberedParcel,
  OrderParcel,
  PortalParcel,
  PortalService,
  PortalServiceOption,
  Service,
  TrackedParcel,
  UploadResult,
} from '../../carriers/etower';
import type { Written } from '#carriers/shared/json-value';
import type { ParcelUpdates } from '#carriers/shared/updates';
import type { NamedFile } from '#nodes/shared/label-files';
import type { Made, Numbered } from '#nodes/shared/output';

/** What each operation gives, with Simplify on where it has that. */
export interface Outputs {
  'bag.handOver': HandedOver;
  'endpoint.call': Reply;
  'label.get': NumberedParcel & Numbered & NamedFile & Merged;
  'label.getData': LabelParcel & Numbered;
  'manifest.close': NumberedParcel & Numbered;
  'manifest.send': NumberedParcel & Numbered;
  'order.create': Created;
  'order.createWithLabel': Created & NamedFile;
  'order.delete': NumberedParcel & Numbered & { deleted: true };
  'order.get': OrderParcel & Numbered;
  'order.getTrackingNumber': AwaitedParcel & Numbered;
  'order.hold': NumberedParcel & Numbered;
  'order.update': NumberedParcel & { updated: true };
  'pickup.request': BookedPickup;
  'portalOrder.get': PortalParcel & Numbered;
  'portalOrder.upload': UploadResult;
  'portalService.getMany': PortalService;
  'portalService.getOptions': PortalServiceOption;
  'portalTemplate.download': Template;
  'service.getMany': Service;
  'tracking.get': TrackedParcel & Numbered;
  'tracking.getUpdates': TrackedParcel & Numbered & ParcelUpdates;
}

type AwaitedParcel = NumberedParcel & Pick<EtowerParcel, 'trackingNumberPending'>;
type Created = AwaitedParcel & Made;

/** What only the labels of several orders in one file have. */
interface Merged {
  /** How many labels the file has. */
  labels?: number;
  /** The orders whose labels it has. */
  orders?: (NumberedParcel & Numbered)[];
}

interface Template extends Pick<NamedFile, 'fileName' | 'notes'> {
  carrier: string;
  templateName: string;
}

/** The carrier's own reply (`etower.md` B.3), or what stands in the place of one, as `data`. */
interface Reply {
  /** Success, Failure or Partial Success. */
  status?: Written;
  errors?: Written;
  warnings?: Written;
  /** One entry for each order. */
  data?: Written;
  [field: string]: unknown;
}
