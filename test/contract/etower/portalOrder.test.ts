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
    expect(parcel).toEqual({
      carrier: 'etower',
      reference: 'REF123456',
      orderNumber: '550e8400-e29b-41d4-a716-446655440000',
      trackingNumber: 'ET123456789CN',
      status: 'pending',
      statusRaw: '0',
      statusText: 'created',
      heldText: 'normal',
      service: {
        code: '3',
        name: 'Standard Service',
      },
      serviceOption: 'STANDARD',
      country: 'GB',
      weightKg: 1.5,
      measuredWeightKg: 1.6,
      actualWeightKg: 1.6,
      dimensionsCm: {
        length: 30,
        width: 20,
        height: 5,
      },
      measuredDimensionsCm: {
        length: 31,
        width: 21,
        height: 5.5,
      },
      actualDimensionsCm: {
        length: 31,
        width: 21,
        height: 5.5,
      },
      volumeM3: 0.003,
      measuredVolumeM3: 0.0035,
      girth: 110,
      actualGirth: 112,
      displayed: {
        actualWeight: 1.6,
        actualWidth: '21.0',
        actualLength: '31.0',
        actualHeight: 5.5,
        invoiceValue: 25.99,
        weight: '1.5',
        length: '30.0',
        width: '20.0',
        height: '5.0',
        weightUnit: 'kg',
        dimensionUnit: 'cm',
      },
      incoterm: 'DDU',
      declaredValue: {
        amount: 25.99,
        currency: 'GBP',
      },
      authorityToLeave: true,
      recipient: {
        name: 'John Smith',
        company: 'Smith Ltd',
        street: '123 Main Street',
        street2: 'Apt 4B',
        street3: 'London',
        city: 'London',
        province: 'England',
        postcode: 'SW1A 1AA',
        country: 'GB',
        details: {
          addressId: 'ADDR001',
        },
        phone: '+44 20 1234 5678',
        email: 'john.smith@example.com',
        taxNumber: 'GB123456789',
      },
      sender: {
        name: 'Zhang San',
        company: 'Shenzhen Tech Co., Ltd',
        street: '456 Shipping Street, Suite 100',
        street2: 'Futian District',
        street3: 'Shenzhen',
        city: 'Shenzhen',
        province: 'Guangdong',
        postcode: '518000',
        country: 'CN',
        details: {
          addressId: 'SHIPPER001',
        },
        phone: '+86 13900139000',
        email: 'zhangsan@example.com',
        taxNumber: 'CN123456789',
      },
      returnTo: {
        name: 'Li Si',
        street: '789 Return Street',
        street2: 'Warehouse B',
        street3: 'Industrial Zone',
        city: 'Shenzhen',
        province: 'Guangdong',
        postcode: '518001',
        country: 'CN',
        details: {
          addressId: 'RETURN001',
        },
        phone: '+86 13800138000',
      },
      returnOption: 'Return',
      taxNumbers: {
        recipientTaxId: 'GB123456789',
      },
      insurance: {
        insured: true,
        amount: 100,
        currency: 'GBP',
        insuredParty: 'person',
        details: {
          uuid: 'INSUR001',
          insuredContackName: 'Zhang San',
          insuredName: 'Li Si',
          projectNo: 'POLICY123',
        },
      },
      customsItems: [
        {
          description: 'Cotton T-Shirt - Blue',
          localDescription: '纯棉T恤-蓝色',
          sku: 'ITEM001',
          hsCode: '61091000',
          quantity: 2,
          weight: 0.3,
          unitValue: 12.99,
          currency: 'GBP',
          url: 'https://example.com/product/123',
          originCountry: 'CN',
          details: {
            uuid: 'ITEM001',
            warehouseNo: 'WH-SZ-001',
            itemExportInvoiceValue: 15,
            itemExportInvoiceCurrency: 'GBP',
            pictures: ['https://example.com/images/item1-front.jpg', 'https://example.com/images/item1-back.jpg'],
          },
        },
      ],
      lineHaul: {
        mawb: '123-45678900',
        flightDate: '2024-01-15',
        flightNo: 'CA1234',
      },
      extendData: {
        vendorid: 'VENDOR001',
        agentID: 'AGENT001',
        sortCode: 'SORT001',
        purpose: 'GIFT',
        material: 'COTTON',
        codAmount: 0,
        codCurrency: 'GBP',
        receiverKycType: 'INDIVIDUAL',
        receiverKycNo: 'KYC123456',
        injectPort: 'LHR',
        platformorderno: 'EBAY-ORDER-123',
        coveramount: 100,
        vat: 'GB20',
        originPort: 'CN',
        osnr: '0',
        specialHandlingType: 'SH05',
        holdForPickup: 'N',
        residentialSignatureRequired: 'N',
        saturdayDelivery: 'N',
        exportInvoiceValue: 30,
        exportInvoiceCurrency: 'GBP',
        warehouseID: 'WH-SZ-001',
        shipperOrganizationCode: '91310000MA1X4QC',
      },
      details: {
        facility: '*',
        billingPartyName: 'Test Company',
        platform: 'eBay',
        refNo1: 'REF789012',
        dangerousGoods: false,
        instruction: 'Please call before delivery',
        batteryPacking: 'NOBATTERY',
        batteryType: 'NOBATTERY',
        description: 'Cotton T-Shirt',
        nativeDescription: '纯棉T恤',
      },
    });
  });

  it.each([
    [{ address: { country: 'RU' }, lockerService: true }, { lockerService: true }],
    [{ address: { country: 'RU' }, lockerService: 'false' }, { lockerService: false }],
    [{ address: { country: 'GB' }, lockerService: true }, { lockerService: undefined }],
    [{ authorityToLeave: 'Y' }, { authorityToLeave: true }],
    [{ authorityToLeave: null }, { authorityToLeave: undefined }],
    [{ helds: 0 }, { held: undefined, heldText: 'normal' }],
    [{ helds: 1 }, { held: '1', heldText: 'held by customer' }],
    [{ helds: 9 }, { held: '9', heldText: undefined }],
    [{ status: 1 }, { statusText: 'confirmed' }],
    [{ status: 7 }, { statusText: undefined }],
    [
      { weight: 2, actualWeight: 2, weightUnit: 'lb' },
      { weightKg: 0.90718474, displayed: { weight: '2.0', actualWeight: '2.000', weightUnit: 'lb' } },
    ],
    [
      { weight: 2, weightUnit: 'stone' },
      { weightKg: undefined, displayed: { weight: '2.0', weightUnit: 'stone' } },
    ],
    [{ invoiceValue: 25 }, { displayed: { invoiceValue: '25.0' }, declaredValue: { amount: 25, currency: 'GBP' } }],
    [
      { insur: { cancel: true, insureType: '02', insureAmount: 5 } },
      { insurance: { insured: false, insuredParty: 'company', details: { insureAmount: 5 } } },
    ],
    [
      { insur: { insureType: '03', insureAmount: 5, insureCurrency: 'GBP' } },
      { insurance: { amount: 5, currency: 'GBP', details: { insureType: '03' } } },
    ],
    [{ volume: 'large', facility: null, newField: { b: 1 } }, { details: { volume: 'large', newField: { b: 1 } } }],
  ])('%j is told as %j', async (fields, told) => {
    const { parcel } = await getPortalOrder(await client(success({ ...detail(), ...fields })), UUID);
    const absent = Object.fromEntries(Object.keys(told).map((name) => [name, undefined]));
    expect({ ...absent, ...parcel }).toMatchObject(told);
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
