import type { CallSettings } from '../http';
import type { MgoshipCredentials } from './account';
import { MgoshipClient } from './client';
import { readPage } from './pages';
import { STOCK_LOG } from './stock-log';

/**
 * The stock log with limit 1 changes nothing and needs a valid signature (`mgoship.md` 11).
 * @throws CarrierError in the carrier's words, or saying what the credential lacks
 */
export async function testCredentials(credentials: MgoshipCredentials, settings: CallSettings = {}): Promise<void> {
  await readPage(new MgoshipClient(credentials, settings), STOCK_LOG, { page: 1, limit: 1 });
}
