import credentials from '../../../examples/credentials.sandbox.json';
import type { CarrierRequest, Reply } from '../../carrier';
import { bodyReply, plainReply } from '../../reply';
import { services } from '../catalogue';
import type { Orders } from '../orders';
import { failure, noSession, success } from './replies';
import { template } from './spreadsheet';
import { upload } from './upload';
import { channel, detail } from './views';

/** Folder of the shipper portal's API, `etower.md` A.5. */
export const portalPath = '/api/shipper/v1/';

const { sessionId } = credentials.etowerPortalApi;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An order of another shipper: 1003 for everybody here. */
const foreignOrder = '550e8400-e29b-41d4-a716-446655441003';

export interface Portal {
  answer(request: CarrierRequest, path: string): Promise<Reply>;
  reset(): void;
}

export function createPortal(orders: Orders): Portal {
  const uploaded = new Set<string>();
  return {
    async answer(request, path) {
      const operation = path.slice(portalPath.length);
      if (request.method === 'GET' && operation === 'template/file') return templateFile(request);
      if (request.headers.sessionid !== sessionId) return noSession();
      const language = String(request.headers.language ?? '');
      if (!isLanguage(language)) return failure('1001', language, 'language');
      if (request.method === 'POST' && operation === 'order/upload/uploadOrder')
        return upload(request, language, uploaded);
      if (request.method !== 'GET') return plainReply(405, 'Method not allowed');
      const [, asked] = /^parcel\/order\/edit\/(.+)$/.exec(operation) ?? [];
      if (asked !== undefined) return orderDetail(request, decodeURIComponent(asked), language, orders);
      if (operation === 'channel/servicesByShipperAndCountry') return channels(request, language);
      if (operation === 'channel/serviceOptions') return channelOptions(request, language);
      return plainReply(404, 'Not found');
    },
    reset: () => uploaded.clear(),
  };
}

function orderDetail({ headers }: CarrierRequest, asked: string, language: string, orders: Orders): Reply {
  if (headers['content-type'] !== 'application/json') return failure('1001', language, 'Content-Type');
  if (!uuid.test(asked)) return failure('1004', language);
  if (asked.toLowerCase() === foreignOrder) return failure('1003', language);
  const order = orders.byUuid(asked);
  return order ? success(detail(order)) : failure('1002', language);
}

function channels({ query }: CarrierRequest, language: string): Reply {
  const country = query.get('country') ?? '';
  if (!/^[A-Z]{2}$/.test(country)) return failure('1001', language, 'country');
  return success(
    services.filter(({ destinations }) => destinations.includes(country)).map((each) => channel(each, country)),
  );
}

function channelOptions({ query }: CarrierRequest, language: string): Reply {
  const asked = services.find(({ channelId }) => String(channelId) === query.get('channelId'));
  if (!asked) return failure('1001', language, 'channelId');
  return success(asked.options.map((code, index) => ({ id: index + 1, code, description: `${asked.name}: ${code}` })));
}

/** The session is part of the address (A.5.6). */
function templateFile({ query }: CarrierRequest): Reply {
  const language = query.get('language') ?? '';
  if (query.get('sessionId') !== sessionId) return noSession();
  if (!isLanguage(language) || query.get('templateName') !== 'parcel_upload_template') {
    return failure('1001', language, 'templateName');
  }
  return bodyReply(
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    template(['Reference No', 'Recipient Name', 'Address Line 1', 'City', 'Postcode', 'Country']),
    { 'Content-Disposition': 'attachment; filename=parcel_upload_template.xlsx' },
  );
}

function isLanguage(language: string): boolean {
  return language === 'zh_CN' || language === 'en_US';
}
