import { runInThisContext } from 'node:vm';

export const SERVER_ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia'] as const;

/** Moves the server to a time zone for the tests of a block. */
export function useServerZone(zone: string): void {
  beforeAll(() => moveServer(zone));
  afterAll(() => moveServer(process.env['TZ']));
}

/**
 * Until it is moved back to `process.env.TZ`. jest's `process.env` is a copy: only outside of its sandbox does TZ change
 * what dates show.
 */
export function moveServer(zone: string | undefined): void {
  runInThisContext(zone === undefined ? 'delete process.env.TZ' : `process.env.TZ = ${JSON.stringify(zone)}`);
}
