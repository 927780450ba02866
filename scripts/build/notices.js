const { readdirSync, readFileSync } = require('node:fs');
const { writeFile } = require('node:fs/promises');
const path = require('node:path');

/** The licences of the bundled libraries ask that their texts travel along. */
async function noticesOf(files, root, dist) {
  const packages = new Set(files.map(packageOf).filter((folder) => folder !== undefined));
  const notices = [...packages].sort().map((folder) => noticeOf(path.join(root, folder)));
  await writeFile(path.join(dist, 'THIRD-PARTY-NOTICES.txt'), notices.join('\n\n'));
}

function packageOf(file) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file ? readFileSync(path.join(folder, file), 'utf8').trim() : `Licence: ${license}`;
  return `${name} ${version}\n\n${text}`;
}

module.exports = { noticesOf };
