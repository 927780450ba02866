import { asDisplayed, checkUuid, getPortalOrder } from '../../../carriers/etower';
import { objectOf } from '#carriers/shared/json-value';
import { client, documented, expectDocumented, SESSION, success, UUID } from './portal-wire';

const detail = () => objectOf(documented('get-order-detail')['data']);

describe('documented requests', () => {
  it('get-order-detail', () => expectDocumented('get-order-detail', (own) => getPortalOrder(own, UUID)));
});

describe('order detail', () => {
  it('is the documented one, with every field of extendData', async () => {
    const { raw } = await getPortalOrder(await client(documented('get-order-detail')), UUID);
    expect(raw).toEqual({ ...detail(), extendData: { ...objectOf(detail()['extendData']), virtualId: '' } });
    expect(Object.keys(raw)).toEqual(Object.keys(detail()));
    expect(Object.keys(objectOf(raw['extendData']))).toHaveLength(32);
  });

  it('as a parcel', async () => {
    const { parcel } = await getPortalOrder(await client(documented('get-order-detail')), UUID);
    expect(parcel).toMatchObject({
      carrier: 'etower',
      reference: 'REF123456',
      orderNumber: UUID,
      trackingNumber: 'ET123456789CN',
      status: 'pending',
      statusRaw: '0',
      service: { code: '3', name: 'Standard Service' },
      country: 'GB',
      weightKg: 1.5,
      actualWeightKg: 1.6,
      dimensionsCm: { length: 30, width: 20, height: 5 },
      actualDimensionsCm: { length: 31, width: 21, height: 5.5 },
      girth: 110,
      actualGirth: 112,
      declaredValue: { amount: 25.99, currency: 'GBP' },
      recipient: { name: 'John Smith', street: '123 Main Street', city: 'London', postcode: 'SW1A 1AA' },
      sender: { name: 'Zhang San', company: 'Shenzhen Tech Co., Ltd', city: 'Shenzhen' },
      customsItems: [{ sku: 'ITEM001', quantity: 2, unitValue: 12.99, currency: 'GBP' }],
    });
    expect(parcel).not.toHaveProperty('customsItems.0.totalValue');
    expect(JSON.stringify(parcel)).not.toContain('110101199001001234');
  });

  it.each([
    ['null', null],
    ['missing', undefined],
  ])('bears objects that are %s', async (_case, value) => {
    const fields = ['address', 'lineHaul', 'extendData', 'insur', 'shipperAddress', 'returnAddress', 'parcelItems'];
    const gaps = Object.fromEntries(fields.map((field) => [field, value]));
    const { raw, parcel } = await getPortalOrder(await client(success({ ...detail(), ...gaps })), UUID);
    expect(raw['address']).toBe(value);
    expect(Object.values(objectOf(raw['extendData']))).toEqual(Array.from({ length: 32 }, () => ''));
    expect(parcel).toMatchObject({ reference: 'REF123456', recipient: { name: 'John Smith' } });
  });

  it('a girth of -1 is no value, but stays in the raw data', async () => {
    const { raw, parcel } = await getPortalOrder(
      await client(success({ ...detail(), girth: -1, actualGirth: -1 })),
      UUID,
    );
    expect(raw).toMatchObject({ girth: -1, actualGirth: -1 });
    expect(Object.keys(parcel)).not.toEqual(expect.arrayContaining(['girth']));
    expect(Object.keys(parcel)).not.toEqual(expect.arrayContaining(['actualGirth']));
  });

  it.each([
    [0, 0, 'pending'],
    [1, 0, 'pending'],
    [2, 0, 'in_transit'],
    [7, 0, 'unknown'],
    [2, 1, 'on_hold'],
    [0, 9, 'on_hold'],
  ])('status %d and helds %d are %s', async (status, helds, expected) => {
    const { parcel } = await getPortalOrder(await client(success({ ...detail(), status, helds })), UUID);
    expect(parcel).toMatchObject({ status: expected, statusRaw: String(status) });
  });

  it.each([
    ['actualWeight', 2, '2.000'],
    ['actualLength', 31, '31.0'],
    ['actualWidth', 0, '0.0'],
    ['invoiceValue', 25, '25.0'],
    ['invoiceValue', 25.99, 25.99],
    ['weight', 2, '2.0'],
    ['weight', '1.5', '1.5'],
    ['weight', '2', '2'],
    ['height', null, null],
    ['actualHeight', 5.5, 5.5],
    ['volume', 1, 1],
    ['girth', 110, 110],
  ])('display: %s %j becomes %j', (field, value, shown) => {
    expect(asDisplayed({ [field]: value })).toEqual({ [field]: shown });
  });

  it.each([UUID, UUID.toUpperCase()])('takes the UUID %s', (uuid) => {
    expect(checkUuid(uuid)).toBe(uuid);
  });

  it.each(['', SESSION, UUID.replaceAll('-', ''), `${UUID}0`, ` ${UUID}`, UUID.replace('5', 'g')])(
    'refuses the UUID "%s"',
    (uuid) => {
      expect(() => checkUuid(uuid)).toThrow('8-4-4-4-12');
    },
  );
});
