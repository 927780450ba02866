import { ECCANG, validateOrder, validationRequestOf } from '../../../carriers/eccang';
import { documentedJson, object } from '../../documented';
import { eccangOrder as order } from '../../../sandbox/sample-orders';
import { carrier, enveloped } from './wire';

it('addressValidate: its own object, an order, and findings', async () => {
  const own = object(documentedJson('eccang', 'addressValidate.request.json'));
  const findings = {
    ask: 'Failure',
    message: '信息不合法',
    Error: { errCode: '50048', errMessage: '收件人城市不能为空;邮编不能为空' },
  };
  const { client, sentParams } = await carrier(
    ECCANG,
    enveloped(documentedJson('eccang', 'addressValidate.response.json')),
    enveloped(findings),
  );
  expect(await validateOrder(client, validationRequestOf(own))).toMatchObject({
    validation: { carrier: 'eccang', reference: 'FZC276489282042', valid: true, message: '检验通过' },
  });
  expect(sentParams()).toBe(JSON.stringify(own));
  const { consignee, invoice, ...rest } = own;
  expect(
    await validateOrder(client, validationRequestOf({ ...rest, Consignee: consignee, ItemArr: invoice, Shipper: {} })),
  ).toMatchObject({
    raw: findings,
    validation: { valid: false, message: '信息不合法', problems: ['收件人城市不能为空', '邮编不能为空'] },
  });
  expect(sentParams(1)).toBe(JSON.stringify(own));
});

it('addressValidate: any other refusal is an error', async () => {
  const { client } = await carrier(ECCANG, enveloped({ ask: 'Failure', message: 'x', err_code: '50001' }));
  await expect(validateOrder(client, {})).rejects.toMatchObject({ kind: 'credentials' });
});

describe('before anything is sent', () => {
  it('a validation needs what the method demands', () => {
    expect(() => validationRequestOf({ reference_no: 'A' })).toThrow('consignee is required; invoice is required');
    expect(() => validationRequestOf(order('A', { ItemArr: [] }))).toThrow('ItemArr needs at least one item');
    expect(() => validationRequestOf(order('A', { ItemArr: {} }))).toThrow('ItemArr needs at least one item');
    expect(() => validationRequestOf(order('A', { Consignee: undefined }))).toThrow('Consignee is required');
  });

  it('a validation takes one item without its list, and sends the weight as the text that is documented', () => {
    const given = order('A', { order_weight: 0.1 + 0.2 });
    const [item] = Array.isArray(given['ItemArr']) ? given['ItemArr'] : [];
    const expected = { order_weight: '0.3', invoice: [item] };
    expect(validationRequestOf({ ...given, ItemArr: item })).toMatchObject(expected);
    const { consignee } = validationRequestOf(given);
    expect(
      validationRequestOf({ ...given, Consignee: undefined, ItemArr: undefined, consignee, invoice: item }),
    ).toMatchObject(expected);
  });
});

it('a validation with several codes is still an answer', async () => {
  const { client } = await carrier(
    ECCANG,
    enveloped({ ask: 'Failure', message: '信息不合法', Error: { errCode: '50048, 5000', errMessage: 'a' } }),
  );
  expect(await validateOrder(client, {})).toMatchObject({ validation: { valid: false, problems: ['a'] } });
});

describe('findings of a validation are an answer', () => {
  const found = async (reply: object) =>
    (await validateOrder((await carrier(ECCANG, enveloped({ ask: 'Failure', ...reply }))).client, {})).validation;

  it.each([
    ['an empty code', { errMessage: 'a;b', errCode: '' }, ['a', 'b']],
    ['no Error', undefined, undefined],
    ['a list of errors', [{ errMessage: 'a' }, { errMessage: 'b；c' }, { errMessage: 'a' }], ['a', 'b', 'c']],
    ['a text for Error', 'a;b', ['a', 'b']],
  ])('with %s', async (_, errors, problems) => {
    const validation = await found({ message: '信息不合法', ...(errors ? { Error: errors } : {}) });
    expect(validation).toEqual({
      carrier: 'eccang',
      valid: false,
      message: '信息不合法',
      ...(problems ? { problems } : {}),
    });
  });

  it.each(['50001', '5000'])('the same words under code %s are an error', async (code) => {
    await expect(found({ message: '账号信息不合法', err_code: code })).rejects.toMatchObject({
      message: '账号信息不合法',
      code,
    });
  });

  it('any other refusal without a code is an error', async () => {
    await expect(found({ message: '系统异常', Error: { errMessage: 'x', errCode: '' } })).rejects.toMatchObject({
      kind: 'rejected',
      message: '系统异常: x',
    });
  });
});
