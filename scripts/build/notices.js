const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { mkdir, writeFile } = require('node:fs/promises');
const path = require('node:path');

const HEAD = `The files in shared hold code of these packages, each under the licence that follows its name.`;
const RULE = '-'.repeat(80);

/**
 * The licences of the bundled libraries ask that their texts travel along.
 *
 * @param {readonly string[]} files what was bundled, relative to `root`
 * @returns names and versions of the bundled packages
 * @throws Error that names every bundled package of which there is no licence text
 */
async function noticesOf(files, root, dist) {
  const folders = [...new Set(files.map(packageOf).filter((folder) => folder !== undefined))].sort();
  const notices = folders.map((folder) => noticeOf(path.join(root, folder)));
  const missing = notices.filter(({ text }) => text === undefined).map(({ name, licence }) => `${name} (${licence})`);
  if (missing.length > 0) {
    throw new Error(`No licence text to ship for ${missing.join(', ')}: see scripts/build/notices.js`);
  }
  const unique = [...new Map(notices.map((notice) => [notice.name, notice])).values()];
  const sections = unique.map(({ name, licence, text }) => `${RULE}\n${name}\nLicence: ${licence}\n\n${text}\n`);
  await mkdir(dist, { recursive: true });
  await writeFile(path.join(dist, 'THIRD-PARTY-NOTICES.txt'), [`${HEAD}\n`, ...sections].join('\n'));
  return unique.map(({ name }) => name);
}

function packageOf(file) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

function noticeOf(folder) {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const text = licenceFilesOf(folder) ?? readmeSectionOf(folder) ?? standardTextOf(manifest);
  return { name: `${manifest.name} ${manifest.version}`, licence: String(manifest.license), text };
}

function licenceFilesOf(folder) {
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)\b/i.test(name));
  const texts = names.sort().map((name) => readFileSync(path.join(folder, name), 'utf8').trim());
  return texts.some(isWhole) ? texts.join('\n\n') : undefined;
}

/** Some packages have their licence at the end of the README and nowhere else. */
function readmeSectionOf(folder) {
  const readme = readdirSync(folder).find((name) => /^readme\b/i.test(name));
  if (readme === undefined) return undefined;
  const text = readFileSync(path.join(folder, readme), 'utf8');
  const section = /^(?:#+ *licen[cs]e *|licen[cs]e *\n[-=]+ *)\n([^]*?)(?=^#|^\[[^\]]+\]:|(?![^]))/im.exec(text)?.[1];
  const plain = section?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').trim();
  return plain !== undefined && isWhole(plain) ? plain : undefined;
}

/** A package that only names its licence: the text of that name, with the author that the package names. */
function standardTextOf({ license, author }) {
  const holder = typeof author === 'object' && author !== null ? author.name : author;
  const file = path.join(path.dirname(require.resolve('spdx-license-list')), 'licenses', `${license}.json`);
  if (!holder || !existsSync(file)) return undefined;
  const text = JSON.parse(readFileSync(file, 'utf8')).licenseText.trim();
  return text.replace(/^(Copyright \(c\)) <year> <[^>]+>/im, `$1 ${holder}`);
}

/** Names of a licence and links to it are shorter, and tell no holder. */
function isWhole(text) {
  return text.length > 400 && /copyright/i.test(text);
}

module.exports = { noticesOf };
