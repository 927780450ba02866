/**
 * Finds out how Mgoship signs, from a sample in the user's own manual: tries the user's template, or common conventions.
 * Exit status: 0 when a rule reproduces the sign of every sample, 1 when none does, 2 when the samples cannot be read.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { CarrierError, parseJson } from '../carriers/http';
import { objectOf, textOf } from '#carriers/shared/json-value';
import type { SignatureRule } from '../carriers/mgoship';
import { commonRules, reproducing, type Sample, type Search } from './mgoship-conventions';

const USAGE = `Usage: npm run --silent mgoship-signature -- --sample FILE --secret SECRET [--template TEXT --algorithm NAME]

  --sample      a request body from your manual, as JSON with appid, params, sign, version; may be given several times
  --secret      the key that belongs to the sample
  --template    your own rule, as in the credential; without it, common conventions are tried
  --algorithm   sha1 (default), md5, sha256, hmacSha1, hmacMd5 or hmacSha256
  --module, --action   the operation of the sample, unless its file is called <module>.<action>.….json`;

class Misuse extends Error {}

/** What the command answers to its arguments. */
export interface Told {
  status: 0 | 1 | 2;
  stdout: string;
  stderr: string;
}

export function signatureSearch(args: readonly string[]): Told {
  try {
    const options = readOptions(args);
    const samples = options.sample.map((file) => readSample(file, options));
    const [first] = samples;
    if (!first) throw new Misuse(USAGE);
    const rules =
      options.template === undefined
        ? commonRules(first)
        : [{ template: options.template, algorithm: options.algorithm }];
    const search = reproducing(rules, samples, options.secret);
    const report = reportOf(search, samples.length, options.template !== undefined);
    return { status: search.found.length > 0 ? 0 : 1, stdout: `${report}\n`, stderr: '' };
  } catch (error) {
    if (!(error instanceof Misuse || error instanceof CarrierError)) throw error;
    return { status: 2, stdout: '', stderr: `${error.message}\n` };
  }
}

interface Options {
  sample: string[];
  secret: string;
  template?: string | undefined;
  algorithm: string;
  module?: string | undefined;
  action?: string | undefined;
}

function readOptions(args: readonly string[]): Options {
  const { values } = parse(args);
  const { sample = [], secret = '', algorithm = 'sha1', ...rest } = values;
  if (sample.length === 0 || secret === '') throw new Misuse(USAGE);
  return { sample, secret, algorithm, ...rest };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        sample: { type: 'string', multiple: true },
        secret: { type: 'string' },
        template: { type: 'string' },
        algorithm: { type: 'string' },
        module: { type: 'string' },
        action: { type: 'string' },
      },
    });
  } catch {
    throw new Misuse(USAGE);
  }
}

function readSample(file: string, options: Options): Sample {
  const body = objectOf(readJson(file));
  const [module = '', action = ''] = /^([a-z]\w*)\.([a-z]\w*)\./.exec(basename(file))?.slice(1) ?? [];
  const sign = textOf(body['sign']);
  if (sign === undefined || !/^[0-9A-Fa-f]+$/.test(sign) || typeof body['params'] !== 'object') {
    throw new Misuse(`${file}: the sample must be a whole request body, with params and a hexadecimal sign.`);
  }
  return {
    sign,
    parts: {
      appId: textOf(body['appid']) ?? '',
      version: textOf(body['version']) ?? '',
      module: options.module ?? module,
      action: options.action ?? action,
      params: body['params'],
    },
  };
}

function readJson(file: string): unknown {
  try {
    return parseJson(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Misuse(
      `${file} cannot be read: ${error instanceof SyntaxError ? 'it is not valid JSON' : 'no such file'}.`,
    );
  }
}

function reportOf({ found, tried }: Search, samples: number, own: boolean): string {
  const signs = samples === 1 ? 'the sign of the sample' : `the signs of all ${samples} samples`;
  if (found.length === 0) {
    return own
      ? `none\nThis template does not reproduce ${signs}.`
      : `none\nNone of the ${tried} common conventions tried reproduces ${signs}. The rule may be another one, or the secret may not belong to the sample.`;
  }
  const lines = found.map(lineOf);
  const several = `\nThey differ only in what this sample does not show. Give a second --sample, best with Japanese text, to tell them apart.`;
  return `${found.length === 1 ? '1 rule reproduces' : `${found.length} rules reproduce`} ${signs}:\n${lines.join('\n')}${found.length > 1 ? several : ''}`;
}

function lineOf({ template, algorithm, letterCase }: SignatureRule): string {
  return `Signature Template: ${template}   Signature Algorithm: ${algorithm}   Signature Case: ${letterCase}`;
}
