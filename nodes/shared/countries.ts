import { countryNames } from '#carriers/shared/countries';

let countries: { name: string; value: string }[] | undefined;

/** The countries of the world for a list to choose from, by their English names. */
export function worldCountries(): { name: string; value: string }[] {
  countries ??= [...countryNames()]
    .map(([code, name]) => ({ name: `${name} (${code})`, value: code }))
    .sort((left, right) => left.name.localeCompare(right.name, 'en'));
  return countries;
}
