/** One event of a parcel, by its number: from the script, or written from outside. */
export interface TrackingEvent {
  event: number;
  /** `YYYY-MM-DD HH:mm:ss`, as it is answered. */
  time: string;
  /** Where the carrier tells it. */
  zone: string;
  /** `eccang.md` 4.13 and the Eccang table of `tracking-status.md`. */
  code: string;
  chinese: string;
  english: string;
  /** Wording of `getCargoTrackPdd` where its example differs. */
  pddEnglish?: string;
  area: 'none' | 'origin' | 'destination' | { place: string };
}
