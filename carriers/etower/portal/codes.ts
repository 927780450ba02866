import type { CarrierErrorKind } from '../../http';

/** `etower.md` A.4. The meanings stand in for the carrier's text where it gave none. */
export const CODES: Readonly<Record<string, { kind: CarrierErrorKind; meaning: string; hint: string }>> = {
  '1001': {
    kind: 'rejected',
    meaning: 'A parameter is not valid (参数校验失败)',
    hint: "Check the fields against the carrier's manual.",
  },
  '1002': {
    kind: 'not-found',
    meaning: 'The order does not exist (订单不存在)',
    hint: 'Check the UUID; the order may be deleted.',
  },
  '1003': {
    kind: 'rejected',
    meaning: 'This session may not see the order (无权限访问该订单)',
    hint: 'A session sees the orders of its own shipper only. Use a session of the shipper who created the order.',
  },
  '1004': {
    kind: 'rejected',
    meaning: 'The UUID has the wrong format (订单UUID格式错误)',
    hint: 'A UUID has 32 hexadecimal digits in groups of 8-4-4-4-12.',
  },
};
