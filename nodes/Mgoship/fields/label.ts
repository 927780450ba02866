import { choice } from '#carriers/shared/rows';
import { field } from '#nodes/shared/form/row-property';

/** `size` (`mgoship.md` 8.11). */
export const size = field('size', choice('Label Size', 'Paper that the label is made for (标签尺寸)', { '100 × 100 Millimetres': ['100', '100*100'], '100 × 200 Millimetres': ['200', '100*200'] }));
