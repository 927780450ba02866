import type { IExecuteFunctions } from 'n8n-workflow';
import type { CallSettings } from '../../carriers/http';
import { ItemParameters } from './parameters';

/** What the common options say about every call of a run. A timeout of 0 means the default, as nothing could answer in it. */
export function callSettings(functions: IExecuteFunctions, signal: AbortSignal | undefined): CallSettings {
  const timeoutMs = new ItemParameters(functions, 0).number('options.timeout', 'Timeout (Milliseconds)') ?? 0;
  return { ...(timeoutMs > 0 ? { timeoutMs } : {}), ...(signal ? { signal } : {}) };
}
