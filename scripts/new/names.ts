import { readdirSync } from 'node:fs';
import path from 'node:path';

/** What a new carrier is called. */
export interface CarrierNames {
  /** In folders, addresses and output: `acme`. */
  name: string;
  /** In classes and the node's folder: `Acme`. */
  className: string;
  /** In constants: `ACME`. */
  constant: string;
  /** What users see: `Acme Express`. */
  title: string;
}

/**
 * @param command as it is typed, for the message
 * @param given NAME and, if wanted, what users see
 * @throws Error that says what is wrong with them and how to write them
 */
export function carrierNames(command: string, given: readonly string[], root: string): CarrierNames {
  const usage = `Write npm run ${command} NAME ["Display Name"], for example npm run ${command} acme "Acme Express".`;
  const [name = '', title = capitalised(name), ...others] = given;
  if (name === '') throw new Error(`A name is missing. ${usage}`);
  if (!/^[a-z][a-z0-9]*$/.test(name)) {
    throw new Error(`"${name}" is no name: it takes small letters and digits, and begins with a letter. ${usage}`);
  }
  if (others.length > 0) throw new Error(`"${others.join(' ')}" is too much: put the display name in quotes. ${usage}`);
  if (!TITLE.test(title)) {
    throw new Error(`"${title}" is no display name: each of its words begins with a capital letter. ${usage}`);
  }
  const names = { name, className: capitalised(name), constant: name.toUpperCase(), title };
  const taken = ['carriers', 'nodes', 'sandbox'].find((floor) => has(path.join(root, floor), name));
  if (taken !== undefined) throw new Error(`"${name}" is there already, in ${taken}/. Take another name.`);
  return names;
}

const TITLE = /^[A-Z0-9(][A-Za-z0-9)]*( [A-Z0-9(][A-Za-z0-9)]*)*$/;

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A folder or a file of that name, whatever its capitals. */
function has(folder: string, name: string): boolean {
  return readdirSync(folder).some((entry) => entry.toLowerCase().replace(/\.ts$/, '') === name);
}
