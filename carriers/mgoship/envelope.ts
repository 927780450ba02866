import type { MgoshipCredentials, Operation } from './account';
import { inSampleForm } from './params';
import { signatureOf } from './signature';

/**
 * The body of a call (`mgoship.md` 3): compact JSON, so that what is signed is what is sent. The parcel pages of 2020
 * write `sign` and `version` before `params`, all others after (`mgoship.md` 2).
 * @throws CarrierError `credentials` when the credential cannot sign
 */
export function writeEnvelope(
  { module, action }: Operation,
  params: unknown,
  credentials: Omit<MgoshipCredentials, 'environment'>,
): string {
  const sent = inSampleForm(params);
  const appid = credentials.appId.trim();
  const version = credentials.version.trim();
  const sign = signatureOf(
    {
      template: credentials.signatureTemplate,
      algorithm: credentials.signatureAlgorithm,
      letterCase: credentials.signatureCase,
    },
    { appId: appid, secret: credentials.appSecret.trim(), version, module, action, params: sent },
  );
  return JSON.stringify(
    module === 'tms_orders' ? { appid, sign, version, params: sent } : { appid, params: sent, sign, version },
  );
}
