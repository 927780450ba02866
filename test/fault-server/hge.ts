/** HGE, from `docs/references/hge.md`. What the answers to writes hold besides the envelope is not documented: the number that was sent. */
import { fieldsIn, textIn, type Wire } from './wire';

export const hgeWire: Wire = ({ path, body }) => {
  const sent: unknown = body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
  const name = WRITES[path.replace('/openapi/customer/', '')];
  const references = name === undefined ? [] : [textIn(sent, name)];
  return {
    references,
    orders: new Map(references.map((reference) => [reference, fieldsIn(sent)])),
    contentType: 'application/json',
    refusal: () => enveloped(400, false, '客户端提交的数据错误', null),
    answer: ([reference]) =>
      enveloped(200, true, '操作成功', name === undefined || reference === undefined ? null : { [name]: reference }),
  };
};

/** 7.3, 8.1, 8.3: the field with the caller's own number. */
const WRITES: Readonly<Record<string, string>> = {
  'order_create/': 'customer_order_num',
  'scanform/': 'reference_num',
  'manifest/': 'reference_num',
};

function enveloped(code: number, success: boolean, detail: string, data: unknown): string {
  return JSON.stringify({ code, success, detail, data });
}
