import type { Reply } from '../../carrier';
import { json } from '../answers';

/** `etower.md` A.4. */
export function success(data: unknown): Reply {
  return json(200, { success: true, code: '0', data, errors: [] });
}

export type FailureCode = '1001' | '1002' | '1003' | '1004';

const texts: Readonly<Record<FailureCode, { zh_CN: string; en_US: string }>> = {
  '1001': { zh_CN: '参数校验失败', en_US: 'Parameter validation failed' },
  '1002': { zh_CN: '订单不存在', en_US: 'Order does not exist' },
  '1003': { zh_CN: '无权限访问该订单', en_US: 'No permission for this order' },
  '1004': { zh_CN: '订单UUID格式错误', en_US: 'Order UUID has a wrong format' },
};

export function failure(code: FailureCode, language: string, detail = ''): Reply {
  const text = texts[code][language === 'zh_CN' ? 'zh_CN' : 'en_US'];
  return json(200, { success: false, code, data: null, errors: [detail === '' ? text : `${text}: ${detail}`] });
}

/** The reply to an expired session is not documented (A.2); this is the sandbox's. */
export function noSession(): Reply {
  return json(401, { success: false, code: '401', data: null, errors: ['Please log in'] });
}
