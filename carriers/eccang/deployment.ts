import type { OrderMapping } from '#carriers/shared/order-mapping';
import type { RequestTable } from '#carriers/shared/request';

/**
 * What differs between carriers that run Eccang TMS. A new deployment states its own values and takes the rest from
 * `ECCANG` by spreading it.
 */
export interface EccangDeployment {
  /** The value of `carrier` in neutral output. */
  carrier: string;
  displayName: string;
  /** createOrder: the form, the check before sending and the words of its errors follow from the table. */
  order: RequestTable;
  /** From the neutral order to createOrder: `familyMapping` of the same table. */
  orderMapping: OrderMapping;
  /** The carrier's method that finds an order by the customer's reference. */
  findsOrdersWith: 'getOrder' | 'getTrackNumber';
  /** The deployment lists countries and extra services (getCountry, getExtraService). */
  hasCatalogue: boolean;
  /** In which `insurance_value` is, where the carrier says so. */
  insuranceCurrency?: string;
  tracking: {
    /** The most numbers that one call may carry. */
    numbersPerCall: number;
    /** The carrier blocks tracking calls that run side by side. */
    oneCallAtATime: boolean;
  };
}
