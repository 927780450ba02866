import { toldIn, type EccangClient } from '../../carriers/eccang';
import { textOf, type JsonObject } from '#carriers/shared/json-value';
import { present } from '#carriers/shared/parcel';
import { sameNumber } from '#carriers/shared/whose-answer';

/** That the carrier did it. */
export interface Correction {
  carrier: string;
  number: string;
  success: boolean;
  message?: string;
  /** What else the carrier told, by its own names. */
  details?: Readonly<Record<string, unknown>>;
  notes?: string[];
}

/** What a correction (cancel, intercept, weight) gives with Simplify on: the carrier did it. */
export function correctionOf({ deployment }: EccangClient, number: string, raw: JsonObject): Correction {
  const told = toldIn(raw);
  told.repeated('reference_no', number);
  told.repeated('order_code', number);
  const name = textOf(raw['reference_no']);
  return present<Correction>({
    carrier: deployment.carrier,
    number,
    success: true,
    message: textOf(raw['message']),
    details: told.details(),
    notes: name === undefined || sameNumber(name, number) ? [] : [`${OTHER_NUMBER} ${name}`],
  });
}

const OTHER_NUMBER = 'The answer names another number. Look whether it is one of the same order:';
