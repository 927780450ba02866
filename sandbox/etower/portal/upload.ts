import { createHash } from 'node:crypto';
import type { CarrierRequest, Reply } from '../../carrier';
import { services } from '../catalogue';
import { partsOf } from './multipart';
import { failure, success } from './replies';

const largest = 15 * 1024 * 1024;
const beginnings = [Buffer.from('PK\x03\x04', 'latin1'), Buffer.from('\xd0\xcf\x11\xe0', 'latin1')];

/**
 * Upload of a spreadsheet (`etower.md` A.5.5). Its columns are not documented, so the rows are not read: the first upload
 * of a file succeeds, and the same file again has the rows refused whose references then exist.
 */
export function upload({ headers, body }: CarrierRequest, language: string, seen: Set<string>): Reply {
  const parts = partsOf(headers['content-type'] ?? '', body);
  const { fileName = '', content = Buffer.alloc(0) } = parts?.get('file') ?? {};
  const field = (name: string) => parts?.get(name)?.content.toString('utf8') ?? '';
  const missing = ['templateId', 'facility', 'country', 'channelId'].find((name) => field(name) === '');
  if (missing !== undefined) return failure('1001', language, missing);
  if (!services.some(({ channelId }) => String(channelId) === field('channelId'))) {
    return failure('1001', language, 'channelId');
  }
  if (!/\.xlsx?$/i.test(fileName) || content.length > largest) return failure('1001', language, 'file');
  if (!beginnings.some((bytes) => content.subarray(0, 4).equals(bytes))) return nothingCreated('文件格式错误', []);
  if (!content.includes('sheet')) return nothingCreated('', ['参考号', '收件人']);
  const fingerprint = createHash('sha256').update(content).digest('hex');
  const rowErrors = seen.has(fingerprint) ? [2, 5].map(existing) : [];
  seen.add(fingerprint);
  return result({ uploadResult: true, rowErrors });
}

function existing(rowNo: number) {
  return { rowNo, columnNo: 'A', errorMessage: '参考号已存在', maxValue: null, maxValueName: null, hints: null };
}

/** Success and code "0" all the same. */
function nothingCreated(errorMessage: string, missHeaders: readonly string[]): Reply {
  return result({ uploadResult: false, errorMessage, missHeaders });
}

function result(fields: object): Reply {
  const empty = { errorMessage: '', errors: [], missHeaders: [], rowWarnings: [], rowErrors: [], verrors: [] };
  return success({ ...empty, ...fields });
}
