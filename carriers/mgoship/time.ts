import { eventTimeOf } from '#carriers/shared/written-time';

/** Unix seconds, number or text (`mgoship.md` 4), as ISO 8601 in UTC; `undefined` for what names no instant. */
export function isoTimeOf(seconds: unknown): string | undefined {
  return eventTimeOf(seconds).time ?? undefined;
}
