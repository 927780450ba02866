/** Codes that name no country of today: groups, reserved and private-use codes that the language data also knows. */
const NO_COUNTRY = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ']);

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

const NAMES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

let known: ReadonlyMap<string, string> | undefined;

/** ISO 3166-1 alpha-2 codes with their English names, from the runtime's own language data, by code. */
export function countryNames(): ReadonlyMap<string, string> {
  known ??= new Map(
    LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
      .filter((code) => !NO_COUNTRY.has(code) && isCurrent(code))
      .flatMap((code): [string, string][] => {
        const name = NAMES.of(code);
        return name === undefined ? [] : [[code, name]];
      }),
  );
  return known;
}

/** The code of a country that is named in English, Chinese, Japanese or Korean. */
export function countryCodeNamed(name: string): string | undefined {
  named ??= new Map([
    ...LANGUAGES.flatMap(namesIn),
    ['usa', 'US'],
    ['united states of america', 'US'],
    ['great britain', 'GB'],
  ]);
  return named.get(name.normalize('NFKC').trim().toLowerCase());
}

let named: ReadonlyMap<string, string> | undefined;

const LANGUAGES = ['ko', 'ja', 'zh-Hant', 'zh', 'en'];

function namesIn(language: string): [string, string][] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  return [...countryNames().keys()].map((code) => [(names.of(code) ?? code).toLowerCase(), code]);
}

/** A withdrawn code, such as DD or SU, is rewritten to its successor. */
function isCurrent(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region === code;
}
