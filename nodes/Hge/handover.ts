import { checkBody, submit, type HandOver, type HgeClient } from '../../carriers/hge';
import type { JsonObject } from '#carriers/shared/json-value';
import { group } from '#nodes/shared/form/places';
import { RequestForm } from '#nodes/shared/form/request-form';
import { parameterName } from '#nodes/shared/form/row-property';
import { perItem, type Operation } from '#nodes/shared/operation';
import { additionalFields, demanded, partialNotice } from './partial';

interface HandOverForm {
  action: string;
  description: string;
  /** What the public manual shows of the request. */
  seen: string;
  /** The one object in the request, by its name on the wire. */
  object: string;
}

/** Create, for the two submissions that HGE carries out later: a reference, one object, and a rest that is not known. */
export function createHandOver(
  job: HandOver,
  { action, description, seen, object }: HandOverForm,
): Operation<HgeClient> {
  const form = new RequestForm(
    job.table,
    [demanded('reference_num'), group(object, parameterName(object, {}), { asListed: false }), additionalFields],
    { typed: true },
  );
  return perItem<HgeClient, JsonObject>({
    description: {
      name: 'Create',
      value: 'create',
      action,
      description,
      writes: true,
      warning: 'what is submitted cannot be taken back by this node',
      properties: [
        partialNotice(seen),
        ...form.withInputMode(`HGE's own object: reference_num, ${object} and what your manual has besides`),
      ],
    },
    read: (parameters) => form.read(parameters, (body) => checkBody(job.table, body)),
    send: async (client, body) => ({ json: await submit(client, job, body) }),
  });
}
