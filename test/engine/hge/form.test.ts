import { listSearch, stopEngine } from '../../../engine';
import { Hge } from '../../../nodes/Hge/Hge.node';

afterAll(stopEngine);

it('offers the countries of the world', async () => {
  const { results } = await listSearch({ node: 'hge', method: 'searchCountries', filter: 'korea' });
  expect(results.map(({ value }) => value).sort()).toEqual(['KP', 'KR']);
});

it('says in the form of each partial operation that the rest is not known', () => {
  const { properties } = new Hge().description;
  const shownFor = (name: string) =>
    properties
      .filter((property) => property.name === name)
      .map(({ displayOptions }) => displayOptions?.show?.['resource']?.[0]);
  expect(shownFor('partialNotice').sort()).toEqual(['manifest', 'order', 'scanForm']);
  expect(shownFor('additionalFieldsJson').sort()).toEqual(['manifest', 'order', 'scanForm']);
  const [numberType] = properties.filter(({ name }) => name === 'numberType');
  expect(numberType?.options?.map((option) => ('value' in option ? option.value : undefined))).toEqual([1, 'other']);
  const texts = properties.filter(({ name }) => name === 'partialNotice').map(({ displayName }) => displayName);
  expect(texts.every((text) => text.includes('is not known') && text.includes('Additional Fields (JSON)'))).toBe(true);
});
