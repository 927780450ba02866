import { objectOf, textOf, type JsonObject } from '../../../carriers/shared/json-value';
import { textsIn, type Carrier } from './answer';

/** The documented answer to `getOrder`, without the members that are empty in it. */
const found = (number: string) => ({
  reference_no: number,
  data: {
    shipping_method: 'PK0068',
    country_code: 'AD',
    reference_no: number,
    shipper_hawbcode: number,
    shipping_method_no: number,
    channel_hawbcode: '34161184947327',
    order_weight: '1.000',
    order_pieces: '1',
    modify_date: '2018-04-17 17:39:08',
    mail_cargo_type: '1',
    is_return: 'N',
    status: 'C',
    Consignee: { consignee_countrycode: 'AD', consignee_name: 'Sample', consignee_street: '1 Example Street' },
    Shipper: {
      shipper_name: 'Sample Shipper',
      shipper_countrycode: 'CN',
      shipper_city: '深圳',
      shipper_street: '1 Example Road',
      shipper_postcode: '518000',
      shipper_telephone: '13800138001',
    },
    ItemArr: [
      {
        invoice_enname: 'Phone case',
        unit_code: 'PCE',
        invoice_weight: '0.000',
        invoice_quantity: '1',
        invoice_totalcharge: '0.000',
        invoice_currencycode: 'USD',
        box_no: 'U001',
      },
    ],
    volume: [{ length: '1.0', width: '1.0', height: '1.0', grossweight: '15.620', box_no: 'U001', cbm: '0.001' }],
  },
});

const tracked = (number: string) => ({
  Code: number,
  Country_code: 'FR',
  New_date: '2019-12-31 09:26:30',
  New_Comment: '快件操作完成',
  Status: 'DF',
  Detail: [
    ['2019-12-31 09:26:30', 'DF', '快件操作完成 Shipment departed from facility', 'SHENZHEN'],
    ['2019-12-31 07:26:30', 'AF', '快件到达作业中心 Shipment arrived at facility', 'SHENZHEN'],
    ['2019-12-10 17:33:00', 'IR', '快件电子信息已经收到 Shipment information received', ''],
  ].map(([Occur_date, Status, Comment, track_area]) => ({ Occur_date, Status, Comment, track_area })),
});

const made = (reference: string) => ({
  reference_no: reference,
  shipping_method_no: `TN${reference}`,
  order_code: `EC${reference}`,
  track_status: 1,
  sender_info_status: 1,
});

const SERVICES: Record<string, (number: string, params: JsonObject, host: string) => object> = {
  getOrder: found,
  createOrder: made,
  getLabelUrl: (number, _, host) => ({ url: `${host}/eccang/label/${number}.pdf`, type: 'pdf', reference_no: number }),
  getCargoTrack: (_, { codes }) => ({ Data: textsIn(codes).map(tracked), Error: [] }),
};

export const eccang: Carrier = (_, body, host) => {
  const service = within(body, 'service');
  const params = objectOf(JSON.parse(unescaped(within(body, 'paramsJson'))));
  const answered = SERVICES[service]?.(textOf(params['reference_no']) ?? '', params, host);
  const content = { ask: 'Success', message: 'Success', ...answered };
  const isCreation = service === 'createOrder';
  return { type: 'text/xml; charset=utf-8', body: envelope(content), ...(isCreation ? { order: params } : {}) };
};

function within(xml: string, element: string): string {
  return xml.slice(xml.indexOf(`<${element}>`) + element.length + 2, xml.lastIndexOf(`</${element}>`));
}

function unescaped(text: string): string {
  const [, content] = /^\s*<!\[CDATA\[([^]*)\]\]>\s*$/.exec(text) ?? [];
  if (content !== undefined) return content;
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** As PHP's SOAP server writes it. */
function envelope(content: object): string {
  const json = JSON.stringify(content).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<?xml version="1.0" encoding="UTF-8"?>
<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns1="http://www.example.org/Ec/"><SOAP-ENV:Body><ns1:callServiceResponse><response>${json}</response></ns1:callServiceResponse></SOAP-ENV:Body></SOAP-ENV:Envelope>
`;
}
