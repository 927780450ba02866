import { describeHandover } from './handover';

describeHandover('manifest', 'manifest', 'handover_mode', 'handoverMode');
