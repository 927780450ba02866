import type {
  ICredentialTestFunctions,
  ICredentialsDecrypted,
  IExecuteFunctions,
  ILoadOptionsFunctions,
  INodeCredentialTestResult,
  INodeListSearchItems,
  INodeListSearchResult,
  INodePropertyOptions,
} from 'n8n-workflow';
import { CarrierError, SentRequests, type CallSettings } from '../../carriers/http';
import { textOf, type JsonObject } from '#carriers/shared/json-value';
import type { Fold } from '#carriers/shared/pasted';
import { nodeErrorOf, sentences } from './errors';
import { withoutLocator } from './locator';
import { callSettings, type RunSettings } from './settings';

export type ListSearch = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;
export type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;
export type CredentialTest = (
  this: ICredentialTestFunctions,
  credential: ICredentialsDecrypted,
) => Promise<INodeCredentialTestResult>;

/** What opens a carrier's client with the account in a credential. */
export interface Session<Client> {
  /** For a run: with the settings in its options, and ended when it is cancelled. */
  forRun: (functions: IExecuteFunctions, run: RunSettings) => Promise<Client>;
  /** For the form: what its lists are loaded with. */
  forForm: (functions: Pick<ILoadOptionsFunctions, 'getCredentials'>) => Promise<Client>;
}

/** @param open makes the client from the fields of the credential */
export function sessionOf<Client>(
  credential: string,
  open: (fields: JsonObject, settings?: CallSettings) => Client,
): Session<Client> {
  return {
    forRun: async (functions, run) => open(await functions.getCredentials(credential), callSettings(functions, run)),
    forForm: async (functions) => open(await functions.getCredentials(credential)),
  };
}

/**
 * What the Test button of a credential says: what is wrong and what to do about it, in the carrier's words or ours.
 * @param test asks the carrier with these settings; what they are told, the user should know although the credential is
 * right
 */
export function testing(
  carrier: string,
  test: (fields: JsonObject, settings: CallSettings) => Promise<void>,
): CredentialTest {
  return async function ({ data = {} }) {
    const notes = new Set<string>();
    try {
      await SentRequests.unseen(() => test(data, { tell: (note) => notes.add(note) }));
      return { status: 'OK', message: sentences(`${carrier} accepted the credentials`, ...notes) };
    } catch (error) {
      const message = error instanceof Error ? error.message : 'The test could not be finished, for an unknown reason';
      const hint = error instanceof CarrierError ? error.hint : undefined;
      return { status: 'Error', message: sentences(message, hint) };
    }
  };
}

/** A list of the form that is searched: of what was loaded, the entries that hold every word of the filter. */
export function searching(load: (functions: ILoadOptionsFunctions) => Promise<INodeListSearchItems[]>): ListSearch {
  return async function (filter = '') {
    const words = filter
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const matches = ({ name, value }: INodeListSearchItems): boolean => {
      const text = `${name} ${String(value)}`.toLowerCase();
      return words.every((word) => text.includes(word));
    };
    const entries = await orNodeError(this, load);
    return { results: entries.filter(matches) };
  };
}

/** A list of the form that is loaded whole. */
export function loading(load: (functions: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>): LoadOptions {
  return async function () {
    return orNodeError(this, load);
  };
}

/** What the form holds at this moment in a field, as it would go out; undefined while it is empty. */
export function chosen(functions: ILoadOptionsFunctions, name: string, fold?: Fold): string | undefined {
  const text = textOf(withoutLocator(functions.getCurrentNodeParameter(name)));
  return text === undefined ? undefined : (fold?.to(text) ?? text);
}

/** How an entry of a list names what it stands for: `PK0001 · Standard · 标准`. */
export function entryName(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** An empty list would hide why there is nothing to choose. */
async function orNodeError<List>(
  functions: ILoadOptionsFunctions,
  load: (functions: ILoadOptionsFunctions) => Promise<List>,
): Promise<List> {
  try {
    return await SentRequests.unseen(() => load(functions));
  } catch (error) {
    throw nodeErrorOf(functions.getNode(), error, 0);
  }
}
