import { detailsOf } from '#carriers/shared/details';
import { amountOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { lookUp } from '#carriers/shared/lookup';
import { present, type Money } from '#carriers/shared/parcel';
import type { Details } from '../details';
import { flagOf } from '../measures';

/** Without the number of the identity card, which is personal and not to be passed on. */
export interface PortalInsurance extends Money {
  insured?: boolean;
  insuredParty?: string;
  details?: Details;
}

/** `etower.md` Enumerations. */
const INSURED_PARTIES: Readonly<Record<string, string>> = { '01': 'person', '02': 'company' };

/** `insur` (A.5.1). `cancel`: true = not insured; then its amount insures nothing, and stays among the details. */
export function insuranceOf(insur: JsonObject): PortalInsurance {
  const isCancelled = flagOf(insur['cancel']);
  const type = textOf(insur['insureType']);
  const insuredParty = lookUp(INSURED_PARTIES, type);
  const isKnown = insuredParty !== undefined || type === undefined;
  const insured = present<Money>({
    amount: amountOf(insur['insureAmount']),
    currency: textOf(insur['insureCurrency']),
  });
  return present<PortalInsurance>({
    insured: isCancelled === undefined ? undefined : !isCancelled,
    ...(isCancelled ? {} : insured),
    insuredParty,
    details: detailsOf(
      insur,
      [
        ...(isCancelled === undefined ? [] : ['cancel']),
        ...(isKnown ? ['insureType'] : []),
        ...(isCancelled ? [] : ['insureAmount', 'insureCurrency']),
      ],
      ['insureCardNo'],
    ),
  });
}
