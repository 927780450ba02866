import { testCredentials } from '../../../carriers/hge';
import { account } from './wire';

describe('credential test', () => {
  it.each([
    ['an order that does not exist', '{"code":400,"success":false,"detail":"badRequest"}'],
    ['a repeated request', '{"code":301,"success":false,"detail":"repeated requests"}'],
    ['no order', '{"code":200,"success":true,"detail":"","data":null}'],
  ])('%s means that they were accepted', async (_, answer) => {
    await expect(testCredentials(await account({}, answer))).resolves.toBeUndefined();
  });

  it.each([
    ['401', { status: 401, body: '' }],
    ['a web page', { body: '<html></html>' }],
    ['500', { body: '{"code":500,"success":false,"detail":"server error"}' }],
    ['a web redirect', { status: 301, headers: { Location: 'https://gateway.example.com/' }, body: '' }],
    ["a gateway's refusal", { status: 400, body: '<html>Bad Request</html>' }],
    ['a method that is not allowed', { status: 405, body: '' }],
  ])('%s does not', async (_, answer) => {
    await expect(testCredentials(await account({}, answer))).rejects.toMatchObject({ name: 'CarrierError' });
  });
});
