/**
 * A stub of the carriers in a process of its own, so that its memory and work are not counted. Answers every number with
 * the same label of 100 KB, or with a parcel of a dozen events. Tells its port on the IPC channel.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

const LABEL = Buffer.concat([
  Buffer.from('%PDF-1.4\n%\n'),
  Buffer.alloc(
    100_000,
    Uint8Array.from({ length: 997 }, (_, at) => 32 + ((at * 7919) % 95)),
  ),
  Buffer.from('\n%%EOF\n'),
]);
const LABEL_BASE64 = LABEL.toString('base64');
const EVENTS = 12;

const server = createServer((request, response) => {
  void textOf(request).then((body) => answer(request, body, response));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : undefined);
});
process.on('disconnect', () => process.exit());

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of request) if (piece instanceof Uint8Array) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

function answer({ url = '', headers }: IncomingMessage, body: string, response: ServerResponse): void {
  if (url.endsWith('.pdf')) response.writeHead(200, { 'Content-Type': 'application/pdf' }).end(LABEL);
  else if (url.includes('/etower/')) json(response, etowerReply(url, JSON.parse(body)));
  else if (url.includes('/mgoship/')) json(response, mgoshipReply(body));
  else {
    const text = JSON.stringify(eccangReply(body, headers.host ?? ''));
    response.writeHead(200, { 'Content-Type': 'text/xml; charset=utf-8' }).end(enveloped(text));
  }
}

function json(response: ServerResponse, value: object): void {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

function etowerReply(url: string, asked: unknown): object {
  const numbers = url.endsWith('/labels') ? listIn(asked, 'orderIds') : Array.isArray(asked) ? asked.map(String) : [];
  const entryOf = url.endsWith('/labels') ? labelOf : etowerTracking;
  return { status: 'Success', errors: null, data: numbers.map(entryOf) };
}

function labelOf(orderId: string): object {
  return {
    status: 'Success',
    errors: null,
    labelContent: LABEL_BASE64,
    orderId,
    trackingNo: orderId,
    labelContents: null,
  };
}

function etowerTracking(orderId: string): object {
  const events = Array.from({ length: EVENTS }, (_, index) => ({
    trackingNo: orderId,
    eventTime: `2026-09-${day(index)}T14:13:43`,
    eventCode: index === 0 ? 'INF' : 'SCN',
    activity: `ARRIVED AT SORTING FACILITY ${index}`,
    location: `SYDNEY NSW ${2000 + index}`,
    referenceTrackingNo: null,
    destCountry: 'AU',
    country: 'CN',
    timeZone: 'GMT+08:00',
  }));
  return { orderId, status: 'Success', errors: null, events };
}

/** In the words of Eccang TMS: what is asked stands in the JSON of `<paramsJson>`. */
function eccangReply(body: string, host: string): object {
  const params: unknown = JSON.parse(unescaped(/<paramsJson>([^]*?)<\/paramsJson>/.exec(body)?.[1] ?? '{}'));
  const service = /<service>(.*?)<\/service>/.exec(body)?.[1] ?? '';
  const number = fieldIn(params, 'reference_no');
  if (service === 'getCargoTrack') {
    return { ask: 'Success', message: 'Success', Data: listIn(params, 'codes').map(eccangTracking), Error: [] };
  }
  if (service === 'getLabelUrl') {
    return { ask: 'Success', message: 'Success', url: `http://${host}/labels/${number}.pdf`, reference_no: number };
  }
  return {
    ask: 'Success',
    message: 'Success',
    reference_no: number,
    shipping_method_no: `LZ${number}CN`,
    order_code: `EC${number}YQ`,
    track_status: 1,
    sender_info_status: 1,
    'time_cost(s)': '0.437490940094',
  };
}

function eccangTracking(code: string): object {
  const detail = Array.from({ length: EVENTS }, (_, index) => ({
    Occur_date: `2026-09-${day(EVENTS - index)} 09:26:30`,
    Status: index === EVENTS - 1 ? 'IR' : 'AF',
    Comment: `快件到达作业中心 Shipment arrived at facility ${index}`,
    track_area: 'SHENZHEN',
  }));
  const [{ Occur_date, Comment } = { Occur_date: '', Comment: '' }] = detail;
  return {
    Code: code,
    Country_code: 'FR',
    New_date: Occur_date,
    New_Comment: Comment,
    Status: 'AF',
    Detail: detail,
  };
}

function mgoshipReply(body: string): object {
  const number = /orderno=([\w-]+)|"orderno":"([\w-]+)"/.exec(decodeURIComponent(body));
  const route = Array.from({ length: EVENTS }, (_, index) => ({
    time: `2026-09-${day(EVENTS - index)} 09:26:30`,
    info: `荷物を到着しました ${index}`,
    location: '東京',
  }));
  const order = {
    orderNo: number?.[1] ?? number?.[2] ?? '1',
    status: '仓库作业中',
    customerno: 'A000091906080D9A',
    storage: '深圳',
    channel: '海运小包',
    shipway: '佐川急便',
    trackno: '362022872364',
    weight: '0.351',
  };
  return { status: { code: 'OK', msg: '获取订单信息成功' }, data: { order, route } };
}

function day(index: number): string {
  return String(index + 1).padStart(2, '0');
}

function fieldIn(value: unknown, name: string): string {
  return typeof value === 'object' && value !== null ? String(Reflect.get(value, name)) : '';
}

function listIn(value: unknown, name: string): string[] {
  const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return Array.isArray(list) ? list.map(String) : [];
}

function unescaped(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&apos;', "'")
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function enveloped(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns1="http://www.example.org/Ec/"><SOAP-ENV:Body><ns1:callServiceResponse><response>${escaped}</response></ns1:callServiceResponse></SOAP-ENV:Body></SOAP-ENV:Envelope>`;
}
