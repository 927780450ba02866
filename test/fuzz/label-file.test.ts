import fc from 'fast-check';
import { fileNameOf } from '#carriers/shared/label-file';

it('a file name is never a path and never empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (stem) => {
      expect(fileNameOf(stem, 'pdf')).toMatch(/^[^./\\\s][^/\\\s]*\.pdf$/u);
    }),
  );
});
