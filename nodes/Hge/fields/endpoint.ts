import { choice, flag, json, text } from '#carriers/shared/rows';
import { field } from '#nodes/shared/form/row-property';

export const method = field(
  'method',
  choice('Method', 'Method that your HGE manual gives for the endpoint', { GET: ['GET', 'Only Query Product Services (查询产品服务), as far as is known'], POST: ['POST', 'All others'] }, { initial: 'POST' }),
);

export const path = field(
  'path',
  text('Path', 'What follows /openapi/customer/ in your HGE manual. A slash at its end is part of it and is kept. Known to the public are order_create/, query_order/, scanform/ and manifest/ only.', {
    required: true,
    example: 'query_order/',
  }),
);

export const body = field('body', json('Body', "The endpoint's own parameters, an object or a list", { example: '{"num_type": 1, "num": "CS1298738912739131"}' }), { displayOptions: { show: { method: ['POST'] } } });

export const query = field('query', json('Query', 'Parameters that go into the address, as an object of names and values', { example: '{"name": "value"}' }), { displayOptions: { show: { method: ['GET'] } } });

export const onlyReads = field('onlyReads', flag('Only Reads', 'Whether this endpoint changes nothing, so that it may be sent again when no answer came. Otherwise a POST is sent once.'));
