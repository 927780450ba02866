/**
 * What users read of the nodes, and how it is spelt: British English, as most of the interface was written. The words of
 * the trade that no dictionary has are in `trade-words.txt`.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import nspell from 'nspell';

const ROOT = path.join(__dirname, '../..');
const DICTIONARY = path.join(ROOT, 'node_modules/dictionary-en-gb/index');

/**
 * Of these texts, the words that neither the dictionary nor the trade has.
 * @param names of carriers, whose words are right as they are
 */
export function misspelt(texts: readonly string[], names: readonly string[] = []): string[] {
  const words = new Set(texts.flatMap(wordsIn));
  const dictionary = nspell(readFileSync(`${DICTIONARY}.aff`), readFileSync(`${DICTIONARY}.dic`));
  const ofNames = names.flatMap((name) => wordsIn(name.replace(/[()]/g, ' ')));
  for (const word of [...tradeWords(), ...ofNames]) dictionary.add(word);
  return [...words].filter((word) => !dictionary.correct(word)).sort();
}

/** Those in `trade-words.txt`. */
export function tradeWords(): string[] {
  const lines = readFileSync(path.join(__dirname, 'trade-words.txt'), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

/** English words: no code, address, abbreviation, number, nor the name on the wire that stands behind a description. */
export function wordsIn(text: string): string[] {
  const plain = text
    .replace(/<[^>]*>|\{\{.*?\}\}|\{\w*\}|\(\w+\)|https?:\/\/\S*|\S+@\S+/g, ' ')
    .normalize('NFKC')
    .replaceAll('’', "'");
  return plain.split(/[^\p{L}\p{N}_.'/@&$-]+/u).flatMap((token) => {
    const text = token.replace(/^[.'/-]+|[.'/-]+$/g, '').replace(/'s$/, '');
    const parts = /[^A-Za-z'-]/.test(text) ? [] : text.split('-');
    return parts.filter((word) => /^[A-Z]?[a-z]{2,}(?:'[a-z]+)?$/.test(word) && word.length > 2);
  });
}

const TOKEN = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|`((?:\\.|[^`\\])*)`/g;

/** The texts of a program that are sentences, with `…` where a value is filled in. */
export function sentencesIn(program: string): string[] {
  return [...program.matchAll(TOKEN)].flatMap(([, ...texts]) => {
    const text = texts.find((each) => each) ?? '';
    const told = text.replace(/\$\{[^}]*\}/g, '…').replace(/\\(['"`])/g, '$1');
    return /[A-Za-z]{2,}[,:;]? [a-z]+[,:;]? [a-z]{2,}/.test(told) ? [told] : [];
  });
}
