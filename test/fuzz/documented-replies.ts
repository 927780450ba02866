import {
  cancelOrder,
  createOrder,
  ECCANG,
  EccangClient,
  getOrder,
  getRequiredFields,
  getTrackingNumberChanges,
  interceptOrder,
  labelLinks,
  listProducts,
  numberChangeOf,
  productOf,
  quoteOf,
  quoteRates,
  trackParcels,
  updateWeights,
  validateOrder,
  type EccangDeployment,
} from '../../carriers/eccang';
import * as etower from '../../carriers/etower';
import * as hge from '../../carriers/hge';
import { CarrierError, Transport } from '../../carriers/http';
import { replyOf } from '../../carriers/http/reply';
import {
  getBilledWeights,
  getFbaLabels,
  getMergedLabel,
  getOrderFee,
  getProofsOfDispatch,
  HUAHAN,
} from '../../carriers/huahan';
import * as mgoship from '../../carriers/mgoship';
import { listOf, objectOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { documented, documentedJson } from '../documented';
import { credentials as mgoshipAccount } from '../contract/mgoship/wire';
import { type Bytes, type Choose } from './disturbances';

/** A documented reply, and what a user gets of it without the carrier's own data. */
export interface Documented {
  file: string;
  value: unknown;
  /** The JSON as the carrier sends it. */
  framed: (json: string, choose: Choose) => string;
  /** It is no text, so no charset changes it. */
  isFile?: true;
  ask: () => Promise<unknown>;
}

const bare = (json: string): string => json;

/** The JSON in the documented envelope, escaped or in CDATA. */
function enveloped(json: string, choose: Choose): string {
  const escaped = json.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const inside = [escaped, `<![CDATA[${json}]]>`, `\ufeff\n${escaped}`][choose(3)] ?? '';
  const [before = '', after = ''] = documented('eccang', 'envelope.response.xml').split(
    /(?<=<response>).*(?=<\/response>)/s,
  );
  return before + inside + after;
}

const account = { baseUrl: 'http://127.0.0.1:1', appToken: 'APP_TOKEN', appKey: 'APP_KEY' };

function family(
  deployment: EccangDeployment,
  name: string,
  read: (client: EccangClient, reply: JsonObject) => Promise<unknown>,
): Documented {
  const file = `${name}.response.json`;
  const value = documentedJson(deployment.carrier, file);
  const client = new EccangClient(deployment, account);
  return { file, value, framed: enveloped, ask: () => read(client, objectOf(value)) };
}

const inJson = (carrier: string, file: string, ask: (reply: JsonObject) => Promise<unknown>): Documented => {
  const value = documentedJson(carrier, file);
  return { file, value, framed: bare, ask: () => ask(objectOf(value)) };
};

const numbersIn = (entries: unknown, field: string): string[] =>
  listOf(entries).map((entry) => textOf(entry[field]) ?? '');

const integration = new etower.EtowerClient({ region: 'custom', ...account, token: 'token000', key: 'key00000' });
const portal = new etower.PortalClient({ ...account, sessionId: 'session0000', language: 'en_US' });
const hgeClient = new hge.HgeClient({
  environment: 'custom',
  ...account,
  apiKey: 'k',
  apiSecret: 's',
  apiToken: 't',
  language: 'en',
});
const mgoshipClient = new mgoship.MgoshipClient({ ...mgoshipAccount, baseUrl: account.baseUrl });

/** A reply of eTower's integration API, asked for by the numbers in it. */
const ofOrders = (name: string, ask: (numbers: string[]) => Promise<readonly ({ parcel: unknown } | Error)[]>) =>
  inJson('etower', `${name}.response.json`, async ({ data }) => parcels(await ask(numbersIn(data, 'orderId'))));

/** An error as a part of an outcome. */
function errorIn(error: unknown): unknown {
  if (!(error instanceof CarrierError)) throw error;
  return { kind: error.kind, message: error.message };
}

function parcels(answers: readonly ({ parcel: unknown } | Error)[]): unknown {
  return answers.map((answer) => (answer instanceof Error ? errorIn(answer) : answer.parcel));
}

/** The same, with the files of labels. */
function labels(answers: readonly ({ parcel: unknown; files: unknown } | Error)[]): unknown {
  return answers.map((answer) =>
    answer instanceof Error ? errorIn(answer) : { parcel: answer.parcel, files: answer.files },
  );
}

/** A reply with a label in the place of the manual's `<Base64 file>`. */
function ofLabels(name: string, ask: () => Promise<unknown>): Documented {
  const file = `${name}.response.json`;
  const label = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n').toString('base64');
  const value: unknown = JSON.parse(documented('etower', file).replaceAll('<Base64 file>', label));
  return { file, value, framed: bare, ask };
}

/** Derived bodies of HGE's result codes, as answers to a query and to a create. */
const hgeErrors = listOf(documentedJson('hge', 'envelope.errors.derived.json')).map(({ id, response }): Documented => ({
  file: `envelope.errors.derived.json ${textOf(id) ?? ''}`,
  value: response,
  framed: bare,
  ask: async () => ({
    read: await hge.getOrder(hgeClient, { numberType: 1, number: '40' }).catch(errorIn),
    write: await hge.createOrder(hgeClient, { customer_order_num: 'A-1' }).catch(errorIn),
  }),
}));

const WORKBOOK = 'PK\x03\x04 workbook PK\x05\x06'.padEnd(40, '\0');

const newOrder = { order: { referenceNo: 'TESTING1231211' }, returnExisting: false };

export const REPLIES: readonly Documented[] = [
  family(ECCANG, 'addressValidate', async (client) => (await validateOrder(client, {})).validation),
  family(ECCANG, 'cancelOrder', async (client) => (await cancelOrder(client, 'CR36600006'))['reference_no']),
  family(ECCANG, 'createOrder', async (client) => (await createOrder(client, { reference_no: 'TEST0001' })).parcel),
  family(ECCANG, 'feeTrail', async (client) => (await quoteRates(client, {})).map((entry) => quoteOf('eccang', entry))),
  family(ECCANG, 'getFieldRule', (client) => getRequiredFields(client, 'P', 'US')),
  family(ECCANG, 'getLabelByTemplate', async (client) =>
    labelLinks(client, await client.call('x', {}, { intent: 'read' })),
  ),
  family(ECCANG, 'getOrder', async (client) => (await getOrder(client, 'QGADCX18041700000003')).parcel),
  family(ECCANG, 'getTrackingNumberChangeRecord', async (client) =>
    (await getTrackingNumberChanges(client, { waybill: 'W' })).map((entry) => numberChangeOf('eccang', entry)),
  ),
  family(
    ECCANG,
    'interceptOrder',
    async (client) => (await interceptOrder(client, { number: 'QGPLAI18041700000003' }))['reference_no'],
  ),
  family(HUAHAN, 'batchGetLabelUrl', async (client) =>
    labelLinks(client, await getMergedLabel(client, { numbers: ['W'], labelType: 1, labelContentType: 1 })),
  ),
  family(HUAHAN, 'batchGetDeliveryProof', async (client, { data }) =>
    (await getProofsOfDispatch(client, numbersIn(data, 'reference_no'))).map((proof) =>
      proof instanceof Error ? errorIn(proof) : proof['url'],
    ),
  ),
  family(HUAHAN, 'createOrder', async (client) => (await createOrder(client, { reference_no: 'TEST0001' })).parcel),
  family(HUAHAN, 'getBillingWeight', async (client, { Data }) =>
    (await getBilledWeights(client, numbersIn(Data, 'Code'))).map((answer) =>
      answer instanceof Error ? errorIn(answer) : answer.weight,
    ),
  ),
  family(HUAHAN, 'getCargoTrack', async (client, { Data }) =>
    parcels(await trackParcels(client, numbersIn(Data, 'Code'))),
  ),
  family(HUAHAN, 'getCargoTrackPdd', async (client, { Data }) =>
    parcels(await trackParcels(client, numbersIn(Data, 'Code'), 'getCargoTrackPdd')),
  ),
  family(HUAHAN, 'getFbaLabel', (client, { data }) => getFbaLabels(client, numbersIn(data, 'child_number'))),
  family(HUAHAN, 'getFbaLabel.failure', (client) => getFbaLabels(client, ['HHWAA4236000002YQU0011'])),
  family(HUAHAN, 'getOrder', async (client) => (await getOrder(client, 'HHWEW0007000006YQ')).parcel),
  family(HUAHAN, 'getOrderFee', async (client) => (await getOrderFee(client, 'W')).charges),
  family(HUAHAN, 'getShippingMethod', async (client) => (await listProducts(client)).map(productOf)),
  family(
    HUAHAN,
    'interceptOrder',
    async (client) => (await interceptOrder(client, { number: 'HHWDE0098000004YQ' }))['reference_no'],
  ),
  family(HUAHAN, 'modifyOrderWeight', async (client, { Result }) =>
    (
      await updateWeights(
        client,
        numbersIn(Result, 'order_code').map((order_code) => ({ order_code, weight: '1' })),
      )
    ).map((entry) => (entry instanceof Error ? errorIn(entry) : entry['order_code'])),
  ),
  ofOrders('close-shipments', (numbers) => etower.closeShipments(integration, numbers, { numberType: 'shipmentIds' })),
  ofOrders('create-orders', () => etower.createOrders(integration, [newOrder])),
  ofOrders('delete-order', async () => [await etower.deleteOrder(integration, 'SAMPLE-20200806140623')]),
  ofOrders('forecast-manifests', (numbers) => etower.sendManifest(integration, numbers)),
  ofOrders('hold-orders', (numbers) => etower.holdOrders(integration, numbers, 1)),
  ofOrders('query-orders', (numbers) => etower.getOrders(integration, numbers)),
  ofOrders('tracking-events', (numbers) => etower.trackParcels(integration, numbers)),
  ofOrders('tracking-numbers', (numbers) => etower.getTrackingNumbers(integration, numbers)),
  ofLabels('create-order-labels', async () => labels(await etower.createOrdersWithLabels(integration, [newOrder], {}))),
  ofLabels('print-labels', async () => labels(await etower.printLabels(integration, ['JDQ002445001000931503'], {}))),
  // The carrier gives no number of a pickup.
  inJson('etower', 'pickup-requests.response.json', async () => {
    await etower.requestPickup(integration, {});
    return 'booked';
  }),
  {
    ...inJson('etower', 'download-template.response.json', async () => {
      const { content, ...named } = await etower.downloadTemplate(portal, 'parcel_upload_template');
      // What PHP prints after a file stays there: it is behind its end.
      return { ...named, content: content.toString('latin1', 0, WORKBOOK.length) };
    }),
    framed: () => WORKBOOK,
    isFile: true,
  },
  inJson('etower', 'handover.response.json', async () => {
    const bags = listOf(objectOf(documentedJson('etower', 'handover.request.json'))['bags']);
    return parcels((await etower.handOverBags(integration, {}, bags)).map(etower.ofWholeBag));
  }),
  inJson('etower', 'service-catalog.response.json', async () =>
    (await etower.listServices(integration)).map(etower.serviceOf),
  ),
  inJson(
    'etower',
    'get-order-detail.response.json',
    async () => (await etower.getPortalOrder(portal, '550e8400-e29b-41d4-a716-446655440000')).parcel,
  ),
  inJson('etower', 'list-services.response.json', async () =>
    (await etower.listPortalServices(portal, 'US')).map(etower.portalServiceOf),
  ),
  inJson('etower', 'list-service-options.response.json', async () =>
    (await etower.listPortalServiceOptions(portal, '1')).map(etower.portalServiceOptionOf),
  ),
  inJson('etower', 'upload-orders.response.json', async () => (await etower.uploadOrders(portal, UPLOAD)).result),
  inJson(
    'hge',
    'query_order.response.json',
    async () => (await hge.getOrder(hgeClient, { numberType: 1, number: '40' })).parcel,
  ),
  ...hgeErrors,
  inJson('mgoship', 'base.cal_ship_fee.response.partial.json', async () =>
    (await mgoship.estimateRates(mgoshipClient, {})).map(mgoship.rateOf),
  ),
  inJson('mgoship', 'derived/base.cal_ship_fee.response.priced.json', async () =>
    (await mgoship.estimateRates(mgoshipClient, {})).map(mgoship.rateOf),
  ),
  inJson('mgoship', 'in_orders.delete_in_order.response.json', async () =>
    mgoship.statusTextOf(await mgoship.deleteInboundOrder(mgoshipClient, '1')),
  ),
  inJson('mgoship', 'tms_orders.delete_tms_order.response.json', async () =>
    mgoship.statusTextOf(await mgoship.deleteParcelOrder(mgoshipClient, { numberType: 'orderNo', number: '1' })),
  ),
  inJson('mgoship', 'in_orders.get_inorder_label.response.json', () =>
    mgoship.getInboundLabelLinks(mgoshipClient, '121218772473', '100'),
  ),
  inJson(
    'mgoship',
    'tms_orders.get_tms_order_detail.response.json',
    async () => (await mgoship.getParcelOrder(mgoshipClient, { numberType: 'orderNo', number: '1' })).parcel,
  ),
  inJson('mgoship', 'derived/envelope.empty-list.response.json', () =>
    mgoship.listRecords(mgoshipClient, mgoship.STOCK_LOG, {}, 10),
  ),
  inJson('mgoship', 'derived/envelope.error.response.json', () => mgoship.estimateRates(mgoshipClient, {})),
  inJson('mgoship', 'derived/stock.get_stock_log.response.json', () =>
    mgoship.listRecords(mgoshipClient, mgoship.STOCK_LOG, {}, 10),
  ),
];

const UPLOAD = {
  fileName: 'orders.xlsx',
  content: Buffer.from('PK\x03\x04'),
  templateId: '0',
  facility: '*',
  country: 'US',
  channelId: '1',
};

/** What the next calls are answered with. */
let answer: Bytes & { status?: number };

/** Answers every call of the tests of a file in the place of the carrier. */
export function answerCalls(): void {
  beforeAll(() => {
    jest.spyOn(Transport.prototype, 'send').mockImplementation(async (request) => {
      if (typeof request === 'function') request();
      return replyOf(
        { status: 200, ...answer },
        (text) => text,
        () => undefined,
      );
    });
  });
  afterAll(() => jest.restoreAllMocks());
}

/** What came, or the carrier's refusal. @throws whatever else is thrown */
export async function outcome({ ask }: Documented, bytes: Bytes & { status?: number }): Promise<unknown> {
  answer = bytes;
  return ask().catch(errorIn);
}
