import { ANY_NUMBER } from '#carriers/shared/pasted';
import { choice, json, text } from '#carriers/shared/rows';
import { field } from '#nodes/shared/form/row-property';

/** Not marked as required: n8n would ask for it whenever Number Type is an expression, whatever that gives. */
export const numberTypeCode = field('numberTypeCode', text('Number Type Code', 'The value of num_type, a whole number', { example: '2' }), { displayOptions: { show: { numberType: ['other'] } } });

export const number = field('number', text('Number', 'The number itself, of the type above (num)', { required: true, fold: ANY_NUMBER, example: 'CS1298738912739131' }));

export const parcelsFrom = field(
  'parcelsFrom',
  choice('Parcels From', 'How to give the parcels and the items in them', { Fields: ['fields', 'Enter each parcel and its items'], JSON: ['json', 'Pass a list, e.g. built by an earlier node'] }),
  { noDataExpression: true },
);

export const additionalFieldsJson = field(
  'additionalFieldsJson',
  json('Additional Fields (JSON)', "Fields that this form does not have, with HGE's own names. They are merged into the request: objects grow, anything else here takes the place of what the form gives.", {
    example: '{"field_name": "value"}',
  }),
);
