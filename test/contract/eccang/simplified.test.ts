import {
  countryOf,
  createOrder,
  ECCANG,
  extraServiceOf,
  fileDetails,
  getOrder,
  getTrackingNumbers,
  labelDetails,
  numberChangeOf,
  productOf,
  trackParcels,
} from '../../../carriers/eccang';
import { HUAHAN } from '../../../carriers/huahan';
import { listOf, objectOf } from '#carriers/shared/json-value';
import { correctionOf } from '#nodes/eccangFamily/correction';
import { documentedJson, object } from '../../documented';
import { carrier, enveloped } from './wire';

const replyOf = (name: string, method: string) => object(documentedJson(name, `${method}.response.json`));

describe('an order that was created', () => {
  it.each([
    [
      ECCANG,
      {
        carrier: 'eccang',
        reference: 'TEST0001',
        orderNumber: 'EC20188041602884YQ',
        trackingNumber: 'LZ251182095CN',
        details: { track_status: 1, sender_info_status: 1 },
      },
    ],
    [
      HUAHAN,
      {
        carrier: 'huahan',
        reference: 'WWTEST202001084549',
        orderNumber: 'HHWEW0008000011YQ',
        trackingNumber: 'LW423745051CN',
        exchangeNumber: '496409',
        details: { track_status: '1', sender_info_status: '1' },
      },
    ],
  ])('as the sample has it', async (deployment, expected) => {
    const reply = replyOf(deployment.carrier, 'createOrder');
    const { client } = await carrier(deployment, enveloped(reply));
    const { raw, parcel } = await createOrder(client, { reference_no: expected.reference });
    expect(raw).toEqual(reply);
    expect(parcel).toEqual(expected);
  });

  it('with every number of the table, and what is left to do in words and codes', async () => {
    const numbers = { agent_number: 'E', system_number: 'S', trackingnumberlist: { U001: 'T1' } };
    const reply = { ...replyOf('eccang', 'createOrder'), ...numbers, ODA: 'Y' };
    const { client } = await carrier(ECCANG, enveloped({ ...reply, track_status: 2, sender_info_status: 0 }));
    expect((await createOrder(client, { reference_no: 'TEST0001' })).parcel).toMatchObject({
      exchangeNumber: 'E',
      systemNumber: 'S',
      parcels: [{ number: 'U001', trackingNumber: 'T1' }],
      trackingNumberPending: true,
      notes: [expect.stringContaining('sender'), expect.stringContaining('delivery area')],
      details: { track_status: 2, sender_info_status: 0, ODA: 'Y' },
    });
  });
});

describe('an order', () => {
  it('of the family, leaf by leaf', async () => {
    const reply = replyOf('eccang', 'getOrder');
    const { client } = await carrier(ECCANG, enveloped(reply));
    const { raw, parcel } = await getOrder(client, 'QGADCX18041700000003');
    expect(raw).toEqual(reply['data']);
    expect(parcel).toEqual({
      carrier: 'eccang',
      orderNumber: 'QGADCX18041700000003',
      trackingNumber: 'QGADCX18041700000003',
      lastMileNumber: '34161184947327',
      status: 'in_transit',
      statusRaw: 'C',
      statusText: 'checked out (已签出)',
      service: { code: 'PK0068' },
      country: 'AD',
      weightKg: 1,
      dimensionsCm: { length: 1, width: 1, height: 1 },
      measuredWeightKg: 15.62,
      measuredDimensionsCm: { length: 1, width: 1, height: 1 },
      parcels: [
        {
          number: 'U001',
          measuredWeightKg: 15.62,
          measuredDimensionsCm: { length: 1, width: 1, height: 1 },
          details: { cbm: '0.001' },
        },
      ],
      recipient: { street: 'dfdfdfdf', country: 'AD', details: { consignee_certificatetype: 'ID' } },
      sender: {
        name: 'aaa',
        company: 'qqq',
        street: '北京市',
        city: '深圳',
        province: '111',
        postcode: '518000',
        country: 'CN',
        phone: '13800138001',
        email: 'shipper@example.com',
      },
      customsItems: [
        {
          description: 'dfgdfgdf',
          quantity: 1,
          totalValue: '0.000',
          currency: 'USD',
          parcelNumber: 'U001',
          details: { unit_code: 'PCE', HSTaxrate: '0.00000', AmazonPrice: '0.000' },
        },
      ],
      details: {
        clearance_system_hawbcode: 'AG96445156',
        order_pieces: '1',
        modify_date: '2018-04-17 17:39:08',
        mail_cargo_type: '1',
        is_return: 'N',
      },
    });
  });

  it('of Huahan, which has no status and insures in RMB', async () => {
    const { client } = await carrier(HUAHAN, enveloped(replyOf('huahan', 'getOrder')));
    const { parcel } = await getOrder(client, 'HHWEW0007000006YQ');
    expect(parcel).toMatchObject({
      reference: 'WWW3THHF5S25A13D416',
      orderNumber: 'HHWEW0007000006YQ',
      trackingNumber: 'LO715812132CND664',
      recipient: { taxNumber: 'AABBCC008' },
      insurance: { amount: '0.000', currency: 'RMB' },
      customsItems: [
        {
          description: 'sd',
          localDescription: '手机壳',
          sku: '4644392',
          quantity: 1,
          weightKg: 1,
          totalWeightKg: 1,
          totalValue: '3.33',
          currency: 'USD',
          details: { unit_code: 'PCE' },
        },
      ],
      details: { order_pieces: '1', modify_date: '2020-01-08 15:03:27', mail_cargo_type: '4' },
    });
    expect(parcel).not.toHaveProperty('status');
    expect(parcel).not.toHaveProperty('weightKg');
  });

  const box = { length: '10', width: '20', height: '30.00', cbm: '0.006' };
  const sizes = { length: 10, width: 20, height: 30 };

  it.each([
    ['zeros at the order', { length: 0, width: '0', height: 0 }, sizes],
    ['sizes at the order', { length: 1, width: 2, height: 3 }, { length: 1, width: 2, height: 3 }],
  ])('of one box: its size counts where the order has none: %s', async (_, own, dimensionsCm) => {
    const data = { shipper_hawbcode: 'W', ...own, volume: [box] };
    const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', data }));
    expect(await getOrder(client, 'W')).toMatchObject({ parcel: { dimensionsCm, measuredDimensionsCm: sizes } });
  });

  it('of several boxes, each with its own numbers; their weights together are what was weighed', async () => {
    const volume = [
      {
        ...box,
        grossweight: '1.100',
        box_no: 'U001',
        child_track_number: 'T1',
        fba_number: 'FBA1',
        reference_id: 'R1',
      },
      {
        ...box,
        grossweight: '2.200',
        box_no: 'U002',
        child_track_number: 'T2',
        fba_number: 'FBA2',
        reference_id: 'R2',
      },
    ];
    const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', data: { shipper_hawbcode: 'W', volume } }));
    const of = (n: number, measuredWeightKg: number) => ({
      number: `U00${n}`,
      trackingNumber: `T${n}`,
      fbaNumber: `FBA${n}`,
      measuredWeightKg,
      measuredDimensionsCm: sizes,
      details: { cbm: '0.006', reference_id: `R${n}` },
    });
    expect((await getOrder(client, 'W')).parcel).toEqual({
      carrier: 'eccang',
      orderNumber: 'W',
      measuredWeightKg: 3.3,
      parcels: [of(1, 1.1), of(2, 2.2)],
    });
  });

  it('keeps what is not what it should be, by its own name', async () => {
    const data = {
      shipper_hawbcode: 'W',
      order_weight: '1.2 kg',
      country_code: ['US'],
      volume: [{ length: -1, grossweight: 'heavy' }],
      Consignee: 'see portal',
      ItemArr: [{ invoice_quantity: 'two' }],
      later_field: { a: 1 },
    };
    const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', data }));
    expect((await getOrder(client, 'W')).parcel).toEqual({
      carrier: 'eccang',
      orderNumber: 'W',
      parcels: [{ details: { length: -1, grossweight: 'heavy' } }],
      customsItems: [{ details: { invoice_quantity: 'two' } }],
      details: { order_weight: '1.2 kg', country_code: ['US'], Consignee: 'see portal', later_field: { a: 1 } },
    });
  });
});

it.each([
  [
    { U001: 'T1', U002: ['T2', 'T3'] },
    [
      ['U001', 'T1'],
      ['U002', 'T2'],
      ['U002', 'T3'],
    ],
  ],
  ['{"U001":"T1"}', [['U001', 'T1']]],
  [['T1'], [[undefined, 'T1']]],
])('the numbers of each box (%j) stand beside the number of the order', async (trackingnumberlist, boxes) => {
  const others = { PlatformNumber: 'P', channelNumber: 'C', channelGroupCode: 'G' };
  const entry = { OrderNumber: 'R', TrackingNumber: 'T', WayBillNumber: 'W', ...others, trackingnumberlist };
  const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', data: [entry] }));
  expect(await getTrackingNumbers(client, ['R'])).toMatchObject([
    {
      parcel: {
        carrier: 'eccang',
        reference: 'R',
        orderNumber: 'W',
        trackingNumber: 'T',
        parcels: boxes.map(([number, trackingNumber]) => (number ? { number, trackingNumber } : { trackingNumber })),
        details: others,
      },
    },
  ]);
});

it('numbers of boxes in a form of their own stay as they came', async () => {
  const trackingnumberlist = { U001: { no: 'T1' } };
  const entry = { OrderNumber: 'R', TrackingNumber: 'T', trackingnumberlist };
  const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', data: [entry] }));
  expect(await getTrackingNumbers(client, ['R'])).toMatchObject([{ parcel: { details: { trackingnumberlist } } }]);
});

describe('tracking', () => {
  const tracked = async (entry: object, number = 'R', deployment = HUAHAN) => {
    const { client } = await carrier(deployment, enveloped({ ask: 'Success', Data: [entry] }));
    const [answer] = await trackParcels(client, [number], 'getCargoTrackPdd');
    return answer;
  };

  it('a reference that was asked is no tracking number', async () => {
    const [entry] = listOf(replyOf('huahan', 'getCargoTrackPdd')['Data']);
    const answer = await tracked({ ...entry, Code: 'WWTEST202001084545' }, 'wwtest202001084545');
    expect(answer).toMatchObject({
      parcel: {
        carrier: 'huahan',
        number: 'wwtest202001084545',
        status: 'picked_up',
        statusRaw: 'AF',
        statusText: 'arrived at facility (签入)',
        country: 'US',
        events: [
          { time: '2022-12-25T14:26:15+08:00', description: 'Has entered the warehouse', location: 'SHENZHEN' },
          { time: '2022-12-25T14:07:43+08:00', description: 'Shipment information received', location: 'CHINA' },
        ],
        details: { Time_zone: '+08:00', New_Comment: '快件到达作业中心' },
      },
    });
    expect(answer).not.toHaveProperty('parcel.trackingNumber');
  });

  it('both languages, and the newest event where it alone is told', async () => {
    const names = { WaybillNumber: 'W', TrackingNumber: 'T', product_code: 'P', product_name: 'Post' };
    const newest = { New_date: '2024-01-05 10:00:00', New_Comment: '已签入' };
    const detail = {
      Occur_date: newest.New_date,
      Status: 'AF',
      Comment: '已签入',
      Comment_en: 'Checked in',
      by: 'PDA',
    };
    const parcel = { orderNumber: 'W', trackingNumber: 'T', service: { code: 'P', name: 'Post' }, statusRaw: 'AF' };
    const event = { time: null, timeRaw: newest.New_date, code: 'AF', description: '已签入' };
    expect(await tracked({ Code: 'R', Status: 'AF', ...names, ...newest, Detail: [] })).toEqual({
      raw: expect.anything(),
      parcel: {
        carrier: 'huahan',
        number: 'R',
        ...parcel,
        status: 'in_transit',
        statusText: 'arrived at facility (签入)',
        events: [{ ...event, status: 'in_transit' }],
      },
    });
    expect(await tracked({ Code: 'R', Status: 'NO', ...names, ...newest, Detail: [detail] })).toMatchObject({
      parcel: {
        ...parcel,
        status: 'picked_up',
        events: [{ ...event, status: 'picked_up', descriptionEn: 'Checked in', details: { by: 'PDA' } }],
        details: { Status: 'NO' },
      },
    });
  });

  it('a zone or a code that nobody can read stays', async () => {
    const Detail = [{ Occur_date: '2024-01-05 10:00:00', Occur_time_zone: 'here', Status: 'AF', Comment: 'In' }];
    expect(await tracked({ Code: 'R', Error_code: '0007', Detail })).toMatchObject({
      parcel: { events: [{ time: null, details: { Occur_time_zone: 'here' } }], details: { Error_code: '0007' } },
    });
  });
});

it.each([
  [
    'a product',
    productOf(objectOf(listOf(replyOf('huahan', 'getShippingMethod')['data'])[0])),
    {
      code: 'PK0088',
      name: 'SZUPSHD5XC',
      localName: 'A深圳UPS红单5000',
      group: 'ZD',
      trackable: true,
      transitDays: '3-11',
      note: '拿大等需另加私人住宅费25/票+燃油, 偏远费、关税预付费用等单独咨询',
    },
  ],
  [
    'a product of another deployment',
    productOf({ code: 'P', track_status: '1', zone: 'A' }),
    { code: 'P', details: { track_status: '1', zone: 'A' } },
  ],
  [
    'a country of an early version',
    countryOf({ country_id: '7', country_code: 'US', country_name: '美国', country_name_en: 'United States' }),
    { code: 'US', name: 'United States', localName: '美国', details: { country_id: '7' } },
  ],
  [
    'an extra service',
    extraServiceOf({
      extra_service_kind: '10',
      extra_service_enname: 'Signature',
      extra_service_cnname: '签收',
      extra_service_group: 'A',
      extra_service_note: 'N',
      fee: '5',
    }),
    { code: '10', name: 'Signature', localName: '签收', group: 'A', note: 'N', details: { fee: '5' } },
  ],
  [
    'a change of a number',
    numberChangeOf('eccang', {
      ...objectOf(listOf(replyOf('eccang', 'getTrackingNumberChangeRecord')['data'])[0]),
      by: 'x',
    }),
    expect.objectContaining({ carrier: 'eccang', details: { by: 'x' } }),
  ],
])('%s', (_, simplified, expected) => {
  expect(simplified).toEqual(expected);
});

it('beside links, what else was told: of several in one file each has its own', () => {
  expect(labelDetails({ ask: 'Success', url: 'x', type: 'pdf', reference_no: 'R' }, 'r')).toEqual({ type: 'pdf' });
  expect(labelDetails({ ask: 'Success', data: { url: 'x', reference_no: 'W' } }, 'R')).toEqual({ reference_no: 'W' });
  expect(labelDetails({ ask: 'Success', data: 'JVBERi0=', invoice_url: 'y', time: 'z' })).toEqual({ time: 'z' });
  const msgs = { A: 'Success', B: '无标签, 已补打', X: 'of nobody' };
  const printInfo = Object.entries(msgs).map(([code, msg]) => ({ code, msg }));
  const of = (number: string) => fileDetails({ url: 'x', pages: 2, printInfo }, number, ['A', 'B']);
  expect(of('A')).toEqual({ pages: 2, printInfo: [{ code: 'X', msg: 'of nobody' }] });
  expect(of('B')).toEqual({ pages: 2, printInfo: printInfo.slice(1) });
});

it.each([
  [{ ask: 'Success', message: 'Success', reference_no: 'W', type: null }, {}],
  [{ ask: 'Success', message: 'Success', order_code: 'W2', type: '1' }, { details: { order_code: 'W2', type: '1' } }],
])('a correction tells what was corrected: %j', async (raw, expected) => {
  const { client } = await carrier(ECCANG, '');
  const facts = { carrier: 'eccang', number: 'W', success: true, message: 'Success' };
  expect(correctionOf(client, 'W', raw)).toEqual({ ...facts, ...expected });
});
