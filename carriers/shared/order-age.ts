import type { Parcel, ParcelStatus } from './parcel';
import { aheadOf, type WrittenTime } from './written-time';

/** Of an order that a look-up finds, after the answer to the one that was sent is lost. */
export type Age = 'older' | 'of this run' | 'unknown';

/**
 * The age of an order by the times that the carrier tells of it. One that is older than the request shows that the order
 * was there before; one that cannot be read may be such a time.
 * @param sentAt milliseconds since 1970
 */
export function ageOf(times: readonly (WrittenTime | undefined)[], sentAt: number): Age {
  const ages = times.map((time) => (time === undefined ? 'unknown' : ageOfTime(time, sentAt)));
  if (ages.includes('older')) return 'older';
  return ages.length === 0 || ages.includes('unknown') ? 'unknown' : 'of this run';
}

/** What only an order that was there before shows, or another one: an order of this run is as it was sent. */
export function signsOfAnother(sent: Parcel, found: Parcel, age: Age): string[] {
  const { status = 'unknown', statusRaw } = found;
  const [here, there] = [codeOf(sent), codeOf(found)];
  return [
    ...(age === 'older' ? ['it is older than this run'] : []),
    ...(UNDER_WAY.has(status) ? [`it is under way already (${statusRaw ?? status})`] : []),
    ...(here && there && here !== there ? [`it goes by service ${there}, not by ${here}`] : []),
    ...(isOtherWeight(sent.weightKg, found.weightKg)
      ? [`it weighs ${found.weightKg} kg, not ${sent.weightKg} kg`]
      : []),
  ];
}

/** How far the carrier's clock may be behind ours, and ahead of it. */
const BEHIND_MS = 2 * 60_000;
const AHEAD_MS = 10 * 60_000;

/** A day is over then, in whatever zone. */
const TWO_DAYS_MS = 48 * 60 * 60_000;

/** A time without a zone is China's, where the carriers are, or UTC, which servers are set to. */
const ZONES = ['+08:00', 'Z'];

function ageOfTime({ clock, zone, isDay }: WrittenTime, sentAt: number): Age {
  if (isDay) return clock + TWO_DAYS_MS < sentAt ? 'older' : 'unknown';
  const instants = (zone === undefined ? ZONES : [zone]).map((each) => clock - aheadOf(each));
  if (zone !== undefined) return instants.some((instant) => instant < sentAt - BEHIND_MS) ? 'older' : 'of this run';
  const now = Date.now();
  if (instants.some((instant) => instant >= sentAt - BEHIND_MS && instant <= now + AHEAD_MS)) return 'of this run';
  return instants.some((instant) => instant < sentAt) ? 'older' : 'unknown';
}

const UNDER_WAY: ReadonlySet<ParcelStatus> = new Set<ParcelStatus>([
  'picked_up',
  'in_transit',
  'out_for_delivery',
  'ready_for_pickup',
  'delivery_delayed',
  'delivery_failed',
  'delivered',
  'return_to_sender',
]);

/** A service may also stand there by its name. */
function codeOf({ service }: Parcel): string | undefined {
  const code = service?.code?.trim().toUpperCase() ?? '';
  return /^[A-Z\d][\w.-]*$/.test(code) ? code : undefined;
}

/** Carriers round weights. */
function isOtherWeight(sent: number | undefined, found: number | undefined): boolean {
  if (sent === undefined || found === undefined) return false;
  return Math.abs(sent - found) > Math.max(0.05, 0.2 * sent);
}
