import { keyIn } from '#carriers/shared/account';
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
): { body: string; signature: string } {
  const sent = inSampleForm(params);
  const appid = keyIn('App ID', credentials.appId);
  const version = keyIn('Version', credentials.version);
  const secret = keyIn('Secret', credentials.appSecret);
  const sign = signatureOf(
    {
      template: credentials.signatureTemplate,
      algorithm: credentials.signatureAlgorithm,
      letterCase: credentials.signatureCase,
    },
    { appId: appid, secret, version, module, action, params: sent },
  );
  const body = JSON.stringify(
    module === 'tms_orders' ? { appid, sign, version, params: sent } : { appid, params: sent, sign, version },
  );
  return { body, signature: sign };
}
