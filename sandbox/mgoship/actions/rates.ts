import { text } from '../../json';
import { failure, success } from '../answers';
import { absent, forms, problems, type Field } from '../checks';
import type { Action } from '../desk';

interface ShipWay {
  code: string;
  name: string;
  /** Centimetres and kilograms, as the notes of the sample write them. */
  height: string;
  weight: string;
  /** JPY, invented: no priced row is documented. */
  fee: string;
}

/** The ways that the sample and `mgoship.md` 8.8 show, but for 40, whose name is cut; the last one is the sandbox's own. */
export const shipWays: readonly ShipWay[] = [
  { code: '38', name: '平邮小包', height: '2.0', weight: '1.000', fee: '180' },
  { code: '39', name: '挂号小包', height: '3.0', weight: '1.000', fee: '350' },
  { code: '43', name: 'DM便', height: '2.0', weight: '1.000', fee: '164' },
  { code: '90', name: '沙盒宅配', height: '60.0', weight: '25.000', fee: '780' },
];

const fields: readonly Field[] = [
  ...['height', 'length', 'weight', 'width'].map((name) => ({ name, required: true, form: forms.twoDecimals })),
  { name: 'region', required: true, longest: 10 },
];

/** `mgoship.md` 6.6: also the ways that the parcel does not fit, with the word for "over the limit" as their fee. */
export const calShipFee: Action = (params) => {
  const wrong = [
    ...absent(
      params,
      fields.map(({ name }) => name),
      'params',
    ),
    ...problems(params, fields, 'params'),
  ];
  if (wrong.length > 0) return failure(wrong.join(';'));
  const data = shipWays.map(({ code, name, height, weight, fee }) => {
    const fits = Number(text(params.height)) <= Number(height) && Number(text(params.weight)) <= Number(weight);
    return {
      ship_way: code,
      ship_name: name,
      shipFee: fits ? fee : '超限',
      note: fits ? '' : `高最大: ${height} 重量最大: ${weight}`,
    };
  });
  return success('运费试算成功', { data });
};
