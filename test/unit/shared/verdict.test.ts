import { verdictOf, verdictOfAll } from '#carriers/shared/verdict';

describe('a flag of success', () => {
  test.each([
    ...['Success', 'success ', 'SUCCESS', '\tsucceeded\n', 'Successful', '"success"', 'ｓｕｃｃｅｓｓ', 'Success!'],
    ...[true, 'True', 'TRUE ', 1, '1', ' 1 ', '1.0', '01', 'ok', 'OK', 'Yes', 'y', 200, '200', '成功', '操作成功'],
  ])('%j says yes', (flag) => expect(verdictOf(flag)).toBe('yes'));

  test.each([
    ...['Failure', 'failure ', 'FAILED', 'Fail', 'fails', 'error', 'ERROR', 'err', 'no', 'N', '失败', '否'],
    ...[false, 'False', 0, '0', ' 0', '0.0'],
  ])('%j says no', (flag) => expect(verdictOf(flag)).toBe('no'));

  test.each([
    ...[
      undefined,
      null,
      '',
      '  ',
      {},
      [],
      ['Success'],
      2,
      '10',
      11,
      -11,
      'partial success',
      'not success',
      'unsuccessful',
    ],
    ...['Processing', 'successor', '部分成功', 'no error', 500],
  ])('%j says neither', (flag) => expect(verdictOf(flag)).toBe('unclear'));

  test.each([
    [['yes', 'unclear', 'yes'], 'yes'],
    [['unclear', 'no'], 'no'],
    [['yes', 'no'], 'unclear'],
    [[], 'unclear'],
  ] as const)('of %j what they agree on counts', (signs, verdict) => expect(verdictOfAll(...signs)).toBe(verdict));
});
