import { createHash } from 'node:crypto';
import { isObject } from '#carriers/shared/json-value';
import { signatureOf, type SignedParts } from '../../../carriers/mgoship';
import { requests } from '../carrier';
import { client, clientFor, ok, sent } from './wire';

describe('signature', () => {
  const parts: SignedParts = {
    appId: 'M10001',
    secret: 'KEY',
    version: '1.0',
    module: 'base',
    action: 'cal_ship_fee',
    params: { b: '大/阪', a: { d: '1', c: '' } },
  };
  const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex').toUpperCase();

  it.each([
    ['{appId}-{secret}-{version}-{module}-{action}', 'M10001-KEY-1.0-base-cal_ship_fee'],
    ['{secret}{params}', 'KEY{"b":"大/阪","a":{"d":"1","c":""}}'],
    ['{secret}{paramsSorted}', 'KEY{"a":{"c":"","d":"1"},"b":"大/阪"}'],
    ['{secret}{paramsEscaped}', 'KEY{"b":"\\u5927\\/\\u962a","a":{"d":"1","c":""}}'],
    ['{secret}{paramsSortedEscaped}', 'KEY{"a":{"c":"","d":"1"},"b":"\\u5927\\/\\u962a"}'],
    ['{"x":{params},"k":"{secret}"}', '{"x":{"b":"大/阪","a":{"d":"1","c":""}},"k":"KEY"}'],
  ])('%s', (template, text) => {
    expect(signatureOf({ template, algorithm: 'sha1', letterCase: 'upper' }, parts)).toBe(sha1(text));
  });

  it.each([
    ['sha1', '{secret}', 40],
    ['md5', '{secret}', 32],
    ['sha256', '{secret}', 64],
    ['hmacSha1', '{appId}', 40],
    ['hmacMd5', '{appId}', 32],
    ['hmacSha256', '{appId}', 64],
  ])('%s, in upper and lower case', (algorithm, template, length) => {
    const upper = signatureOf({ template, algorithm, letterCase: 'upper' }, parts);
    expect(upper).toMatch(new RegExp(`^[0-9A-F]{${length}}$`));
    expect(signatureOf({ template, algorithm, letterCase: 'lower' }, parts)).toBe(upper.toLowerCase());
  });

  it('HMAC-SHA1 as RFC 2202 tests it', () => {
    const rule = { template: 'what do ya want for nothing?', algorithm: 'hmacSha1', letterCase: 'lower' };
    expect(signatureOf(rule, { ...parts, secret: 'Jefe' })).toBe('effcdf6ae5eb2fa2d27416d5f184df9c259a7c79');
  });

  it('covers what is sent, byte for byte', async () => {
    const own = await client(ok());
    await own.call({ module: 'm', action: 'a' }, { z: 1, a: [{ y: true, x: null }] }, { intent: 'read' });
    const params = '{"a":[{"x":"","y":"true"}],"z":"1"}';
    expect(sent()).toBe(
      `{"appid":"M10001","params":${params},"sign":"${sha1(`INVENTED-SECRET|m|a|${params}`)}","version":"1.0"}`,
    );
  });

  it('without a template nothing is sent; the error says where the rule is and gives two worked examples', async () => {
    const own = await clientFor(() => ({ body: ok() }), { signatureTemplate: '  ' });
    const error: unknown = await own
      .call({ module: 'm', action: 'a' }, {}, { intent: 'read' })
      .catch((each: unknown) => each);
    expect(requests()).toEqual([]);
    expect(error).toMatchObject({
      kind: 'credentials',
      message: expect.stringContaining('has no signature template'),
    });
    const hint = isObject(error) ? String(error['hint']) : '';
    expect(hint).toContain('page about the signature (签名');
    const examples = [
      ...hint.matchAll(
        /Example \d \(an example only, not Mgoship's rule\): .*? the text is (.*?) and the sign ([0-9A-Fa-f]{40})\./g,
      ),
    ];
    expect(examples).toHaveLength(2);
    expect(examples[0]?.[2]).toBe(sha1(examples[0]?.[1] ?? ''));
    expect(examples[1]?.[2]).toBe(
      signatureOf({ template: examples[1]?.[1] ?? '', algorithm: 'hmacSha1', letterCase: 'lower' }, parts),
    );
    expect(hint).not.toContain('INVENTED-SECRET');
  });

  it.each([
    [{ signatureTemplate: '{secret}{nonce}' }, 'unknown placeholder {nonce}'],
    [{ signatureTemplate: '{appId}{params}' }, 'without {secret}'],
    [{ signatureAlgorithm: 'crc32' }, 'unknown signature algorithm "crc32"'],
    [{ appSecret: ' ' }, 'has no secret'],
    [{ appId: ' ' }, 'has no app ID'],
    [{ version: '' }, 'has no version'],
  ])('with %j nothing is sent', async (changes, message) => {
    const own = await clientFor(() => ({ body: ok() }), changes);
    await expect(own.call({ module: 'm', action: 'a' }, {}, { intent: 'read' })).rejects.toMatchObject({
      kind: 'credentials',
      message: expect.stringContaining(message),
    });
    expect(requests()).toEqual([]);
  });
});
