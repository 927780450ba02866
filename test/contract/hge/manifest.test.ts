import { checkBody, manifest, submit } from '../../../carriers/hge';
import { documentedJson, object } from '../../documented';
import { client, received, SUCCESS } from './wire';

describe('documented requests, byte for byte', () => {
  it('manifest.partial.request.json', async () => {
    const body = object(documentedJson('hge', 'manifest.partial.request.json'));
    await submit(await client({}, SUCCESS), manifest, checkBody(manifest.table, body));
    expect(received().path).toBe(`/openapi/customer/${manifest.path}`);
    expect(received().body).toBe(JSON.stringify(body));
  });
});
