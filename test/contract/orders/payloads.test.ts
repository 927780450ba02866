import { ORDER_MAPPING as ETOWER } from '../../../carriers/etower';
import { ORDER_MAPPING as HGE } from '../../../carriers/hge';
import { ORDER_MAPPING as MGOSHIP } from '../../../carriers/mgoship';
import { checkedOrder } from '../../../carriers/shared/checked-order';
import { mappedOrder, neutralPathOf } from '../../../carriers/shared/mapped-order';
import type { MappedOrder, OrderMapping } from '../../../carriers/shared/order-mapping';

/** Everything that a neutral order has, for one recipient. */
const FULL = {
  reference: 'SHOP-10023',
  service: { code: 'S-1' },
  country: 'AU',
  recipient: {
    name: 'Jane Sample',
    company: 'Sample Pty',
    street: 'Example Drive',
    street2: 'Unit 4',
    street3: 'Gate B',
    houseNumber: '3',
    district: 'West',
    city: 'Berwick',
    province: 'VIC',
    postcode: '3806',
    country: 'AU',
    phone: '0400000000',
    mobile: '0400000001',
    email: 'recipient@example.com',
    taxNumber: 'TAX1',
  },
  sender: {
    name: 'Sample Sender',
    company: 'Sample Company',
    street: 'Example Road',
    houseNumber: '8',
    city: 'Foshan',
    province: 'Guangdong',
    postcode: '528000',
    country: 'CN',
    phone: '0757000000',
    email: 'sender@example.com',
    taxNumber: 'TAX2',
  },
  returnTo: {
    company: 'Sample Returns',
    street: 'Return Road 5',
    city: 'Chullora',
    country: 'AU',
    mobile: '0400000002',
  },
  weightKg: '0.585',
  dimensionsCm: { length: 30, width: 20, height: 10.5 },
  parcels: [
    { number: 'B1', weight: 0.3, length: 30, width: 20, height: 10 },
    { number: 'B2', weight: 0.28, weightKg: 0.28 },
  ],
  customsItems: [
    {
      description: 'Dress',
      localDescription: '连衣裙',
      sku: 'SKU-1',
      quantity: 2,
      unitValue: '3.10',
      currency: 'USD',
      weightKg: '0.2',
      hsCode: '620442',
      originCountry: 'CN',
      material: 'cotton',
      use: 'clothing',
      url: 'https://shop.example.com/dress',
      parcelNumber: 'B2',
    },
    { description: 'Vest', sku: 'SKU-2', quantity: 1, unitValue: 0.15, currency: 'USD', originCountry: 'CN' },
  ],
  incoterm: 'ddp',
  taxNumbers: { ioss: 'IM0000000000', vat: 'VAT1', recipientTaxId: 'TAX1', pccc: 'P000000000000' },
  battery: false,
  signature: true,
  remark: 'Ring twice',
  insurance: { amount: '500.00', currency: 'CNY' },
  extra: { platform: 'SHOP' },
};

function mapped(mapping: OrderMapping, order: object): MappedOrder {
  return mappedOrder(mapping, checkedOrder(order));
}

describe('a full order', () => {
  it('at eTower', () => {
    const { request, notSent, hints } = mapped(ETOWER, FULL);
    expect(request).toEqual({
      referenceNo: 'SHOP-10023',
      serviceCode: 'S-1',
      incoterm: 'DDP',
      description: 'Dress, Vest',
      nativeDescription: '连衣裙',
      weight: '0.585',
      weightUnit: 'KG',
      length: 30,
      width: 20,
      height: 10.5,
      dimensionUnit: 'CM',
      invoiceValue: '6.35',
      invoiceCurrency: 'USD',
      authorityToLeave: false,
      batteryType: 'No Battery',
      batteryPacking: 'No Battery',
      instruction: 'Ring twice',
      platform: 'SHOP',
      recipientName: 'Jane Sample',
      recipientTaxId: 'TAX1',
      recipientCompany: 'Sample Pty',
      phone: '0400000000',
      email: 'recipient@example.com',
      addressLine1: 'Example Drive 3',
      addressLine2: 'Unit 4',
      addressLine3: 'Gate B, West',
      city: 'Berwick',
      state: 'VIC',
      postcode: '3806',
      country: 'AU',
      shipperName: 'Sample Sender',
      shipperPhone: '0757000000',
      shipperEmail: 'sender@example.com',
      shipperAddressLine1: 'Example Road 8',
      shipperCity: 'Foshan',
      shipperState: 'Guangdong',
      shipperPostcode: '528000',
      shipperCountry: 'CN',
      returnName: 'Sample Returns',
      returnPhone: '0400000002',
      returnAddressLine1: 'Return Road 5',
      returnCity: 'Chullora',
      returnCountry: 'AU',
      orderItems: [
        {
          itemNo: '1',
          sku: 'SKU-1',
          description: 'Dress',
          nativeDescription: '连衣裙',
          hsCode: '620442',
          originCountry: 'CN',
          itemCount: 2,
          unitValue: '3.10',
          weight: '0.2',
          productURL: 'https://shop.example.com/dress',
          use: 'clothing',
          material: 'cotton',
        },
        { itemNo: '2', sku: 'SKU-2', description: 'Vest', originCountry: 'CN', itemCount: 1, unitValue: 0.15 },
      ],
      extendData: { senderTaxId: 'TAX2' },
    });
    expect(Object.keys(request)).toEqual(Object.keys(ETOWER.table.arranged(request)));
    expect(ETOWER.table.check(request)).toBe(request);
    expect(notSent).toEqual([
      'recipient.mobile',
      'sender.company',
      ...['number', 'weight', 'length', 'width', 'height'].map((name) => `parcels[0].${name}`),
      ...['number', 'weightKg', 'weight'].map((name) => `parcels[1].${name}`),
      'customsItems[0].parcelNumber',
      ...['taxNumbers.ioss', 'taxNumbers.vat', 'taxNumbers.pccc', 'insurance.amount', 'insurance.currency'],
    ]);
    expect(hints).toEqual([expect.stringContaining('IOSS, EORI or VAT')]);
  });

  it('at HGE', () => {
    const { request, notSent, hints } = mapped(HGE, FULL);
    expect(request).toEqual({
      customer_order_num: 'SHOP-10023',
      service_code: 'S-1',
      order_remark: 'Ring twice',
      is_signature: true,
      shipper_info: {
        full_name: 'Sample Sender',
        company: 'Sample Company',
        phone: '0757000000',
        email: 'sender@example.com',
        country: 'CN',
        postcode: '528000',
        province: 'Guangdong',
        city: 'Foshan',
        street: 'Example Road',
        house_no: '8',
        tax_id: 'TAX2',
      },
      consignee_info: {
        full_name: 'Jane Sample',
        company: 'Sample Pty',
        phone: '0400000000',
        mobile: '0400000001',
        email: 'recipient@example.com',
        country: 'AU',
        postcode: '3806',
        province: 'VIC',
        city: 'Berwick',
        region: 'West',
        street: 'Example Drive',
        house_no: '3',
        address: 'Unit 4, Gate B',
        tax_id: 'TAX1',
        creds_type: 'PCCC',
        creds_id: 'P000000000000',
      },
      return_info: {
        company: 'Sample Returns',
        mobile: '0400000002',
        country: 'AU',
        city: 'Chullora',
        street: 'Return Road 5',
      },
      parcel_list: [
        {
          parcel_num: 'B1',
          weight: 0.3,
          length: 30,
          width: 20,
          height: 10,
          item_list: [
            {
              name: 'Vest',
              sku: 'SKU-2',
              import_declared: 'Vest',
              import_price: 0.15,
              qty: 1,
              import_price_currency: 'USD',
            },
          ],
        },
        {
          parcel_num: 'B2',
          item_list: [
            {
              name: 'Dress',
              sku: 'SKU-1',
              desc: '连衣裙',
              import_declared: 'Dress',
              export_declared: '连衣裙',
              import_hscode: '620442',
              import_price: '3.10',
              sale_link: 'https://shop.example.com/dress',
              qty: 2,
              material: 'cotton',
              uses: 'clothing',
              import_price_currency: 'USD',
            },
          ],
        },
      ],
      tax_info: { type: 'IOSS', num: 'IM0000000000' },
      platform: 'SHOP',
    });
    expect(HGE.table.check(request)).toBe(request);
    expect(notSent).toEqual([
      ...['weightKg', 'dimensionsCm.length', 'dimensionsCm.width', 'dimensionsCm.height'],
      ...['parcels[1].weightKg', 'parcels[1].weight'],
      ...['customsItems[0].weightKg', 'customsItems[0].originCountry', 'customsItems[1].originCountry'],
      ...['incoterm', 'taxNumbers.vat', 'battery', 'insurance.amount', 'insurance.currency'],
    ]);
    expect(hints).toEqual(
      ['units', 'import_price', 'IOSS alone'].map((words): unknown => expect.stringContaining(words)),
    );
  });

  it('at Mgoship', () => {
    const recipient = { ...FULL.recipient, name: '山田 太郎', country: 'JP', city: '渋谷区', district: '道玄坂' };
    const { request, notSent } = mapped(MGOSHIP, {
      ...FULL,
      country: 'JP',
      recipient: {
        ...recipient,
        street: '1-2',
        street2: 'マンション',
        street3: '101',
        province: 'Tōkyō',
        postcode: '150-0043',
      },
      service: '2',
      customsItems: FULL.customsItems.map((line) => ({ ...line, currency: 'jpy', unitValue: '4500' })),
      extra: { order: { insurance: '6P' } },
    });
    expect(request).toEqual({
      consignee: {
        address: '渋谷区道玄坂1-2 3 マンション 101',
        email: 'recipient@example.com',
        mobile: '0400000001',
        name: '山田 太郎',
        phone: '0400000000',
        postcode: '150-0043',
        region: '東京都',
      },
      declare: [
        {
          enname: 'Dress',
          cnname: '连衣裙',
          qty: 2,
          unitprice: '4500',
          material: 'cotton',
          url: 'https://shop.example.com/dress',
          pickupname: 'SKU-1',
        },
        { enname: 'Vest', qty: 1, unitprice: '4500', pickupname: 'SKU-2' },
      ],
      order: {
        channel: '2',
        customerno: 'SHOP-10023',
        hasbattery: 'N',
        height: 10.5,
        insurance: '6P',
        insvalue: '500.00',
        length: 30,
        weight: '0.585',
        width: 20,
      },
    });
    expect(notSent.filter((path) => !/^(sender|returnTo|parcels|taxNumbers)/.test(path))).toEqual([
      ...['country', 'recipient.company', 'recipient.country', 'recipient.taxNumber'],
      ...['currency', 'weightKg', 'hsCode', 'originCountry', 'use', 'parcelNumber'].map(
        (name) => `customsItems[0].${name}`,
      ),
      ...['currency', 'originCountry'].map((name) => `customsItems[1].${name}`),
      ...['incoterm', 'signature', 'remark', 'insurance.currency'],
    ]);
  });
});

describe('what an order cannot be', () => {
  const line = { description: 'Dress', quantity: 1, unitValue: '4.00' };

  it.each<[string, OrderMapping, object, string]>([
    [
      'two currencies at eTower',
      ETOWER,
      { customsItems: [{ ...line, currency: 'USD' }, line, { ...line, currency: 'EUR' }] },
      'customsItems[2].currency is not the currency of the rest of the order',
    ],
    [
      'a currency beside that of the declared value',
      ETOWER,
      { declaredValue: { amount: '4.00', currency: 'AUD' }, customsItems: [{ ...line, currency: 'USD' }] },
      'customsItems[0].currency is not the currency',
    ],
    ['an incoterm that eTower does not have', ETOWER, { incoterm: 'EXW' }, 'incoterm must be DDP or DDU'],
    [
      'a battery of no kind',
      ETOWER,
      { battery: true },
      'battery is true, and eTower has to know which kind: give batteryType',
    ],
    [
      'two tax numbers of one recipient',
      ETOWER,
      { recipient: { taxNumber: '1' }, taxNumbers: { recipientTaxId: '2' } },
      'taxNumbers.recipientTaxId is not the same as recipient.taxNumber',
    ],
    [
      'a signature that may be left out',
      ETOWER,
      { signature: true, authorityToLeave: true },
      'signature contradicts authorityToLeave',
    ],
    [
      'the same at HGE',
      HGE,
      { recipient: { taxNumber: '1' }, taxNumbers: { recipientTaxId: '2' } },
      'taxNumbers.recipientTaxId is not the same',
    ],
    ['another country than Japan', MGOSHIP, { country: 'KR' }, 'country must be JP'],
    [
      'another currency than JPY',
      MGOSHIP,
      { customsItems: [line, { ...line, currency: 'CNY' }] },
      'customsItems[1].currency must be JPY',
    ],
    [
      'an insurance in another currency',
      MGOSHIP,
      { insurance: { amount: '0', currency: 'USD' } },
      'insurance.currency must be CNY',
    ],
    [
      'an insurance of no kind',
      MGOSHIP,
      { insurance: { amount: '500' } },
      'insurance.amount needs the kind of insurance',
    ],
  ])('%s', (_, mapping, order, message) => {
    expect(() => mapped(mapping, order)).toThrow(message);
  });
});

describe('at eTower', () => {
  it('a battery is what Overrides say', () => {
    const extra = { batteryType: 'Lithium Ion Polymer' };
    const { request, hints } = mapped(ETOWER, { battery: true, extra });
    expect(request).toEqual(extra);
    expect(hints).toEqual([expect.stringContaining('batteryPacking is not given')]);
    expect(mapped(ETOWER, { battery: true, extra: { ...extra, batteryPacking: 'Inside Equipment' } }).hints).toEqual(
      [],
    );
  });

  it.each([
    [
      'at a word',
      ['Cotton summer dress with flowers', 'Silk evening gloves, elbow length'],
      'Cotton summer dress with flowers, Silk evening gloves, elbow',
    ],
    ['anywhere, where there is none', ['x'.repeat(70)], 'x'.repeat(60)],
    ['not at all, where it fits', ['y'.repeat(60)], 'y'.repeat(60)],
    ['each text once', ['Dress', 'Dress', 'Vest'], 'Dress, Vest'],
  ])('the goods are cut %s', (_, descriptions, goods) => {
    const { request, hints } = mapped(ETOWER, { customsItems: descriptions.map((description) => ({ description })) });
    expect(request['description']).toBe(goods);
    expect(hints).toHaveLength(descriptions.join(', ').length > 60 ? 1 : 0);
  });

  it.each([
    [{ carrier: 'etower', details: { batteryType: '2' } }, /^details\.batteryType is a code of eTower's/],
    [{ carrier: 'etower', details: { batteryType: '2' }, battery: false }, undefined],
    [{ carrier: 'etower', details: { batteryType: '0' } }, undefined],
    [{ carrier: 'another', details: { batteryType: '2' } }, undefined],
    [{ carrier: 'etower', details: { batteryType: '2' }, extra: { batteryType: 'Lithium Ion Alloy' } }, undefined],
  ])('a battery that Get told by its code is not left out: %j', (order, message) => {
    if (message) expect(() => mapped(ETOWER, order)).toThrow(message);
    else expect(mapped(ETOWER, order).notSent).toEqual([]);
  });

  it('the declared value is told, or the exact sum of all pieces', () => {
    const customsItems = [
      { quantity: 3, unitValue: 0.1, currency: 'USD' },
      { quantity: 10, unitValue: '0.07' },
    ];
    expect(mapped(ETOWER, { customsItems }).request).toMatchObject({ invoiceValue: '1.00', invoiceCurrency: 'USD' });
    const declaredValue = { amount: '1.05' };
    expect(mapped(ETOWER, { customsItems, declaredValue }).request).toMatchObject({ invoiceValue: '1.05' });
    expect(mapped(ETOWER, { customsItems: [...customsItems, { quantity: 1 }] }).request).not.toHaveProperty(
      'invoiceValue',
    );
  });
});

describe('at HGE', () => {
  it('one parcel holds all lines of an order without boxes, and there is none without lines', () => {
    const customsItems = [
      { description: 'Dress', declaredValue: '4.00', unitValue: '2.00', parcelNumber: 'B' },
      { sku: 'S' },
    ];
    const { request, notSent } = mapped(HGE, { customsItems });
    const items = [{ name: 'Dress', import_declared: 'Dress', import_price: '4.00' }, { sku: 'S' }];
    expect(request).toEqual({ parcel_list: [{ item_list: items }] });
    expect(notSent).toEqual(['customsItems[0].unitValue', 'customsItems[0].parcelNumber']);
    expect(mapped(HGE, { reference: 'R' }).request).toEqual({ customer_order_num: 'R' });
  });

  it.each([
    [{ ioss: 'I', eori: 'E' }, { type: 'IOSS', num: 'I' }, ['taxNumbers.eori']],
    [{ eori: 'E', vat: 'V' }, undefined, ['taxNumbers.eori', 'taxNumbers.vat']],
  ])('the kind that is documented is IOSS: %j', (taxNumbers, tax, left) => {
    const { request, notSent } = mapped(HGE, { taxNumbers });
    expect([request['tax_info'], notSent]).toEqual([tax, left]);
  });

  it('an error of goods in a box names the field of the line', () => {
    expect(neutralPathOf(HGE, 'parcel_list[1].item_list[0].qty')).toBe('customsItems[].quantity');
    expect(neutralPathOf(HGE, 'parcel_list[1].width')).toBe('parcels[1].width');
  });
});

describe('at Mgoship', () => {
  it.each([
    ['東京都', '東京都'],
    ['東京', '東京都'],
    ['Tokyo', '東京都'],
    ['Tōkyō', '東京都'],
    ['Kyōto', '京都府'],
    ['Hokkaidō', '北海道'],
    ['Osaka-fu', '大阪府'],
    ['Okinawa Prefecture', '沖縄県'],
    ['JP-13', '東京都'],
    ['JP-99', 'JP-99'],
    ['沖縄島', '沖縄島'],
  ])('the prefecture %s is %s', (province, region) => {
    expect(mapped(MGOSHIP, { recipient: { province } }).request).toEqual({ consignee: { region } });
  });

  it.each([
    [{ city: '秋田市', street: '秋田市見本町1-2-3' }, '秋田市見本町1-2-3'],
    [{ city: '秋田市', street: '見本町', houseNumber: '1-2-3', street2: '101号室' }, '秋田市見本町1-2-3 101号室'],
    [{ city: 'Akita', street: 'Mihon 1-2-3' }, 'Akita Mihon 1-2-3'],
    [{ houseNumber: '1-2-3' }, '1-2-3'],
  ])('the address of %j', (recipient, address) => {
    expect(mapped(MGOSHIP, { recipient }).request).toEqual({ consignee: { address } });
  });
});
