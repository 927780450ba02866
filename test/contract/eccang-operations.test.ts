import {
  awaitTrackingNumbers,
  cancelOrder,
  createOrders,
  ECCANG,
  getReceivingExpense,
  getRequiredFields,
  getTemplateDocument,
  getTrackingNumberChanges,
  getTrackingNumbers,
  interceptOrder,
  quoteOf,
  quoteRates,
  updateWeights,
  validateOrder,
  validationRequestOf,
} from '../../carriers/eccang';
import { getBilledWeights, getMergedLabel, getOrderFee, getProofsOfDispatch, HUAHAN } from '../../carriers/huahan';
import { objectOf } from '../../carriers/json-value';
import { documented, documentedJson } from '../documented';
import { carrier, enveloped, object } from './eccang-carrier';

const request = (name: string, file: string): string => JSON.stringify(documentedJson(name, file));

describe('Eccang', () => {
  it('cancelOrder, with and without type', async () => {
    const { client, sentParams } = await carrier(ECCANG, documented('eccang', 'cancelOrder.response.xml'));
    expect(await cancelOrder(client, 'CR36600006')).toEqual(documentedJson('eccang', 'cancelOrder.response.json'));
    await cancelOrder(client, 'CR36600006', 2);
    expect(sentParams(0)).toBe(request('eccang', 'cancelOrder.request.json'));
    expect(sentParams(1)).toBe('{"reference_no":"CR36600006","type":2}');
  });

  it('interceptOrder', async () => {
    const { client, sentParams } = await carrier(
      ECCANG,
      enveloped(documentedJson('eccang', 'interceptOrder.response.json')),
    );
    const raw = await interceptOrder(client, { number: 'QGPLAI18041700000003', type: '1', remark: 'test' });
    expect(raw).toEqual(documentedJson('eccang', 'interceptOrder.response.json'));
    expect(sentParams()).toBe(request('eccang', 'interceptOrder.request.json'));
  });

  it('feeTrail', async () => {
    const document = object(documentedJson('eccang', 'feeTrail.response.json'));
    const { client, sentParams } = await carrier(ECCANG, enveloped(document));
    const quotes = await quoteRates(client, object(documentedJson('eccang', 'feeTrail.request.json')));
    expect(quotes).toEqual(document['data']);
    expect(sentParams()).toBe(request('eccang', 'feeTrail.request.json'));
    expect(quoteOf('eccang', objectOf(quotes[0]))).toEqual({
      carrier: 'eccang',
      service: { code: 'PK0071', name: 'test product', localName: '测试产品' },
      charges: [
        { name: 'Freight', amount: '1575.00' },
        { name: 'Fuel', amount: '0.00' },
        { name: 'Registration', amount: '0.00' },
        { name: 'Other', amount: '25.00' },
      ],
      total: 1600,
      transitDays: '3-7',
      trackable: false,
      chargeableWeightKg: 10,
      note: '测试',
    });
  });

  it('getFieldRule', async () => {
    const document = object(documentedJson('eccang', 'getFieldRule.response.json'));
    const { client, sentParams } = await carrier(ECCANG, enveloped(document));
    expect(await getRequiredFields(client, 'PK0049', '')).toEqual(objectOf(document['data'])['requiredFields']);
    expect(sentParams()).toBe(request('eccang', 'getFieldRule.request.json'));
  });

  it('getLabelByTemplate', async () => {
    const { client, sentParams } = await carrier(
      ECCANG,
      enveloped(documentedJson('eccang', 'getLabelByTemplate.response.json')),
    );
    const raw = await getTemplateDocument(client, '78', ['QGAUSE19041600000381', 'QGAUSE19041600000276']);
    expect(raw).toEqual(documentedJson('eccang', 'getLabelByTemplate.response.json'));
    expect(sentParams()).toBe(request('eccang', 'getLabelByTemplate.request.json'));
  });

  it('getTrackingNumberChangeRecord, and no change', async () => {
    const document = object(documentedJson('eccang', 'getTrackingNumberChangeRecord.response.json'));
    const { client, sentParams } = await carrier(ECCANG, enveloped(document), enveloped({ ask: 'Success', data: [] }));
    const waybill = 'QGINSN19041600001352';
    const changes = await getTrackingNumberChanges(client, {
      waybill,
      startDate: '2019-04-16 13:55:00',
      endDate: '2019-04-16 14:00:00',
    });
    expect(changes).toEqual(document['data']);
    expect(sentParams()).toBe(request('eccang', 'getTrackingNumberChangeRecord.request.json'));
    expect(await getTrackingNumberChanges(client, { waybill })).toEqual([]);
  });

  it('addressValidate: its own object, an order, and findings', async () => {
    const own = object(documentedJson('eccang', 'addressValidate.request.json'));
    const findings = {
      ask: 'Failure',
      message: '信息不合法',
      Error: { errCode: '50048', errMessage: '收件人城市不能为空;邮编不能为空' },
    };
    const { client, sentParams } = await carrier(
      ECCANG,
      enveloped(documentedJson('eccang', 'addressValidate.response.json')),
      enveloped(findings),
    );
    expect(await validateOrder(client, validationRequestOf(own))).toMatchObject({
      validation: { carrier: 'eccang', reference: 'FZC276489282042', valid: true, message: '检验通过' },
    });
    expect(sentParams()).toBe(JSON.stringify(own));
    const { consignee, invoice, ...rest } = own;
    expect(
      await validateOrder(
        client,
        validationRequestOf({ ...rest, Consignee: consignee, ItemArr: invoice, Shipper: {} }),
      ),
    ).toMatchObject({
      raw: findings,
      validation: { valid: false, message: '信息不合法', problems: ['收件人城市不能为空', '邮编不能为空'] },
    });
    expect(sentParams(1)).toBe(JSON.stringify(own));
  });

  it('addressValidate: any other refusal is an error', async () => {
    const { client } = await carrier(ECCANG, enveloped({ ask: 'Failure', message: 'x', err_code: '50001' }));
    await expect(validateOrder(client, {})).rejects.toMatchObject({ kind: 'credentials' });
  });

  it('getReceivingExpense, billed and not yet billed', async () => {
    const data = {
      CustomerOrderNumber: 'A',
      TrackingNumber: 'T',
      CountryCode: 'US',
      SettleWeight: '0.301',
      Freight: '25.50',
      FuelCharge: '0.07',
      TotalFee: 25.57,
    };
    const { client } = await carrier(
      ECCANG,
      enveloped({ ask: 'Success', Data: data }),
      enveloped({ ask: 'Success', data: [] }),
    );
    expect(await getReceivingExpense(client, 'A')).toEqual({
      raw: data,
      charges: {
        carrier: 'eccang',
        number: 'A',
        reference: 'A',
        trackingNumber: 'T',
        country: 'US',
        weightKg: 0.301,
        charges: [
          { name: 'Freight', amount: '25.50' },
          { name: 'Fuel', amount: '0.07' },
        ],
        total: 25.57,
      },
    });
    expect(await getReceivingExpense(client, 'B')).toEqual({ raw: {}, charges: { carrier: 'eccang', number: 'B' } });
  });

  it('getTrackNumber hands numbers back whatever their order and case', async () => {
    const reply = {
      ask: 'Success',
      data: [
        { OrderNumber: 'B', TrackingNumber: 'T2', WayBillNumber: 'W2' },
        { OrderNumber: 'A', TrackingNumber: '', WayBillNumber: 'W1' },
      ],
    };
    const { client, sentParams } = await carrier(ECCANG, enveloped(reply));
    const answers = await getTrackingNumbers(client, ['a', 'B', 'C', 'a']);
    expect(sentParams()).toBe('{"reference_no":["a","B","C"]}');
    expect(answers).toMatchObject([
      { parcel: { reference: 'A', orderNumber: 'W1', trackingNumberPending: true } },
      { parcel: { reference: 'B', trackingNumber: 'T2' } },
      { kind: 'not-found', message: expect.stringContaining('C') },
      { parcel: { reference: 'A' } },
    ]);
  });

  it('waiting asks again only for what is missing and ends at the deadline', async () => {
    const entry = (number: string, tracking: string) => ({ OrderNumber: number, TrackingNumber: tracking });
    const first = enveloped({ ask: 'Success', data: [entry('A', ''), entry('B', 'T')] });
    const later = enveloped({ ask: 'Success', data: [entry('A', '')] });
    const { client, sentParams, calls } = await carrier(
      ECCANG,
      first,
      later,
      enveloped({ ask: 'Success', data: [entry('A', 'TA')] }),
    );
    const answers = await awaitTrackingNumbers(client, ['A', 'B'], { deadlineMs: 5000, intervalMs: 1 });
    expect(answers).toMatchObject([{ parcel: { trackingNumber: 'TA' } }, { parcel: { trackingNumber: 'T' } }]);
    expect(calls()).toBe(3);
    expect(sentParams(1)).toBe('{"reference_no":["A"]}');
    const never = await carrier(ECCANG, later);
    const pending = await awaitTrackingNumbers(never.client, ['A'], { deadlineMs: 0, intervalMs: 1 });
    expect(pending).toMatchObject([{ parcel: { trackingNumberPending: true } }]);
    expect(never.calls()).toBe(1);
  });

  it('batchCreateOrder gives every order its own answer, whatever stands above', async () => {
    const reply = {
      ask: 'Failure',
      message: '',
      Result: [
        { ask: 'Success', reference_no: 'A', order_code: 'W1', shipping_method_no: 'T1', track_status: '1' },
        {
          ask: 'Failure',
          reference_no: 'B',
          message: '订单数据不合法',
          Error: { errCode: '5000', errMessage: '邮编不能为空' },
        },
      ],
      Error: [],
    };
    const { client, sentParams } = await carrier(ECCANG, enveloped(reply));
    const answers = await createOrders(client, [{ reference_no: 'a' }, { reference_no: 'B' }]);
    expect(sentParams()).toBe('[{"reference_no":"a"},{"reference_no":"B"}]');
    expect(answers).toMatchObject([
      { parcel: { orderNumber: 'W1' } },
      { kind: 'rejected', message: '订单数据不合法: 邮编不能为空' },
    ]);
  });

  it('an order that the batch answer does not mention is looked up', async () => {
    const { client } = await carrier(
      ECCANG,
      enveloped({ ask: 'Success', Result: [{ ask: 'Success', reference_no: 'A', order_code: 'W1' }] }),
      enveloped({ ask: 'Success', data: [{ OrderNumber: 'B', WayBillNumber: 'W2', TrackingNumber: 'T2' }] }),
    );
    expect(await createOrders(client, [{ reference_no: 'A' }, { reference_no: 'B' }])).toMatchObject([
      { parcel: { orderNumber: 'W1' } },
      { parcel: { orderNumber: 'W2', recovered: true } },
    ]);
  });
});

describe('Huahan', () => {
  it('interceptOrder takes the waybill alone', async () => {
    const { client, sentParams } = await carrier(HUAHAN, documented('huahan', 'interceptOrder.response.xml'));
    expect(await interceptOrder(client, { number: 'HHWDE0092000008YQ' })).toEqual(
      documentedJson('huahan', 'interceptOrder.response.json'),
    );
    expect(sentParams()).toBe(request('huahan', 'interceptOrder.request.json'));
  });

  it('modifyOrderWeight: the documented answer, though it names another waybill', async () => {
    const { client, sentParams } = await carrier(HUAHAN, documented('huahan', 'modifyOrderWeight.response.xml'));
    const updates = [
      { order_code: 'HHWEW0007000006YQ', weight: '0.02' },
      { order_code: 'HHWEW0007000005YQ', weight: '0.03' },
    ];
    expect(await updateWeights(client, updates)).toMatchObject([
      { ask: 'Success' },
      { order_code: 'HHWEW0007000005YQ', ask: 'Success' },
    ]);
    expect(sentParams()).toBe(request('huahan', 'modifyOrderWeight.request.json'));
  });

  it('modifyOrderWeight: a refused item under a top-level Success', async () => {
    const reply = {
      ask: 'Success',
      message: '',
      Result: [
        { order_code: 'B', ask: 'Success', message: 'Success' },
        { order_code: 'A', ask: 'Failure', Error: { errMessage: '只有草稿、换号中、已预报状态才能修改', errCode: '' } },
      ],
    };
    const { client } = await carrier(HUAHAN, enveloped(reply));
    expect(
      await updateWeights(client, [
        { order_code: 'A', weight: '1' },
        { order_code: 'B', weight: '2' },
        { order_code: 'C', weight: '3' },
      ]),
    ).toMatchObject([
      { kind: 'rejected', message: '只有草稿、换号中、已预报状态才能修改' },
      { ask: 'Success' },
      { kind: 'outcome-unknown', message: 'Huahan Logistics gave no result for C in its answer.' },
    ]);
  });

  it('batchGetLabelUrl', async () => {
    const { client, sentParams } = await carrier(HUAHAN, documented('huahan', 'batchGetLabelUrl.response.xml'));
    const numbers = ['HHWEW0191000054YQ', 'HHWEW0191000046YQ'];
    const raw = await getMergedLabel(client, { numbers, labelType: 1, labelContentType: 6, printDeclareInfo: 'N' });
    expect(raw).toEqual(documentedJson('huahan', 'batchGetLabelUrl.response.json'));
    expect(sentParams()).toBe(request('huahan', 'batchGetLabelUrl.request.json'));
  });

  it('batchGetDeliveryProof: by number, else by place, and a missing one', async () => {
    const { client, sentParams } = await carrier(
      HUAHAN,
      documented('huahan', 'batchGetDeliveryProof.response.xml'),
      enveloped({ ask: 'Success', data: [{ url: 'u', reference_no: 'B' }] }),
    );
    expect(await getProofsOfDispatch(client, ['HHWAA4236000002YQ', 'HHWAA4236000001YQ'])).toEqual(
      object(documentedJson('huahan', 'batchGetDeliveryProof.response.json'))['data'],
    );
    expect(sentParams()).toBe(request('huahan', 'batchGetDeliveryProof.request.json'));
    expect(await getProofsOfDispatch(client, ['A', 'B'])).toMatchObject([{ kind: 'not-found' }, { url: 'u' }]);
  });

  it('getBillingWeight: weights and reasons', async () => {
    const { client, sentParams } = await carrier(
      HUAHAN,
      documented('huahan', 'getBillingWeight.response.xml'),
      enveloped({
        ask: 'Success',
        Data: [
          { Code: 'A', chargeweight: '', message: '订单还未入库' },
          { Code: 'B', chargeweight: '', message: '订单不存在,或运单不属于该客户' },
        ],
      }),
    );
    expect(await getBilledWeights(client, ['HHWIK1102001476YQ', 'LY735983048CN'])).toMatchObject([
      { weight: { carrier: 'huahan', number: 'HHWIK1102001476YQ', weightKg: 0.301 } },
      { weight: { weightKg: 1 } },
    ]);
    expect(sentParams()).toBe(request('huahan', 'getBillingWeight.request.json'));
    expect(await getBilledWeights(client, ['A', 'B'])).toMatchObject([
      { kind: 'rejected', message: '订单还未入库' },
      { kind: 'not-found', message: '订单不存在,或运单不属于该客户' },
    ]);
  });

  describe('getOrderFee', () => {
    const document = object(documentedJson('huahan', 'getOrderFee.response.json'));
    const charges = [
      { name: '速递运费', amount: '25.50', currency: 'RMB' },
      { name: '测试费用', amount: '0.07', currency: 'RMB' },
      { name: '挂号费', amount: '21.35', currency: 'RMB' },
    ];

    it('data as the object of the table', async () => {
      const { client, sentParams } = await carrier(HUAHAN, documented('huahan', 'getOrderFee.response.xml'));
      expect(await getOrderFee(client, 'HHWFL9289000004YQ')).toEqual({
        raw: document['data'],
        charges: { carrier: 'huahan', number: 'HHWFL9289000004YQ', charges },
      });
      expect(sentParams()).toBe(request('huahan', 'getOrderFee.request.json'));
    });

    it('data as a string that holds JSON', async () => {
      const { client } = await carrier(HUAHAN, enveloped({ ...document, data: JSON.stringify(document['data']) }));
      expect((await getOrderFee(client, 'X')).charges.charges).toEqual(charges);
    });

    it('data as a string that is no JSON: an error with the text', async () => {
      const { client } = await carrier(HUAHAN, enveloped({ ...document, data: '{total_price:0.00' }));
      await expect(getOrderFee(client, 'X')).rejects.toMatchObject({
        kind: 'invalid-reply',
        carrierText: '{total_price:0.00',
      });
    });

    it('the answer as the page prints it, its inner quotes unescaped: an error with the text', async () => {
      const printed =
        '{"ask":"Success","message":"Success","reference_no":"X","data":"{"total_price":"0.00","details":[]}"}';
      const { client } = await carrier(
        HUAHAN,
        documented('eccang', 'envelope.response.xml').replace(
          /<response>.*<\/response>/s,
          `<response>${printed}</response>`,
        ),
      );
      await expect(getOrderFee(client, 'X')).rejects.toMatchObject({ kind: 'invalid-reply', carrierText: printed });
    });
  });
});
