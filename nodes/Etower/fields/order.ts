import { choice } from '#carriers/shared/rows';
import { field } from '#nodes/shared/form/row-property';

/** `etower.md` B.4.12. */
export const holdType = field(
  'holdType',
  choice('Hold Type', 'What to do. Only orders without operation history and without an uploaded flight can be held, only those that you held yourself released.', {
    Hold: ['1', 'Stop the parcel (扣留)'],
    Release: ['2', 'Let a parcel go that you held (释放); not enabled, says the vendor'],
  }),
);
