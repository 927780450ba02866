import { defined } from '#carriers/shared/defined';
import { objectOf, textOf } from '#carriers/shared/json-value';
import { asAnswer } from '#carriers/shared/lost-answer';
import type { Parcel } from '#carriers/shared/parcel';
import { momentOf, type WrittenTime } from '#carriers/shared/written-time';
import { CarrierError } from '../../http';
import type { EtowerClient } from './client';
import { getOrders, type OrderAnswer } from './orders';
import { trackParcels, TRACKINGS_PER_CALL } from './tracking';

type Answer = OrderAnswer | CarrierError;

/** queryorders (B.4.7) takes tracking numbers: what has none yet, or is not known by it, cannot be compared. */
export async function detailsOf(
  client: EtowerClient,
  found: readonly Answer[],
): Promise<(Parcel | CarrierError | undefined)[]> {
  const numbers = found.map((answer) => ('parcel' in answer ? answer.parcel.trackingNumber : undefined));
  const asked = numbers.flatMap((number) => number ?? []);
  const details = asked.length === 0 ? [] : await getOrders(client, asked).catch(asAnswer);
  return numbers.map((number) => {
    if (number === undefined) return undefined;
    const detail = details instanceof CarrierError ? details : details[asked.indexOf(number)];
    if (detail instanceof CarrierError) return detail.kind === 'not-found' ? undefined : detail;
    if (detail === undefined) return undefined;
    const statusRaw = textOf(objectOf(detail.raw['order'])['status']);
    // Closed is what was forecast (B.4.5): it cannot be changed any more.
    return { ...detail.parcel, ...(/^\s*closed\s*$/i.test(statusRaw ?? '') ? {} : defined({ statusRaw })) };
  });
}

/**
 * When something happened to each order: the events (B.4.8) have the only times that eTower tells. Those of an order whose
 * details are refused are not asked for, and a refusal tells no time.
 */
export async function timesOf(
  client: EtowerClient,
  found: readonly Answer[],
  seen: readonly (Parcel | CarrierError | undefined)[],
): Promise<(WrittenTime | undefined)[][]> {
  const numbers = found.map((answer, index) =>
    'parcel' in answer && !(seen[index] instanceof CarrierError) ? answer.parcel.trackingNumber : undefined,
  );
  const asked = numbers.flatMap((number) => number ?? []);
  const tracked = new Map<string, (WrittenTime | undefined)[]>();
  for (let from = 0; from < asked.length; from += TRACKINGS_PER_CALL) {
    const call = asked.slice(from, from + TRACKINGS_PER_CALL);
    const answers = await trackParcels(client, call).catch(asAnswer);
    if (answers instanceof CarrierError) break;
    call.forEach((number, index) => tracked.set(number, timesIn(answers[index])));
  }
  return numbers.map((number) => (number === undefined ? [] : (tracked.get(number) ?? [])));
}

function timesIn(answer: OrderAnswer<Parcel> | CarrierError | undefined): (WrittenTime | undefined)[] {
  const events = answer === undefined || answer instanceof CarrierError ? [] : (answer.parcel.events ?? []);
  return events.map(({ time }) => momentOf(time));
}
