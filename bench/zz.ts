import { readJson } from '../carriers/http';
import { readingJson } from '../carriers/http/json-reader';
import { atOnce } from '../carriers/http/slices';
for (const t of ['{"a":"S\u0001u"}', '"{\\"a\\":1}"', '{"a":"x\ty"}', '\ufeff{"a":1}\ufeff'])
  try { console.log(JSON.stringify(t), readJson(t), atOnce(readingJson(t, {lenient:true, open: true}))); } catch (e) { console.log(e) }
