import { manifest } from '../../../carriers/hge';
import { createHandOver } from '../handover';

export const createManifest = createHandOver(manifest, {
  action: 'Create manifest',
  description:
    'Submit the data of big bags and the parcels in them (Manifest接口). HGE carries it out later; the result query (Manifest执行结果查询) is reached with Endpoint: Call.',
  seen: 'the reference and nine fields of the flight. Both big bags and parcels must be given, but how is not among them',
  object: 'handover_mode',
});
