import { createHash, createHmac } from 'node:crypto';
import { lookUp } from '#carriers/shared/lookup';
import { CarrierError } from '../http';
import { sortedKeys } from './params';

/**
 * Mgoship's rule for `sign` is not known (`mgoship.md` 2): no document held names the string to sign, the hash or the
 * secret. So the rule is data that the user writes down from the carrier's manual.
 */
export interface SignatureRule {
  /** The text to sign, with the placeholders of PLACEHOLDERS. Anything else in it stands for itself. */
  template: string;
  algorithm: string;
  letterCase: string;
}

/** What is signed. `params` as it stands in the body. */
export interface SignedParts {
  appId: string;
  secret: string;
  version: string;
  module: string;
  action: string;
  params: unknown;
}

/** What each placeholder of a template stands for. */
export const PLACEHOLDERS: Readonly<Record<string, (parts: SignedParts) => string>> = {
  appId: ({ appId }) => appId,
  secret: ({ secret }) => secret,
  version: ({ version }) => version,
  module: ({ module }) => module,
  action: ({ action }) => action,
  params: ({ params }) => JSON.stringify(params),
  paramsSorted: ({ params }) => JSON.stringify(sortedKeys(params)),
  paramsEscaped: ({ params }) => escaped(JSON.stringify(params)),
  paramsSortedEscaped: ({ params }) => escaped(JSON.stringify(sortedKeys(params))),
};

/** The HMAC forms take the secret as their key. Results are hexadecimal. */
export const ALGORITHMS: Readonly<Record<string, (text: string, secret: string) => string>> = {
  sha1: plain('sha1'),
  md5: plain('md5'),
  sha256: plain('sha256'),
  hmacSha1: keyed('sha1'),
  hmacMd5: keyed('md5'),
  hmacSha256: keyed('sha256'),
};

/**
 * The value of `sign`.
 * @throws CarrierError `credentials` when the rule is missing or cannot be used; nothing is to be sent then
 */
export function signatureOf(rule: SignatureRule, parts: SignedParts): string {
  const text = textToSign(rule, parts);
  const hash = lookUp(ALGORITHMS, rule.algorithm);
  if (!hash) throw unusable(`has the unknown signature algorithm "${rule.algorithm}"`, 'Choose one from the list.');
  const sign = hash(text, parts.secret);
  return rule.letterCase === 'lower' ? sign : sign.toUpperCase();
}

function textToSign({ template, algorithm }: SignatureRule, parts: SignedParts): string {
  if (template.trim() === '') {
    throw unusable(
      "has no signature template, and Mgoship's signature rule is not known to this node: nothing was sent",
      howToWriteARule(),
    );
  }
  if (parts.appId === '') throw unusable('has no app ID', 'Enter the app ID (appid) that Mgoship gave you.');
  if (parts.version === '') throw unusable('has no version', 'Enter 1.0, which all samples of the manual have.');
  if (parts.secret === '') throw unusable('has no secret', 'Enter the key that Mgoship gave you.');
  const names = [...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
  const unknown = names.find((name) => !Object.hasOwn(PLACEHOLDERS, name));
  if (unknown !== undefined) {
    throw unusable(`has the unknown placeholder {${unknown}} in its signature template`, howToWriteARule());
  }
  if (!names.includes('secret') && !algorithm.startsWith('hmac')) {
    throw unusable(
      'has a signature template without {secret}: such a signature would prove nothing',
      'Write {secret} where the rule has the key, or choose an HMAC algorithm, which takes the key apart from the text.',
    );
  }
  return template.replace(PLACEHOLDER, (_, name: string) => PLACEHOLDERS[name]?.(parts) ?? '');
}

const PLACEHOLDER = /\{([A-Za-z]+)\}/g;

function unusable(what: string, hint: string): CarrierError {
  return new CarrierError({ kind: 'credentials', message: `The Mgoship credential ${what}`, hint });
}

/** Where to find the rule, and how to write it down. */
function howToWriteARule(): string {
  const names = Object.keys(PLACEHOLDERS).map((name) => `{${name}}`);
  return `Look in Mgoship's API manual for the page about the signature (签名, the rule for "sign"); it is not among the pages that this node was written from, so ask Mgoship's support if your manual lacks it. Then write the rule into Signature Template with the placeholders ${names.join(', ')}. ${workedExamples()}`;
}

/** Invented, and said to be so: they show how to write a rule, not what Mgoship's is. */
function workedExamples(): string {
  const parts: SignedParts = {
    appId: 'M10001',
    secret: 'KEY',
    version: '1.0',
    module: 'stock',
    action: 'get_stock_log',
    params: { sku: 'A', page: '1' },
  };
  const rules = [
    {
      says: 'SHA-1 of app ID, sorted params and key, one after the other, in upper case',
      rule: { template: '{appId}{paramsSorted}{secret}', algorithm: 'sha1', letterCase: 'upper' },
    },
    {
      says: 'HMAC-SHA1, with the key as its key, of appid=…&params=…&version=…, in lower case',
      rule: { template: 'appid={appId}&params={params}&version={version}', algorithm: 'hmacSha1', letterCase: 'lower' },
    },
  ];
  const lines = rules.map(
    ({ says, rule }, index) =>
      `Example ${index + 1} (an example only, not Mgoship's rule): if the manual says "${says}", write ${rule.template} with algorithm ${rule.algorithm} and case ${rule.letterCase}. With app ID M10001, key KEY, version 1.0 and params {"sku":"A","page":"1"} the text is ${textToSign(rule, parts)} and the sign ${signatureOf(rule, parts)}.`,
  );
  return lines.join(' ');
}

function plain(hash: string): (text: string) => string {
  return (text) => createHash(hash).update(text, 'utf8').digest('hex');
}

function keyed(hash: string): (text: string, secret: string) => string {
  return (text, secret) => createHmac(hash, secret).update(text, 'utf8').digest('hex');
}

/** As PHP writes JSON unless told otherwise: everything beyond ASCII as \u escapes, slashes with a backslash. */
function escaped(json: string): string {
  return json
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
