import {
  ICredentialsHelper,
  isExpression,
  NodeHelpers,
  UserError,
  type ICredentialDataDecryptedObject,
  type ICredentials,
  type IDataObject,
  type IHttpRequestHelper,
  type IHttpRequestOptions,
  type INode,
  type INodeCredentialsDetails,
  type INodeProperties,
  type IRequestOptionsSimplified,
  type IRequestOptionsSimplifiedAuth,
  type IWorkflowExecuteAdditionalData,
  type Workflow,
} from 'n8n-workflow';
import { notSupported } from './execution';
import type { NodePackage } from './node-package';
import { isObject } from './object';
import { SetupError } from './setup-error';

/** The fields of one credential, as the user would type them into n8n's form. Expressions are not evaluated. */
export type CredentialFields = Readonly<Record<string, string | number | boolean>>;

/** Credentials by type name, such as `huahanApi`. */
export type Credentials = Readonly<Record<string, CredentialFields>>;

/** The given fields with the defaults of the type's form for those that are missing; hidden fields are left out, as in n8n. */
export function withDefaults(
  properties: INodeProperties[],
  fields: CredentialFields,
): Record<string, string | number | boolean> {
  const complete = NodeHelpers.getNodeParameters(properties, { ...fields }, true, false, null, null);
  return Object.fromEntries(Object.entries(complete ?? {}).filter(isField));
}

/** Answers the engine's questions about credentials out of memory: nothing is stored, encrypted or refreshed. */
export class GivenCredentials extends ICredentialsHelper {
  constructor(
    private readonly nodePackage: NodePackage,
    private readonly given: Credentials,
  ) {
    super();
  }

  override getParentTypes(type: string): string[] {
    const parents = this.nodePackage.credential(type).extends ?? [];
    return [...parents, ...parents.flatMap((parent) => this.getParentTypes(parent))];
  }

  override isCredentialUsableByNode(): boolean {
    return true;
  }

  override getCredentialsProperties(type: string): INodeProperties[] {
    return this.nodePackage.credential(type).properties;
  }

  override getDecrypted(
    _additionalData: IWorkflowExecuteAdditionalData,
    _details: INodeCredentialsDetails,
    type: string,
  ): Promise<ICredentialDataDecryptedObject> {
    const fields = this.given[type];
    if (!fields) return Promise.reject(new SetupError(`The credential "${type}" was not given.`));
    return Promise.resolve(withDefaults(this.getCredentialsProperties(type), fields));
  }

  override async authenticate(
    credentials: ICredentialDataDecryptedObject,
    type: string,
    request: IHttpRequestOptions | IRequestOptionsSimplified,
    workflow: Workflow,
    node: INode,
  ): Promise<IHttpRequestOptions> {
    if (!isHttpRequest(request)) throw new UserError('Only httpRequestWithAuthentication is supported here.');
    const { authenticate } = this.nodePackage.credential(type);
    if (!authenticate) return request;
    if (typeof authenticate === 'function') return authenticate(credentials, request);
    const resolve = (value: string): unknown =>
      isExpression(value)
        ? workflow.expression.getSimpleParameterValue(
            node,
            value,
            'internal',
            { $credentials: credentials },
            undefined,
            '',
          )
        : value;
    return addGeneric(request, authenticate.properties, resolve);
  }

  override preAuthentication(
    helpers: IHttpRequestHelper,
    credentials: ICredentialDataDecryptedObject,
    type: string,
    _node: INode,
    expired: boolean,
  ): Promise<ICredentialDataDecryptedObject | undefined> {
    return expired ? this.runPreAuthentication(helpers, credentials, type) : Promise.resolve(undefined);
  }

  override runPreAuthentication(
    _helpers: IHttpRequestHelper,
    _credentials: ICredentialDataDecryptedObject,
    type: string,
  ): Promise<ICredentialDataDecryptedObject | undefined> {
    const logsIn = this.nodePackage.credential(type).preAuthentication !== undefined;
    return logsIn ? notSupported('Logging in before a request') : Promise.resolve(undefined);
  }

  override getCredentials(): Promise<ICredentials> {
    return notSupported('Stored credentials');
  }

  override updateCredentials(): Promise<void> {
    return notSupported('Storing credentials');
  }

  override updateCredentialsOauthTokenData(): Promise<void> {
    return notSupported('OAuth');
  }
}

function addGeneric(
  request: IHttpRequestOptions,
  properties: IRequestOptionsSimplifiedAuth,
  resolve: (value: string) => unknown,
): IHttpRequestOptions {
  const { headers, qs, body, auth } = properties;
  return {
    ...request,
    headers: { ...request.headers, ...resolveAll(headers, resolve) },
    ...(qs && { qs: { ...request.qs, ...resolveAll(qs, resolve) } }),
    ...(body && { body: { ...(isObject(request.body) ? request.body : {}), ...resolveAll(body, resolve) } }),
    ...(auth && {
      auth: { ...auth, username: String(resolve(auth.username)), password: String(resolve(auth.password)) },
    }),
  };
}

/** Names and values may both be expressions. */
function resolveAll(fields: IDataObject | undefined, resolve: (value: string) => unknown): IDataObject {
  return Object.fromEntries(
    Object.entries(fields ?? {}).map(([name, value]) => [
      String(resolve(name)),
      typeof value === 'string' ? String(resolve(value)) : value,
    ]),
  );
}

function isField(entry: [string, unknown]): entry is [string, string | number | boolean] {
  return ['string', 'number', 'boolean'].includes(typeof entry[1]);
}

function isHttpRequest(request: IHttpRequestOptions | IRequestOptionsSimplified): request is IHttpRequestOptions {
  return 'url' in request;
}
