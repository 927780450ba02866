import { describeHandover } from './handover';

describeHandover('scanForm', 'scanform', 'handoverinfo', 'handoverinfo');
