import type { INodeProperties } from 'n8n-workflow';
import { open, type Place } from '#nodes/shared/form/places';
import { additionalFieldsJson } from './fields/order';

/** Says in the form what is not known. `seen` names the part of the request that HGE's public manual shows. */
export function partialNotice(seen: string): INodeProperties {
  return {
    displayName: `HGE's public manual shows only the beginning of this request: ${seen}. Which fields are required, what follows and what is answered is not known. Put what your own HGE manual asks for besides into Additional Fields (JSON), or pass the whole request with Input Mode JSON.`,
    name: 'partialNotice',
    type: 'notice',
    default: '',
  };
}

/** What the table does not have. Stands last in a form: places are merged in their order. */
export const additionalFields: Place = {
  takes: [],
  show: () => ({
    properties: [additionalFieldsJson],
    labels: {},
    read: (source) => source.object(additionalFieldsJson.name),
  }),
};

/**
 * A field that the form asks for, though HGE documents none as required: without it nobody finds again what was sent.
 * @param shown as, where the row does not say it
 */
export function demanded(wireName: string, shown: Partial<Pick<INodeProperties, 'displayName' | 'name'>> = {}): Place {
  const place = open(wireName);
  return {
    ...place,
    show: (rows, setting) => {
      const part = place.show(rows, setting);
      const properties = part.properties.map((property) => ({ ...property, ...shown, required: true }));
      return {
        ...part,
        properties,
        read: (source) => Object.fromEntries(properties.map(({ name }) => [wireName, source.text(name)])),
      };
    },
  };
}
