import { text, type JsonRecord } from '../json';
import type { TrackingForm } from '../reply-form';

/** Minutes east of Greenwich of a time without a zone: the carriers are in China. */
const local = 8 * 60;

/**
 * The event at the same instant, with its time in another zone, such as `+01:00`, `GMT+1` or '' for none. The zone goes
 * where the carrier has it, else behind the time.
 */
export function inZone(event: JsonRecord, { time, zone: member }: TrackingForm, zone: string): JsonRecord {
  const written = text(event[time]);
  const [, date, clock] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/.exec(written) ?? [];
  if (date === undefined || clock === undefined) return event;
  const own = member === undefined ? '' : text(event[member]);
  const moved = Date.parse(`${date}T${clock}Z`) + (minutesOf(zone) - minutesOf(own)) * 60_000;
  const iso = new Date(moved).toISOString().slice(0, 19);
  const wall = written.includes('T') ? iso : iso.replace('T', ' ');
  if (member !== undefined && own !== '') return { ...event, [time]: wall, [member]: zone === '' ? undefined : zone };
  return { ...event, [time]: /^[+-]/.test(zone) ? iso + zone : `${wall} ${zone}`.trim() };
}

function minutesOf(zone: string): number {
  if (zone === '') return local;
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
