import type {
  Country,
  CreatedParcel,
  ExtraService,
  NumberChange,
  NumberedParcel,
  OrderCharges,
  OrderParcel,
  Product,
  Quote,
  TrackedParcel,
  Validation,
} from '../../carriers/eccang';
import type { Written } from '#carriers/shared/json-value';
import type { ParcelUpdates } from '#carriers/shared/updates';
import type { LinkedFile } from '#nodes/shared/linked-file';
import type { Made, Numbered } from '#nodes/shared/output';
import type { Correction } from './correction';

/** What each operation of the family gives, with Simplify on where it has that. */
export interface FamilyOutputs {
  'country.getMany': Country;
  'extraService.getMany': ExtraService;
  'label.get': FamilyLabel;
  'label.getDocument': FamilyDocument;
  'label.getMany': SharedLabel;
  'order.cancel': Correction;
  'order.create': CreatedParcel & Made;
  'order.get': OrderParcel & Numbered;
  'order.getCharges': OrderCharges;
  'order.getTrackingNumber': NumberedParcel & Numbered & Awaited;
  'order.getTrackingNumberHistory': NumberChange & Numbered;
  'order.intercept': Correction;
  'order.updateWeight': Correction;
  'order.validate': Validation;
  'product.getMany': Product;
  'product.getRequiredFields': RequiredFields;
  'rate.get': Quote;
  'service.call': FamilyReply;
  'tracking.get': TrackedParcel;
  'tracking.getUpdates': TrackedParcel & ParcelUpdates;
}

/** A file behind a link. */
export interface FamilyDocument extends LinkedFile {
  /** As it was asked for; several with commas between them. */
  number: string;
  /** What else the carrier told, by its own names. */
  details?: Readonly<Record<string, unknown>>;
}

export interface FamilyLabel extends FamilyDocument {
  reference: string;
  /** Link to the invoice that some deployments give with a label. */
  invoiceUrl?: string;
}

/** One of several labels that may be in one file. */
export interface SharedLabel extends FamilyDocument {
  labelsInFile: number;
}

interface Awaited {
  /** That the tracking number is not issued yet. */
  message?: string;
}

interface RequiredFields {
  carrier: string;
  /** Code of the product. */
  product: string;
  /** Code of the country; empty where none was given. */
  country: string;
  /** Names of the order's fields that the product demands. */
  requiredFields: string[];
}

/** The carrier's own reply, whose further fields differ from method to method (`eccang.md` 1.3). */
interface FamilyReply {
  /** Success or Failure. */
  ask?: Written;
  message?: Written;
  [field: string]: unknown;
}
