import type { CreatedParcel, OrderParcel, TrackedParcel } from '../../carriers/eccang';
import type { BilledWeight, FbaLabel } from '../../carriers/huahan';
import type { FamilyDocument, FamilyOutputs, SharedLabel } from '#nodes/eccangFamily/outputs';
import type { LinkedFile } from '#nodes/shared/linked-file';
import type { Made } from '#nodes/shared/output';

type Lacking =
  | 'country.getMany'
  | 'extraService.getMany'
  | 'label.getDocument'
  | 'label.getMany'
  | 'order.getTrackingNumberHistory'
  | 'order.validate'
  | 'product.getRequiredFields';

/** What each operation gives, with Simplify on where it has that. */
export interface Outputs extends Omit<FamilyOutputs, Lacking | 'order.create'> {
  'label.getFba': FbaLabel['box'] & LinkedFile;
  'label.getMerged': SharedLabel;
  'label.getProofOfDispatch': FamilyDocument;
  /** One that was found again is told as a whole. */
  'order.create': CreatedParcel & OrderParcel & Made;
  'order.getBilledWeight': BilledWeight;
  'tracking.getWithTimeZones': TrackedParcel;
}
