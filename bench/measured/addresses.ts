/** Where the servers of a run are. */
export interface Addresses {
  url: string;
  warmUpUrl: string;
  /** For files. */
  folder: string;
}

/** Ready to be measured: does the work once. */
export type Prepared = () => Promise<void>;
