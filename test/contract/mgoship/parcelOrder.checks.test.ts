import { isObject, type JsonObject } from '#carriers/shared/json-value';
import { outboundOrderParams, parcelOrderParams, rateParams } from '../../../carriers/mgoship';
import { object } from '../../documented';
import { example } from './wire';

describe('what is checked before sending', () => {
  const parcel = (changes: JsonObject): JsonObject => {
    const given = example('derived/tms_orders.add_tms_order.params.json');
    return Object.fromEntries(
      Object.entries({ ...given, ...changes }).map(([name, value]) => [
        name,
        isObject(value) ? { ...object(given[name]), ...value } : value,
      ]),
    );
  };

  it.each([
    [{ consignee: { postcode: '9011515' } }, 'consignee.postcode must have the form NNN-NNNN'],
    [{ consignee: { phone: '018-000-0000' } }, 'consignee.phone must be 10 or 11 digits'],
    [{ consignee: { phone: '1800000000' } }, 'consignee.phone must be 10 or 11 digits'],
    [{ consignee: { name: 'あ'.repeat(51) } }, 'consignee.name is longer than 50 characters'],
    [{ order: { customerno: 'x'.repeat(31) } }, 'order.customerno is longer than 30 characters'],
    [{ order: { weight: '0.5855' } }, 'order.weight has more than 3 decimals'],
    [{ order: { weight: '0' } }, 'order.weight must be a number greater than 0'],
    [{ order: { length: 50.55 } }, 'order.length has more than 1 decimals'],
    [{ order: { insurance: '5Y', insvalue: '' } }, 'order.insvalue is required when insurance is taken'],
    [{ order: { insurance: '6P', insvalue: 0 } }, 'order.insvalue is required when insurance is taken'],
    [{ declare: [{ qty: 0.5, enname: 'A', unitprice: 1 }] }, 'declare[0].qty must be a whole number'],
    [{ declare: 'text' }, 'declare[0] must be an object'],
  ])('add_tms_order with %j', (changes, message) => {
    expect(() => parcelOrderParams(parcel(changes))).toThrow(message);
  });

  it('amounts may have trailing zeros and blanks: they are sent with the decimals that are documented', () => {
    const given = parcel({
      order: {
        weight: '0.5850',
        length: ' 50.50',
        width: '38.5 ',
        height: '21.500',
        insurance: '5Y',
        insvalue: '500.000',
      },
      declare: [{ enname: 'A', qty: '1.0', unitprice: '3800.00' }],
    });
    expect(parcelOrderParams(given)).toMatchObject({
      order: { weight: '0.585', length: '50.5', width: '38.5', height: '21.5', insvalue: '500.00' },
      declare: [{ qty: '1', unitprice: '3800' }],
    });
    const rate = { region: '大阪府', weight: '1.500', length: '20.0', width: '15', height: '10.000' };
    expect(rateParams(rate)).toEqual({
      region: '大阪府',
      weight: '1.50',
      length: '20.0',
      width: '15',
      height: '10.00',
    });
    const outbound = example('derived/out_orders.add_out_order.params.json');
    expect(outboundOrderParams({ ...outbound, subid: ' 7.0', more: ' 7.0' })).toMatchObject({
      subid: '7',
      more: ' 7.0',
    });
  });

  it.each([
    ['0.5851', 'order.weight has more than 3 decimals'],
    ['0.58510', 'order.weight has more than 3 decimals'],
    ['0.000', 'order.weight must be a number greater than 0'],
    ['0.5 85', 'order.weight must be a number greater than 0'],
  ])('but nothing else of them is changed: weight "%s"', (weight, message) => {
    expect(() => parcelOrderParams(parcel({ order: { weight } }))).toThrow(message);
  });

  it('a whole number that was rounded before it came here is refused, wherever it is', () => {
    const rounded = Number('12345678901234567890');
    const outbound = example('derived/out_orders.add_out_order.params.json');
    expect(() => outboundOrderParams({ ...outbound, goods_info: [{ goodsId: rounded, qty: 1 }] })).toThrow(
      'goods_info[0].goodsId has too many digits for a number: pass it as text',
    );
    expect(() => parcelOrderParams({ ...parcel({ order: { customerno: rounded } }), more: { no: -rounded } })).toThrow(
      'order.customerno has too many digits for a number: pass it as text; more.no has too many digits',
    );
    const text = parcelOrderParams(parcel({ order: { customerno: '12345678901234567890' } }));
    expect(text['order']).toMatchObject({ customerno: '12345678901234567890' });
  });

  it('add_tms_order takes at most two customs items', () => {
    const item = { enname: 'A', qty: 1, unitprice: 100 };
    expect(() => parcelOrderParams(parcel({ declare: [item, item, item] }))).toThrow(
      'declare has 3 items: Mgoship takes at most 2',
    );
    expect(parcelOrderParams(parcel({ declare: [item, item] }))['declare']).toHaveLength(2);
  });

  it('add_tms_order without insurance needs no insured value', () => {
    const params = parcelOrderParams(parcel({ order: { insurance: 'NO', insvalue: undefined } }));
    expect(params['order']).toMatchObject({ insurance: 'NO', insvalue: '' });
  });
});
