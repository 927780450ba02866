const { mkdir, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { require: load } = require('tsx/cjs/api');
const z = require('zod/v4');

/** Writes the JSON Schema of the neutral order from the same source as its check: `carriers/shared/order-schema.ts`. */
async function orderSchema(root, dist) {
  const { ORDER_SCHEMA } = load('./carriers/shared/order-schema.ts', path.join(root, 'gulpfile.js'));
  const schema = { title: 'Order', ...z.toJSONSchema(ORDER_SCHEMA, { io: 'input' }) };
  await mkdir(dist, { recursive: true });
  await writeFile(path.join(dist, 'order.schema.json'), `${JSON.stringify(schema)}\n`);
}

module.exports = { orderSchema };
