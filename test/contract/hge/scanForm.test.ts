import { checkBody, scanForm, submit } from '../../../carriers/hge';
import { documentedJson, object } from '../../documented';
import { client, received, SUCCESS } from './wire';

describe('documented requests, byte for byte', () => {
  it('scanform.partial.request.json', async () => {
    const body = object(documentedJson('hge', 'scanform.partial.request.json'));
    await submit(await client({}, SUCCESS), scanForm, checkBody(scanForm.table, body));
    expect(received().path).toBe(`/openapi/customer/${scanForm.path}`);
    expect(received().body).toBe(JSON.stringify(body));
  });
});
