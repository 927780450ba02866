/** Loads one file, in plain JavaScript: no loader of TypeScript and no engine is in its time and memory. */
const path = require('node:path');

const [, , root, file] = process.argv;

process.on('disconnect', () => process.exit());
process.once('message', () => {
  require(path.join(root, 'node_modules/n8n-workflow'));
  process.once('message', () => process.send({ sample: measured() }));
  process.send('ready');
});

function measured() {
  global.gc();
  const memory = process.memoryUsage.rss();
  const cpu = process.cpuUsage();
  const begun = performance.now();
  require(path.join(root, file));
  const wallMs = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs, cpuMs: (user + system) / 1000, memoryMb: (process.memoryUsage.rss() - memory) / 1024 / 1024 };
}
