/**
 * What differs from node to node, so that every check goes over all of them. A row counts once its node is in the packed
 * package.
 */
export interface NodeRow {
  /** Node name after the package's. */
  node: string;
  displayName: string;
  /** Words that a user of this carrier types into the node panel. */
  searchedBy: readonly string[];
  credentials: readonly CredentialRow[];
  /** A searchable list that is loaded from the carrier, to be seen in the editor. */
  list?: ListRow;
}

export interface CredentialRow {
  type: string;
  /** What it is called in n8n. */
  name: string;
  /** The field that is spoiled for the wrong secret. */
  secret: string;
}

export interface ListRow {
  resource: string;
  operation: string;
  parameter: string;
  /** Other parameters that the list depends on. */
  parameters?: Readonly<Record<string, unknown>>;
  /** Typed into the list's search; the result must hold `finds`. */
  search: string;
  finds: string;
  /** Text that the list shows when the secret is wrong. */
  refusal: string;
}

export interface ExampleItems {
  /** File in `examples/` with what the workflow is started with. */
  items: string;
  /** Only so many of them. */
  count?: number;
}

const CARRIER_ROWS: readonly NodeRow[] = [
  {
    node: 'eccangTms',
    displayName: 'Eccang TMS',
    searchedBy: ['Eccang', '易仓'],
    credentials: [{ type: 'eccangTmsApi', name: 'Eccang TMS sandbox', secret: 'appKey' }],
    list: {
      resource: 'order',
      operation: 'create',
      parameter: 'shippingMethod',
      search: 'PK0001',
      finds: 'PK0001',
      refusal: 'appToken或appKey无效',
    },
  },
  {
    node: 'huahan',
    displayName: 'Huahan Logistics',
    searchedBy: ['Huahan', '华翰'],
    credentials: [{ type: 'huahanApi', name: 'Huahan sandbox', secret: 'appKey' }],
    list: {
      resource: 'order',
      operation: 'create',
      parameter: 'shippingMethod',
      search: 'PK0001',
      finds: 'PK0001',
      refusal: 'appToken或appKey无效',
    },
  },
  {
    node: 'hge',
    displayName: 'HGE (Hanjin)',
    searchedBy: ['HGE', 'Hanjin'],
    credentials: [{ type: 'hgeApi', name: 'HGE sandbox', secret: 'apiSecret' }],
  },
  {
    node: 'etower',
    displayName: 'eTower (WallTech)',
    searchedBy: ['eTower', 'WallTech'],
    credentials: [
      { type: 'etowerApi', name: 'eTower sandbox', secret: 'key' },
      { type: 'etowerPortalApi', name: 'eTower portal sandbox', secret: 'sessionId' },
    ],
    list: {
      resource: 'order',
      operation: 'create',
      parameter: 'serviceCode',
      search: 'DIRECT.LINK',
      finds: 'DIRECT.LINK',
      refusal: 'did not accept the credentials',
    },
  },
  {
    node: 'mgoship',
    displayName: 'Mgoship',
    searchedBy: ['Mgoship'],
    credentials: [{ type: 'mgoshipApi', name: 'Mgoship sandbox', secret: 'appSecret' }],
    list: {
      resource: 'outboundOrder',
      operation: 'create',
      parameter: 'shipWay',
      search: '38',
      finds: '38',
      refusal: '签名错误',
    },
  },
];

/** The node of all carriers has a credential of each; eTower's portal is not asked by it. */
const PARCEL_ROW: NodeRow = {
  node: 'parcel',
  displayName: 'Parcel (All Carriers)',
  searchedBy: ['multi-carrier', 'merge labels', '面单'],
  credentials: CARRIER_ROWS.flatMap(({ credentials }) => credentials).filter(({ type }) => type !== 'etowerPortalApi'),
  list: {
    resource: 'order',
    operation: 'create',
    parameter: 'service',
    parameters: { carrier: 'huahan' },
    search: 'PK0088',
    finds: 'PK0088',
    refusal: 'appToken或appKey无效',
  },
};

export const NODE_ROWS: readonly NodeRow[] = [...CARRIER_ROWS, PARCEL_ROW];

/** Each credential once, whichever nodes have it. */
export function credentialsOf(rows: readonly NodeRow[]): CredentialRow[] {
  const all = rows.flatMap(({ credentials }) => credentials);
  return all.filter(({ type }, at) => all.findIndex((each) => each.type === type) === at);
}

/** Examples that start with something else than all orders of `orders.json`. */
export const EXAMPLE_ITEMS: Readonly<Record<string, ExampleItems>> = {
  'compare-rates.workflow.json': { items: 'orders.rates.json' },
  'ship-to-japan-mgoship.workflow.json': { items: 'orders.japan.json' },
  'ship-shopify-orders.workflow.json': { items: 'orders.shopify.json' },
  'ship-with-any-carrier.workflow.json': { items: 'orders.carriers.json' },
  'hge-endpoint-call.workflow.json': { items: 'orders.json', count: 1 },
};

/** What the form holds when a list is asked for that depends on other fields, by the name of the list's method. */
export const LIST_PARAMETERS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  searchPortalServices: { resource: 'portalService', operation: 'getOptions', country: located('US') },
  // eTower's list of this name depends on nothing.
  searchServices: { resource: 'order', operation: 'create', carrier: 'huahan' },
  searchPortalServiceOptions: { resource: 'portalService', operation: 'getOptions', channelId: located('929') },
};

/** The value of a field that is chosen from a list. */
function located(value: string): object {
  return { __rl: true, mode: 'list', value };
}

export interface HttpRequestRow {
  credential: string;
  /** A secret field that must not be seen anywhere. */
  secret: string;
  method: 'GET' | 'POST';
  path: string;
  body?: Readonly<Record<string, unknown>>;
  query?: Readonly<Record<string, unknown>>;
  /** What the answer of the sandbox holds when the signature is right. */
  answers: readonly string[];
}

/** One signed call per credential through n8n's own HTTP Request node. */
export const HTTP_REQUESTS: readonly HttpRequestRow[] = [
  ...(['eccang', 'huahan'] as const).map((family): HttpRequestRow => ({
    credential: family === 'eccang' ? 'eccangTmsApi' : 'huahanApi',
    secret: 'appKey',
    method: 'POST',
    path: `/${family}/default/svc/web-service`,
    body: { service: 'getShippingMethod', paramsJson: {} },
    answers: ['Success', 'PK0001'],
  })),
  {
    credential: 'hgeApi',
    secret: 'apiSecret',
    method: 'POST',
    path: '/hge/openapi/customer/query_order/',
    body: { num_type: 1, num: 'NO-SUCH-ORDER' },
    answers: ['"data"'],
  },
  {
    credential: 'etowerApi',
    secret: 'key',
    method: 'GET',
    path: '/etower/services/shipper/service-catalog',
    answers: ['DIRECT.LINK.US.L3'],
  },
  {
    credential: 'etowerPortalApi',
    secret: 'sessionId',
    method: 'GET',
    path: '/etower/api/shipper/v1/channel/servicesByShipperAndCountry',
    query: { country: 'US' },
    answers: ['930'],
  },
  {
    credential: 'mgoshipApi',
    secret: 'appSecret',
    method: 'POST',
    path: '/mgoship/api.php',
    query: { op: 'storage', mod: 'stock', action: 'get_stock_log' },
    body: {
      params: { storageid: '', sku: '', goodsId: '', subid: '', start_time: '', end_time: '', page: 1, limit: 1 },
    },
    answers: ['"OK"', 'total_count'],
  },
];
