import { ALGORITHMS, signatureOf, type SignatureRule, type SignedParts } from '../carriers/mgoship';

/** A body from the carrier's manual: what was signed, without the secret, and the sign that came out. */
export interface Sample {
  parts: Omit<SignedParts, 'secret'>;
  sign: string;
}

export interface Search {
  /** Rules that reproduce the sign of every sample. */
  found: SignatureRule[];
  tried: number;
}

/** Which of the rules reproduce the signs of all samples. A rule may leave its case open: that of the samples is taken. */
export function reproducing(
  rules: Iterable<Pick<SignatureRule, 'template' | 'algorithm'>>,
  samples: readonly Sample[],
  secret: string,
): Search {
  const found: SignatureRule[] = [];
  let tried = 0;
  for (const rule of rules) {
    tried += 1;
    const letterCase = samples.every(({ sign }) => sign === sign.toLowerCase()) ? 'lower' : 'upper';
    const signs = { ...rule, letterCase };
    if (samples.every(({ parts, sign }) => signatureOf(signs, { ...parts, secret }) === sign)) found.push(signs);
  }
  return { found, tried };
}

/**
 * Ways in which such APIs commonly sign: the parts one after the other, in any order and with any of the usual separators,
 * the secret among them, at both ends or as the key of an HMAC; and the usual forms with names. None of them is known to
 * be Mgoship's.
 * @param sample tells which hashes fit, by the length of its sign, and whether module and action are known
 */
export function* commonRules({ parts, sign }: Sample): Generator<Pick<SignatureRule, 'template' | 'algorithm'>> {
  const fitting = Object.keys(ALGORITHMS).filter((name) => ALGORITHMS[name]?.('', 'x').length === sign.length);
  const known = (template: string): boolean =>
    (parts.module !== '' || !template.includes('{module}')) && (parts.action !== '' || !template.includes('{action}'));
  for (const algorithm of fitting) {
    const templates = algorithm.startsWith('hmac') ? keyedTemplates() : plainTemplates();
    for (const template of templates) if (known(template)) yield { template, algorithm };
  }
}

const PARAMS = ['{params}', '{paramsSorted}', '{paramsEscaped}', '{paramsSortedEscaped}'];
const SEPARATORS = ['', '&', ',', '|', ':', '+', '_', '-', '.', ';', '#'];

/** What is signed besides params and secret. */
const OTHERS = [
  [],
  ['{appId}'],
  ['{appId}', '{version}'],
  ['{action}'],
  ['{module}', '{action}'],
  ['{appId}', '{action}'],
  ['{appId}', '{module}', '{action}'],
  ['{appId}', '{version}', '{module}', '{action}'],
];

function* plainTemplates(): Generator<string> {
  for (const params of PARAMS) {
    for (const others of OTHERS) {
      yield* joined([...others, params, '{secret}']);
      for (const separator of SEPARATORS) {
        for (const order of orders([...others, params])) yield ['{secret}', ...order, '{secret}'].join(separator);
      }
    }
    const query = `appid={appId}&params=${params}&version={version}`;
    for (const name of ['', '&key=', '&secret=', '&appsecret=', '&appkey=']) yield `${query}${name}{secret}`;
    yield `appid={appId}&params=${params}&secret={secret}&version={version}`;
    const run = `appid{appId}params${params}version{version}`;
    yield `{secret}${run}{secret}`;
    yield `{secret}${run}`;
    yield `${run}{secret}`;
  }
}

function* keyedTemplates(): Generator<string> {
  for (const params of PARAMS) {
    for (const others of OTHERS) yield* joined([...others, params]);
    yield `appid={appId}&params=${params}&version={version}`;
    yield `appid{appId}params${params}version{version}`;
  }
}

function* joined(parts: readonly string[]): Generator<string> {
  const separators = parts.length > 1 ? SEPARATORS : [''];
  for (const separator of separators) for (const order of orders(parts)) yield order.join(separator);
}

function orders(parts: readonly string[]): string[][] {
  if (parts.length === 0) return [[]];
  return parts.flatMap((part, index) => orders(parts.toSpliced(index, 1)).map((rest) => [part, ...rest]));
}
