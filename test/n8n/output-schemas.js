module.exports = globalThis.requireOnce('../output-schemas');
