import { ECCANG } from '../../../carriers/eccang';
import { familyResources } from '#nodes/eccangFamily/resources';

const namesOf = (lacking: string[]): string[] =>
  familyResources(ECCANG, lacking).flatMap(({ value, operations }) =>
    operations.map(({ description }) => `${value}.${description.value}`),
  );

it('a deployment leaves out operations that it lacks, and with the last one their resource', () => {
  const all = namesOf([]);
  const lacking = ['order.validate', 'country.getMany'];
  expect(namesOf(lacking)).toEqual(all.filter((name) => !lacking.includes(name)));
  expect(familyResources(ECCANG, lacking).map(({ value }) => value)).not.toContain('country');
});

it('an operation that the family does not have cannot be left out', () => {
  expect(() => namesOf(['order.validate', 'order.weigh'])).toThrow(
    'Eccang TMS has no operation order.weigh to leave out',
  );
});
