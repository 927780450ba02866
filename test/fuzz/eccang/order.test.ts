import fc from 'fast-check';
import { always } from '../property';
import { ECCANG } from '../../../carriers/eccang';
import { HUAHAN } from '../../../carriers/huahan';
import { checkRequest, RequestError } from '#carriers/shared/request-check';

it('an order of any shape is passed unchanged or refused by field', () => {
  always(
    fc.property(fc.jsonValue(), fc.constantFrom(ECCANG, HUAHAN), (order, { order: { schema } }) => {
      try {
        expect(checkRequest(schema, order)).toBe(order);
      } catch (error) {
        expect(error).toBeInstanceOf(RequestError);
        expect(error).toHaveProperty('problems.0.problem', expect.stringMatching(/^\S/));
      }
    }),
  );
});
