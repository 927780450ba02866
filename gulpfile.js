const { rm } = require('node:fs/promises');
const path = require('node:path');
const { dest, parallel, series, src } = require('gulp');
const { bundle } = require('./scripts/build/bundle');
const { orderSchema } = require('./scripts/build/order-schema');
const { outputSchemas } = require('./scripts/build/output-schemas');

const DIST = path.join(__dirname, 'dist');

function clean() {
  return rm(DIST, { recursive: true, force: true });
}

/** n8n reads icons and codex files beside the nodes; credentials point to the icon of their node. */
function assets() {
  return src('nodes/**/*.{svg,png,node.json}', { encoding: false }).pipe(dest('dist/nodes'));
}

function compile() {
  return bundle(__dirname, DIST);
}

/** What the neutral order may hold, for those who make one (docs/order.md). */
function schema() {
  return orderSchema(__dirname, DIST);
}

/** What each operation gives, which n8n shows before a step ran (docs/architecture.md). */
function outputs() {
  return outputSchemas(__dirname, DIST);
}

exports.clean = clean;
exports.build = series(clean, parallel(compile, assets, schema, outputs));
exports.default = exports.build;
