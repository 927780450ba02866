import { json, text } from '#carriers/shared/rows';
import { field } from '#nodes/shared/form/row-property';

export const moduleName = field('module', text('Module', "Name of the module, as the carrier's manual writes it (mod)", { required: true, example: 'stock' }));

export const actionName = field('action', text('Action', "Name of the action, as the carrier's manual writes it (action)", { required: true, example: 'get_stock_log' }));

export const body = field(
  'body',
  json('Body', "The action's own parameters (params). They are sent in the form of the samples: numbers as text, keys in alphabetical order. appid, sign and version are added.", {
    example: '{"sku": "SKU-001", "page": "1", "limit": "20"}',
  }),
);
