import { isDeepStrictEqual } from 'node:util';
import {
  closeShipments,
  createOrders,
  deleteOrder,
  EtowerClient,
  getLabelData,
  getOrders,
  getPortalOrder,
  getTrackingNumbers,
  handOverBags,
  holdOrders,
  listPortalServiceOptions,
  listPortalServices,
  listServices,
  ofWholeBag,
  PortalClient,
  portalServiceOf,
  portalServiceOptionOf,
  printLabels,
  sendManifest,
  serviceOf,
  trackParcels,
  uploadOrders,
} from '../../../carriers/etower';
import { CarrierError } from '../../../carriers/http';
import { isObject, objectOf, type JsonObject } from '#carriers/shared/json-value';
import { carrierThat } from '../carrier';
import { documented, SESSION, success as granted, UUID } from './portal-wire';
import { accountAt, example, firstOf, newOrder, pdf, reply, success } from './wire';

/** Every field that the tables of the reference name (`etower.md`), which are more than the vendor's samples hold. */
const party = (prefix: string): JsonObject =>
  Object.fromEntries(
    ['Name', 'AddressLine1', 'AddressLine2', 'AddressLine3', 'City', 'State', 'Postcode', 'Country', 'Phone'].map(
      (part) => [prefix + part, `${prefix} ${part}`],
    ),
  );
const item = {
  ...{
    itemNo: '1',
    sku: 'S-1',
    description: 'Dress',
    nativeDescription: '连衣裙',
    hsCode: '620442',
    originCountry: 'CN',
  },
  ...{ itemCount: 2, unitValue: 3.5, weight: 0.2, productURL: 'https://shop.example.com/1', warehouseNo: 'W-1' },
  ...{ use: 'wear', material: 'cotton' },
};
const numbered = { orderId: 'N', trackingNo: 'T', warnings: 'slow', lastMileCarrier: 'Post', relabelStatus: 3 };
const created = success({
  ...{ warnings: [{ code: 1, message: 'address changed' }], orderId: 'O', referenceNo: 'N', trackingNo: 'T' },
  ...{ connoteId: 'C', extraProperty: { injectPort: 'YYZ', customsClearanceType: 'BE' } },
  piecesResult: [success({ orderId: 'O-2', referenceNo: 'N-2', trackingNo: 'T-2', connoteId: 'C-2' })],
});
const queried = success({
  orderId: 'O',
  order: {
    ...objectOf(firstOf(example('query-orders')['data'])['order']),
    ...party('shipper'),
    ...party('return'),
    ...{ addressline2: 'Flat 2', addressline3: 'Yard', actualWeight: 0.03, sku: 'A1 x 2', instruction: 'Ring' },
    ...{ facility: 'CAN', serviceCode: 'UBI', recipientTaxId: 'TAX', returnOption: 'Return', lockerService: true },
    ...{ packingList: 'list', orderItems: [item] },
  },
});
const labelled = success({
  orderId: 'N',
  trackingNo: 'T',
  labelContents: null,
  labelContent: pdf('1'),
  lastMileCarrier: 'Post',
  masterRefno: 'M',
  connoteId: 'C',
});
const labelData = success({
  ...{ orderId: 'N', referenceNo: 'R', trackingNo: 'T', labelType: 1, consignmentId: 'CO', articleId: 'AR' },
  ...{ barCode: 'b', barCodeFnc: 'b1', barCodeEx: 'b2', barCodeEx2: 'b3', barCodeEx2Fnc: 'b4', barCode2D: 'b5' },
  ...{ barCodeImage: 'i', barCode2DImage: 'i2', lodgement: 'l', account: 'a', recipientCompany: 'Company' },
  ...{ ...party('recipient'), ...party('return'), weight: 1, goodsDescription: 'Dress', sku: 'S' },
  ...{ provider: 'p', hub: 'h', matrix: 'm', carrier: 'c', header: 'x', footer: 'y' },
});
const tracked = success({
  orderId: 'N',
  events: [
    {
      ...{
        trackingNo: 'T',
        eventTime: '2026-01-05T10:00:00',
        eventCode: 'SCN',
        activity: 'Processed',
        location: 'SZX',
      },
      ...{ referenceTrackingNo: 'L', destCountry: 'AU', country: 'CN', timeZone: 'GMT+08:00' },
    },
    {
      ...{
        trackingNo: 'T-0',
        eventTime: '2026-01-04T10:00:00',
        eventCode: 'RCV',
        activity: 'Received',
        location: 'CAN',
      },
      ...{ referenceTrackingNo: 'L-0', destCountry: 'NZ', country: 'HK', timeZone: 'GMT+07:00' },
    },
  ],
});

/** As the reference spells them in the newer sample of B.4.6. */
const closed = success({ orderId: 'N', trackingNo: 'T', warnings: 'slow', relabelstatus: 1, lastMailcarrier: 'Post' });

const address = Object.fromEntries(
  [
    ...['contact', 'company', 'addressLine1', 'addressLine2', 'district', 'city', 'province', 'postCode'],
    ...['countryCode', 'email', 'contactNumber'],
  ].map((field) => [field, field]),
);
const place = (country: string) => ({
  country,
  facilities: [{ code: 'CAN', facilityAddress: { ...address, pickups: [{ at: '9' }] } }],
});
const service = {
  ...firstOf(example('service-catalog')['data']),
  ...{ serviceDescription: 'fast', customerSupportPhone: '1', customerSupportEMail: 'a@b.example' },
  ...{ origins: [place('CN')], destinations: [place('AU')] },
};
const channel = {
  ...firstOf(documented('list-services')['data']),
  ...{ description: 'd', remark: 'r', instruction: 'i', nativeName: '线路', lastMailCarrier: 'Post', shortCode: 's' },
  ...{ returnAddressHash: 'h', returnAddressBeautify: 'b', trackingWebSiteList: ['w'], customsAgentPartyList: ['p'] },
  customsAgentPartyIds: [1],
};
const sample = objectOf(documented('get-order-detail')['data']);
const detail = {
  ...sample,
  extendData: {
    ...objectOf(sample['extendData']),
    ...{ abnnumber: 'a', gstexemptioncode: 'g', postage: 'p', icms: 'i', imei1: '1', imei2: '2', virtualId: 'v' },
  },
};
const rowError = { rowNo: 5, columnNo: 'A', errorMessage: 'exists', maxValue: 3, maxValueName: 'kg', hints: 'shorten' };
const uploaded = {
  ...{ errorMessage: 'e', errors: ['x'], missHeaders: ['h'], verrors: ['v'], uploadResult: 'Success' },
  ...{ rowErrors: [rowError], rowWarnings: [{ ...rowError, rowNo: 6 }] },
};
const FILE = {
  ...{ fileName: 'a.xlsx', content: Buffer.from('x'), templateId: '0', facility: '*', country: 'US', channelId: '1' },
};

interface Operation {
  entry: JsonObject;
  /** Asks once, and gives what the user sees. */
  ask: (own: EtowerClient) => Promise<object>;
  leftOut?: readonly string[];
}

interface PortalOperation extends Omit<Operation, 'ask'> {
  ask: (own: PortalClient) => Promise<object>;
  /** The entry is one of a list. */
  listed?: true;
}

const parcel = ([answer]: readonly ({ parcel: object } | CarrierError | undefined)[]): object =>
  answer === undefined || answer instanceof CarrierError ? { refused: answer?.message } : answer.parcel;
const first = ([entry = {}]: readonly JsonObject[]): JsonObject => entry;

const operations: Record<string, Operation> = {
  'orders (B.4.1)': { entry: created, ask: async (own) => parcel(await createOrders(own, [newOrder('N')])) },
  'labels (B.4.3)': {
    entry: labelled,
    ask: async (own) => parcel(await printLabels(own, ['N'], {})),
  },
  'labelSpecs (B.4.4)': { entry: labelData, ask: async (own) => parcel(await getLabelData(own, ['N'])) },
  'manifests (B.4.5)': { entry: success(numbered), ask: async (own) => parcel(await sendManifest(own, ['N'])) },
  'closeShipments (B.4.6)': {
    entry: closed,
    ask: async (own) => parcel(await closeShipments(own, ['N'], { numberType: 'shipmentIds' })),
  },
  'queryorders (B.4.7)': { entry: queried, ask: async (own) => parcel(await getOrders(own, ['T'])) },
  'trackingEvents (B.4.8)': { entry: tracked, ask: async (own) => parcel(await trackParcels(own, ['N'])) },
  'trackingNumbers (B.4.9)': {
    entry: success(numbered),
    ask: async (own) => parcel(await getTrackingNumbers(own, ['N'])),
  },
  'delete (B.4.10)': {
    entry: success({ ...numbered, referenceNo: 'R' }),
    ask: async (own) => parcel([await deleteOrder(own, 'N')]),
  },
  'hold (B.4.12)': { entry: success(numbered), ask: async (own) => parcel(await holdOrders(own, ['N'], 1)) },
  'service-catalog (B.4.14)': { entry: service, ask: async (own) => serviceOf(first(await listServices(own))) },
  'handover (B.4.15)': {
    entry: success({ bagNo: 'B', orderResults: [success({ ...numbered, connoteId: 'C' })] }),
    ask: async (own) => {
      const answers = await handOverBags(own, {}, [{ bagNo: 'B', parcels: [{ trackingNo: 'T' }] }]);
      return parcel(answers.map(ofWholeBag));
    },
    // A bag is known by the number that it was handed over with.
    leftOut: ['bagNo'],
  },
};

const ofPortal: Record<string, PortalOperation> = {
  'order detail (A.5.1)': {
    entry: detail,
    ask: async (own) => parcel([await getPortalOrder(own, UUID)]),
    // Said of orders to Russia alone; the number of an identity card, which is personal.
    leftOut: ['lockerService', 'insur.insureCardNo'],
  },
  'services (A.5.3)': {
    entry: channel,
    listed: true,
    ask: async (own) => portalServiceOf(first(await listPortalServices(own, 'AU'))),
    // Of the portal's own pages; the reference says to ignore them.
    leftOut: [
      ...['providerClass', 'configuredUrl', 'configuredTitle', 'providedUrl', 'providedTitle'],
      ...['provisionedUrl', 'provisionedTitle'],
    ],
  },
  'service options (A.5.4)': {
    entry: { id: 1, code: 'c', description: 'd' },
    listed: true,
    ask: async (own) => portalServiceOptionOf(first(await listPortalServiceOptions(own, '929'))),
  },
  'upload (A.5.5)': {
    entry: uploaded,
    ask: async (own) => (await uploadOrders(own, FILE)).result,
  },
};

it.each(Object.entries(operations))(
  '%s: tells every documented field, but for those that are left out',
  async (_name, { entry, ask, leftOut = [] }) => {
    expect(
      await untold(
        entry,
        (variant) => reply('Success', variant),
        (url) => ask(new EtowerClient(accountAt(url))),
      ),
    ).toEqual(leftOut);
  },
);

it.each(Object.entries(ofPortal))(
  'portal, %s: tells every documented field, but for those that are left out',
  async (_name, { entry, ask, listed, leftOut = [] }) => {
    const answer = (variant: JsonObject) => granted(listed ? [variant] : variant);
    expect(
      await untold(entry, answer, (url) =>
        ask(new PortalClient({ baseUrl: url, sessionId: SESSION, language: 'en_US' })),
      ),
    ).toEqual(leftOut);
  },
);

/** The leaves of an entry that may change without the user seeing it. */
async function untold(
  entry: JsonObject,
  answer: (variant: JsonObject) => object,
  ask: (url: string) => Promise<object>,
): Promise<string[]> {
  let told = entry;
  const { url } = await carrierThat(() => ({ body: JSON.stringify(answer(told)) }));
  const whole = await ask(url);
  const lost: string[] = [];
  for (const path of leavesOf(entry)) {
    told = objectOf(withOther(entry, path.split('.')));
    if (isDeepStrictEqual(await ask(url), whole)) lost.push(path);
  }
  return lost;
}

/** But for what only says whether an answer is one. */
function leavesOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object') return value === 'Success' ? [] : [path];
  return Object.entries(value ?? {}).flatMap(([name, each]) => leavesOf(each, path === '' ? name : `${path}.${name}`));
}

function withOther(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return otherThan(value);
  if (Array.isArray(value)) {
    return value.map((each: unknown, at) => (String(at) === name ? withOther(each, rest) : each));
  }
  return isObject(value) ? { ...value, [name]: withOther(value[name], rest) } : value;
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : `${String(value)}X`;
}
