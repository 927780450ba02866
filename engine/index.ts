/**
 * Runs workflows and node methods in n8n-core, without n8n: no database, no server, no files left behind.
 * Used by the `workflow` command, the demo, the benchmark, the end-to-end tests and the engine tests.
 */
export { ensureBuilt, PROJECT_ROOT } from './build';
export { writeBinaries } from './binary-files';
export { chain, step, type Step } from './chain';
export type { CredentialFields, Credentials } from './credentials';
export { endProcess, stopEngine } from './engine';
export { listSearch, loadOptions, testCredential, type NodeMethodCall } from './node-methods';
export type { BinaryDescription, BinaryFile, ErrorText, OutputItem, WorkflowResult, WorkflowRun } from './outcome';
export type { NodeProgress } from './progress';
export { runWorkflow, watchRuns, type NodeState, type RecordedRun, type WorkflowRequest } from './run-workflow';
export { SetupError } from './setup-error';
