/** Calls as data, for what is measured beside the package: a path, and a body with `NUMBER` in the place of the number. */
import type { CallName } from './case';

export interface Call {
  method: 'GET' | 'POST';
  path: string;
  type: string;
  body: string;
  /** What is done with the reply. */
  reads: 'json' | 'text' | 'bytes';
}

const json = (path: string, body: unknown): Call => ({
  method: 'POST',
  path,
  type: 'application/json',
  body: JSON.stringify(body),
  reads: 'json',
});

const soap = (carrier: string, service: string, params: object): Call => ({
  method: 'POST',
  path: `/${carrier}/default/svc/web-service`,
  type: 'application/xml',
  body: `<?xml version="1.0" encoding="UTF-8"?><SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns1="http://www.example.org/Ec/"><SOAP-ENV:Body><ns1:callService><paramsJson><![CDATA[${JSON.stringify(params)}]]></paramsJson><appToken>sample-app-token</appToken><appKey>sample-app-key</appKey><service>${service}</service></ns1:callService></SOAP-ENV:Body></SOAP-ENV:Envelope>`,
  reads: 'text',
});

const mgoship = (action: string, params: object): Call =>
  json(`/mgoship/api.php?op=storage&mod=tms_orders&action=${action}`, {
    appid: 'M90001',
    sign: 'E722242FB0E0E240FC8B840F7AB2E9E0A4737A29',
    version: '1.0',
    params,
  });

export const CALLS: Record<CallName, Call> = {
  mgoshipGet: mgoship('get_tms_order_detail', { customerno: '', orderNo: 'NUMBER', trackno: '' }),
  etowerTrack: json('/etower/services/shipper/trackingEvents', ['NUMBER']),
  etowerGet: json('/etower/services/shipper/queryorders', ['NUMBER']),
  etowerCreate: json('/etower/services/shipper/orders', [
    { referenceNo: 'NUMBER', country: 'AU', description: 'Dress', weight: 1.5, recipientName: 'Jane Sample' },
  ]),
  huahanTrack: soap('huahan', 'getCargoTrack', { codes: ['NUMBER'] }),
  eccangCreate: soap('eccang', 'createOrder', { reference_no: 'NUMBER', country_code: 'US', order_weight: 0.25 }),
  eccangLabel: soap('eccang', 'getLabelUrl', { reference_no: 'NUMBER' }),
  eccangFile: { method: 'GET', path: '/eccang/label/NUMBER.pdf', type: '', body: '', reads: 'bytes' },
};

export function inCall(call: Call, number: string): { path: string; body: string } {
  return { path: call.path.replace('NUMBER', number), body: call.body.replace('NUMBER', number) };
}
