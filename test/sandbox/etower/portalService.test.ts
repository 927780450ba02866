import { type Answer, exampleJson, objects, sandboxOfThisFile, shapeOf } from '../wire';
import { envelopeOf, portal } from './wire';

const sandbox = sandboxOfThisFile();

const json = { 'Content-Type': 'application/json' };
const get = async (path: string, headers: Record<string, string> = json): Promise<Answer> =>
  envelopeOf(await portal(sandbox, path, { headers }));

it('services and options have the documented fields', async () => {
  const [service] = objects((await get('channel/servicesByShipperAndCountry?country=AU')).data);
  const [example] = objects(exampleJson('etower', 'list-services.response.json').data);
  expect(Object.keys(service ?? {}).filter((name) => !(name in (example ?? {})))).toEqual([]);
  expect(await get('channel/servicesByShipperAndCountry')).toMatchObject({ code: '1001' });
  const options = await get(`channel/serviceOptions?channelId=${String(service?.channelId)}`);
  expect(shapeOf(options)).toEqual(shapeOf(exampleJson('etower', 'list-service-options.response.json')));
});
