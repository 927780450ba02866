import type { Socket } from 'node:net';
import type { Asked } from './carrier';

/** What one carrier has seen since the start or the last reset. Label downloads count apart from API requests. */
export interface TrafficReport {
  requests: number;
  downloads: number;
  /** Distinct sockets, of API requests and downloads. */
  connections: number;
  /** Largest number of API requests in flight at once, from the body read to the answer handed over. */
  maxInFlight: number;
  /** API requests cut off because the carrier forbids a second one at the same time; they are in `requests` too. */
  blocked: number;
  services: Record<string, number>;
  maxInFlightByService: Record<string, number>;
}

export class Traffic {
  private readonly sockets = new WeakSet<Socket>();
  private readonly inFlight = new Map<string, number>();
  private readonly peaks = new Map<string, number>();
  private readonly counts = new Map<string, number>();
  private connections = 0;
  private requests = 0;
  private downloads = 0;
  private blocked = 0;
  private peak = 0;

  arrive(asked: Asked, socket: Socket): void {
    if (!this.sockets.has(socket)) this.connections += 1;
    this.sockets.add(socket);
    if (asked.kind === 'download') {
      this.downloads += 1;
      return;
    }
    this.requests += 1;
    const service = label(asked);
    this.counts.set(service, (this.counts.get(service) ?? 0) + 1);
  }

  isInFlight(asked: Asked): boolean {
    return (this.inFlight.get(label(asked)) ?? 0) > 0;
  }

  block(): void {
    this.blocked += 1;
  }

  /** Counts an API request as in flight until the function returned is called; calling that twice does no harm. */
  begin(asked: Asked): () => void {
    if (asked.kind === 'download') return () => undefined;
    const service = label(asked);
    const now = (this.inFlight.get(service) ?? 0) + 1;
    this.inFlight.set(service, now);
    this.peaks.set(service, Math.max(this.peaks.get(service) ?? 0, now));
    this.peak = Math.max(this.peak, sum(this.inFlight.values()));
    let open = true;
    return () => {
      if (open) this.inFlight.set(service, (this.inFlight.get(service) ?? 0) - 1);
      open = false;
    };
  }

  report(): TrafficReport {
    return {
      requests: this.requests,
      downloads: this.downloads,
      connections: this.connections,
      maxInFlight: this.peak,
      blocked: this.blocked,
      services: Object.fromEntries(this.counts),
      maxInFlightByService: Object.fromEntries(this.peaks),
    };
  }
}

function label(asked: Asked): string {
  return asked.service === '' ? '(unreadable)' : asked.service;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
