import { scanForm } from '../../../carriers/hge';
import { createHandOver } from '../handover';

export const createScanForm = createHandOver(scanForm, {
  action: 'Create scan form',
  description:
    'Submit a SCAN form for USPS, or the data of a clearance and delivery service (清派). HGE carries it out later; the result query (Scan Form执行结果查询) is reached with Endpoint: Call.',
  seen: 'the reference and five fields of the hand-over. The flight and the list of orders are not among them',
  object: 'handoverinfo',
});
