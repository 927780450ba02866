import { text, type JsonRecord } from '../../json';
import { failure, page } from '../answers';
import { absent, problems } from '../checks';
import type { Action, Desk } from '../desk';

/** What a list is made of, and which of its members the filters compare. */
interface Listing {
  filters: readonly string[];
  /** Member with the time that `start_time` and `end_time` bound. */
  time: string;
  /** `mgoship.md` 4: when none is asked for. */
  limit: number;
  records: (desk: Desk) => Iterable<object>;
}

const largestLimit = 100;

/** All filters are sent, unused ones empty (`mgoship.md` 6.2). */
function list({ filters, time, limit: ownLimit, records }: Listing): Action {
  return (params, desk) => {
    const names = [...filters, 'page', 'limit'];
    const wrong = [
      ...absent(params, names, 'params'),
      ...problems(
        params,
        names.map((name) => ({ name })),
        'params',
      ),
    ];
    const number = Number(text(params.page) || 1);
    const limit = Number(text(params.limit) || ownLimit);
    if (wrong.length > 0) return failure(wrong.join(';'));
    if (!(number >= 1) || !(limit >= 1 && limit <= largestLimit)) return failure(`limit不能超过${largestLimit}`);
    const found = [...records(desk)]
      .map((each): JsonRecord => ({ ...each }))
      .filter((each) => fits(each, params, time));
    return page(found.slice((number - 1) * limit, number * limit), found.length);
  };
}

function fits(each: JsonRecord, params: JsonRecord, time: string): boolean {
  const at = Number(each[time]);
  return Object.entries(params).every(([name, value]) => {
    const wanted = text(value);
    if (wanted === '' || name === 'page' || name === 'limit') return true;
    if (name === 'start_time') return at >= Number(wanted);
    if (name === 'end_time') return at <= Number(wanted);
    return text(each[name]) === wanted;
  });
}

export const getInOrder = list({
  filters: [
    'end_time',
    'goodsId',
    'orderNo',
    'ownNO',
    'packageNo',
    'sku',
    'start_time',
    'status',
    'storageid',
    'subid',
  ],
  time: 'addTime',
  limit: 20,
  records: ({ inbound }) => inbound.values(),
});

export const getStockLog = list({
  filters: ['end_time', 'goodsId', 'sku', 'start_time', 'storageid', 'subid'],
  time: 'optime',
  limit: 20,
  records: ({ stockLog }) => stockLog,
});

export const getOrderList = list({
  filters: ['orderNo', 'po', 'shipmentid', 'status'],
  time: 'addTime',
  limit: 10,
  records: ({ fba }) => fba,
});
