import type { Service } from '../../eccang/deployment';

/** `huahan.md` 3.10: the recorded answer has no `message`. */
export const getShippingMethod: Service = (_params, { deployment }) => ({
  ask: 'Success',
  data: deployment.products.map(({ code, chinese, english, group, trackStatus, aging, note }) => ({
    code,
    cn_name: chinese,
    en_name: english,
    group_code: group,
    track_status: trackStatus === 3 ? 'N' : 'Y',
    aging,
    note,
  })),
});
