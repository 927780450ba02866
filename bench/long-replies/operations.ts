import * as eccang from '../../carriers/eccang';
import * as etower from '../../carriers/etower';
import * as hge from '../../carriers/hge';
import * as huahan from '../../carriers/huahan';
import * as mgoship from '../../carriers/mgoship';
import { EccangTms } from '../../nodes/EccangTms/EccangTms.node';
import { inNode } from './in-node';

export interface Operation {
  name: string;
  run: (url: string) => Promise<unknown>;
  /** The whole reply, with this JSON where the carrier puts what was asked for. */
  wrap: (json: string) => string;
  /** The member in which entries hold a list of their own, or a label. */
  holds?: string;
  isXml?: true;
}

const NUMBERS = ['A1', 'A2'];

const etowerClient = (baseUrl: string) =>
  new etower.EtowerClient({ region: 'custom', baseUrl, token: 'exampleToken0001', key: 'exampleSecretKey0001' });
const portalClient = (baseUrl: string) =>
  new etower.PortalClient({ baseUrl, sessionId: 'exampleSession0001', language: 'en' });
const hgeClient = (url: string) =>
  new hge.HgeClient({
    environment: 'custom',
    baseUrl: `${url}/openapi/customer/`,
    apiKey: 'exampleKey0001',
    apiSecret: 'exampleSecret0001',
    apiToken: 'exampleToken0001',
    language: 'en',
  });
const mgoshipClient = (url: string) =>
  new mgoship.MgoshipClient({
    environment: 'custom',
    baseUrl: `${url}/api.php`,
    appId: 'exampleApp01',
    appSecret: 'exampleSecret0001',
    version: '1',
    signatureTemplate: '{appId}{secret}{params}',
    signatureAlgorithm: 'md5',
    signatureCase: 'lower',
  });
const eccangClient = (baseUrl: string) =>
  new eccang.EccangClient(eccang.ECCANG, { baseUrl, appToken: 'exampleToken0001', appKey: 'exampleKey0001' });
const huahanClient = (baseUrl: string) =>
  new eccang.EccangClient(huahan.HUAHAN, { baseUrl, appToken: 'exampleToken0001', appKey: 'exampleKey0001' });

const inEccangNode = (baseUrl: string, parameters: object): Promise<unknown> =>
  inNode(
    new EccangTms(),
    { baseUrl, appToken: 'exampleToken0001', appKey: 'exampleKey0001' },
    { simplify: true, returnAll: true, download: true, number: 'A1', options: {}, ...parameters },
  );

const inEtower = (json: string): string => `{"status":"Success","errors":null,"data":${json}}`;
const inHge = (json: string): string => `{"code":200,"success":true,"detail":"OK","data":${json}}`;
const inMgoship = (json: string): string => `{"status":{"code":"OK","msg":"","count":"1"},"data":${json}}`;
const inPortal = (json: string): string => `{"success":true,"code":"0","data":${json}}`;
const inEccang = (json: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns1="http://www.example.org/Ec/"><SOAP-ENV:Body><ns1:callServiceResponse><response>${escaped(
    `{"ask":"Success","message":"Success","data":${json}}`,
  )}</response></ns1:callServiceResponse></SOAP-ENV:Body></SOAP-ENV:Envelope>`;

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

export const OPERATIONS: readonly Operation[] = [
  {
    name: 'hge get order',
    wrap: inHge,
    holds: 'parcel_list',
    run: (url) => hge.getOrder(hgeClient(url), { numberType: 1, number: 'A1' }),
  },
  {
    name: 'eccang get order',
    wrap: inEccang,
    isXml: true,
    holds: 'ItemArr',
    run: (url) => eccang.getOrder(eccangClient(url), 'A1'),
  },
  {
    name: 'eccang track',
    wrap: inEccang,
    isXml: true,
    holds: 'Detail',
    run: (url) => eccang.trackParcels(eccangClient(url), NUMBERS),
  },
  {
    name: 'eccang products',
    wrap: inEccang,
    isXml: true,
    run: (url) => eccang.listProducts(eccangClient(url)),
  },
  {
    name: 'eccang labels',
    wrap: inEccang,
    isXml: true,
    holds: 'url',
    run: (url) => eccang.getLabels(eccangClient(url), { numbers: NUMBERS }),
  },
  {
    name: 'huahan weights',
    wrap: inEccang,
    isXml: true,
    run: (url) => huahan.getBilledWeights(huahanClient(url), NUMBERS),
  },
  {
    name: 'etower get orders',
    wrap: inEtower,
    holds: 'piecesResult',
    run: (url) => etower.getOrders(etowerClient(url), NUMBERS),
  },
  {
    name: 'etower track',
    wrap: inEtower,
    holds: 'events',
    run: (url) => etower.trackParcels(etowerClient(url), NUMBERS),
  },
  { name: 'etower services', wrap: inEtower, run: (url) => etower.listServices(etowerClient(url)) },
  {
    name: 'etower labels',
    wrap: inEtower,
    holds: 'labelContent',
    run: (url) => etower.printLabels(etowerClient(url), NUMBERS, {}),
  },
  {
    name: 'node eccang products',
    wrap: inEccang,
    isXml: true,
    run: (url) => inEccangNode(url, { resource: 'product', operation: 'getMany' }),
  },
  {
    name: 'node eccang label',
    wrap: inEccang,
    isXml: true,
    holds: 'url',
    run: (url) => inEccangNode(url, { resource: 'label', operation: 'get' }),
  },
  { name: 'portal services', wrap: inPortal, run: (url) => etower.listPortalServices(portalClient(url), 'US') },
  {
    name: 'mgoship stock log',
    wrap: inMgoship,
    run: (url) => mgoship.listRecords(mgoshipClient(url), mgoship.STOCK_LOG, {}, Infinity),
  },
  {
    name: 'mgoship get order',
    wrap: inMgoship,
    holds: 'route',
    run: (url) => mgoship.getParcelOrder(mgoshipClient(url), { numberType: 'customerno', number: 'A1' }),
  },
];
