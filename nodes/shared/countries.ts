/** Codes that name no country of today: groups, reserved and private-use codes that the language data also knows. */
const NO_COUNTRY = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ']);

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

let countries: { name: string; value: string }[] | undefined;

/** ISO 3166-1 alpha-2 with English names, from the runtime's own language data, by name. */
export function worldCountries(): { name: string; value: string }[] {
  countries ??= LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
    .filter((code) => !NO_COUNTRY.has(code) && isCurrent(code))
    .flatMap((code) => {
      const name = NAMES.of(code);
      return name === undefined ? [] : [{ name: `${name} (${code})`, value: code }];
    })
    .sort((left, right) => left.name.localeCompare(right.name, 'en'));
  return countries;
}

const NAMES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** A withdrawn code, such as DD, is rewritten to its successor. */
function isCurrent(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region === code;
}
