import type { IExecuteFunctions } from 'n8n-workflow';
import type { CallSettings } from '../../carriers/http';
import { commonOptions, optionsField } from './fields';
import { ItemParameters } from './parameters';

/** What ends the calls of a run, and is told what to show beside its outputs. */
export type RunSettings = Pick<CallSettings, 'signal' | 'stop' | 'tell' | 'waiting'>;

/** What the common options say about every call of a run. A timeout of 0 means the default, as nothing could answer in it. */
export function callSettings(functions: IExecuteFunctions, run: RunSettings): CallSettings {
  const timeoutMs = commonParameters(functions).number('options.timeout') ?? 0;
  return { ...run, ...(timeoutMs > 0 ? { timeoutMs } : {}) };
}

/** The options that every operation has: those of the first item hold for the run. */
export function commonParameters(functions: IExecuteFunctions): ItemParameters {
  return new ItemParameters(functions, 0, [optionsField(commonOptions)]);
}
