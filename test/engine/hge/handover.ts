import { listOf, objectOf } from '#carriers/shared/json-value';
import { control, servicesOf, stateOf } from '../../../sandbox/control-client';
import { documentedJson } from '../../documented';
import { inCamelCase } from './form';
import { outputOf, useHge } from './runs';

/** The tests of a resource that hands parcels over: its create, of which the manual shows only a part. */
export function describeHandover(resource: string, service: string, groupOnWire: string, groupInForm: string): void {
  const { sandbox, hge, onTheWire } = useHge();
  describe(`${resource}: create`, () => {
    const sent = objectOf(documentedJson('hge', `${service}.partial.request.json`));
    const form = {
      inputMode: 'form',
      referenceNum: sent['reference_num'],
      [groupInForm]: inCamelCase(sent[groupOnWire]),
    };

    it('puts the documented bytes on the wire, from the form and from JSON', async () => {
      const received = await onTheWire(async (hgeApi) => {
        await hge(resource, 'create', form, { hgeApi });
        await hge(resource, 'create', { inputMode: 'json', body: '={{ $json }}' }, { hgeApi, items: [sent] });
      });
      expect(received.map(({ path, body }) => [path, body])).toEqual(
        Array(2).fill([`/openapi/customer/${service}/`, JSON.stringify(sent)]),
      );
    });

    it('merges the additional fields into the body', async () => {
      const more = { [groupOnWire]: { more: 'x' }, numbers: ['1', '2'] };
      const [request] = await onTheWire((hgeApi) =>
        hge(resource, 'create', { ...form, additionalFieldsJson: JSON.stringify(more) }, { hgeApi }),
      );
      expect(request?.body).toBe(
        JSON.stringify({ ...sent, [groupOnWire]: { ...objectOf(sent[groupOnWire]), more: 'x' }, numbers: ['1', '2'] }),
      );
    });

    it('is accepted by HGE for later, one output for each item', async () => {
      const items = [{ reference: 'R-1' }, { reference: 'R-2' }];
      const result = await hge(resource, 'create', { ...form, referenceNum: '={{ $json.reference }}' }, { items });
      expect(outputOf(result)).toEqual(
        items.map((_, item) => ({
          json: { code: 200, success: true, detail: '操作成功', data: null },
          pairedItem: { item },
        })),
      );
      const jobs = listOf((await stateOf(sandbox, 'hge'))['jobs']);
      expect(jobs.map((job) => [job['service'], job['reference']]).sort()).toEqual([
        [service, 'R-1'],
        [service, 'R-2'],
      ]);
    });

    it('is sent once, whatever comes back', async () => {
      await control(sandbox, 'faults', { carrier: 'hge', service, kind: 'disconnect-after' });
      const result = await hge(resource, 'create', form);
      expect(result.error?.message).toContain('may or may not have been carried out');
      expect(result.error?.description).toContain(`Its reference_num is ${String(sent['reference_num'])}.`);
      expect(await servicesOf(sandbox, 'hge')).toEqual({ [service]: 1 });
    });

    it('names what is wrong in the words of the form', async () => {
      const wrong = { ...form, additionalFieldsJson: JSON.stringify({ [groupOnWire]: ['x'] }) };
      const result = await hge(resource, 'create', wrong);
      expect(result.error?.message).toMatch(new RegExp(`^(Hand-Over|Flight) \\(${groupOnWire}\\) must be an object`));
    });
  });
}
