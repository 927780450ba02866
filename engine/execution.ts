import { randomUUID } from 'node:crypto';
import { ExternalSecretsProxy, type ExecutionLifecycleHooks } from 'n8n-core';
import { UserError, type ICredentialsHelper, type IWorkflowExecuteAdditionalData } from 'n8n-workflow';

/** The engine wants addresses in the form of URLs, even though nothing listens there. */
const NOWHERE = 'http://localhost:5678/';

/** What the engine needs to know about the n8n around it: there is none, so only credentials and hooks are real. */
export function executionSurroundings(
  credentialsHelper: ICredentialsHelper,
  hooks?: ExecutionLifecycleHooks,
): IWorkflowExecuteAdditionalData {
  return {
    credentialsHelper,
    ...(hooks && { hooks }),
    executionId: hooks?.executionId ?? randomUUID(),
    currentNodeExecutionIndex: 0,
    externalSecretsProxy: new ExternalSecretsProxy(),
    variables: {},
    restApiUrl: `${NOWHERE}rest`,
    instanceBaseUrl: NOWHERE,
    formBaseUrl: `${NOWHERE}form`,
    formWaitingBaseUrl: `${NOWHERE}form-waiting`,
    formTestBaseUrl: `${NOWHERE}form-test`,
    webhookBaseUrl: `${NOWHERE}webhook`,
    webhookWaitingBaseUrl: `${NOWHERE}webhook-waiting`,
    webhookTestBaseUrl: `${NOWHERE}webhook-test`,
    mcpBaseUrl: `${NOWHERE}mcp`,
    mcpTestBaseUrl: `${NOWHERE}mcp-test`,
    setExecutionStatus: () => undefined,
    logAiEvent: () => undefined,
    executeWorkflow: () => notSupported('A sub-workflow'),
    getRunExecutionData: () => notSupported('Reading another execution'),
    getRuntimeCredential: () => notSupported('A runtime credential'),
    startRunnerTask: () => notSupported('The Code node'),
  };
}

/** The answer to everything that needs a real n8n. */
export function notSupported(what: string): Promise<never> {
  return Promise.reject(new UserError(`${what} is not supported in a headless run.`));
}
