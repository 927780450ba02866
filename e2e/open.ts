/**
 * `npm run n8n`: n8n's editor with the nodes, a running sandbox, its credentials and the example workflows, ready to be
 * clicked. Nothing of it stays: Ctrl-C stops everything and removes the data.
 */
import { runUntilStopped, startLocalN8n } from './local-n8n';

runUntilStopped(() => startLocalN8n());
