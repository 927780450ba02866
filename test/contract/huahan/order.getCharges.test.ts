import { getOrderFee, HUAHAN } from '../../../carriers/huahan';
import { documented, documentedJson, object } from '../../documented';
import { carrier, enveloped, request } from '../eccang/wire';

describe('getOrderFee', () => {
  const document = object(documentedJson('huahan', 'getOrderFee.response.json'));
  const date = '2019-10-16 11:20:12';
  const charges = [
    { name: '速递运费', amount: '25.50', currency: 'RMB', date },
    { name: '测试费用', amount: '0.07', currency: 'RMB', date },
    { name: '挂号费', amount: '21.35', currency: 'RMB', date },
  ];

  it('data as the object of the table', async () => {
    const { client, sentParams } = await carrier(HUAHAN, documented('huahan', 'getOrderFee.response.xml'));
    expect(await getOrderFee(client, 'HHWFL9289000004YQ')).toEqual({
      raw: { reference_no: 'HHWFL9289000004YQ', ...object(document['data']) },
      charges: { carrier: 'huahan', number: 'HHWFL9289000004YQ', charges, details: { total_price: '0.00' } },
    });
    expect(sentParams()).toBe(request('huahan', 'getOrderFee.request.json'));
  });

  it('data as a string that holds JSON', async () => {
    const { client } = await carrier(HUAHAN, enveloped({ ...document, data: JSON.stringify(document['data']) }));
    expect((await getOrderFee(client, 'X')).charges.charges).toEqual(charges);
  });

  it('data as a list with gaps under a name', async () => {
    const { client } = await carrier(HUAHAN, enveloped({ ...document, data: { list: { 1: document['data'] } } }));
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

describe("Huahan's charges, whose lists may be objects and the other way round", () => {
  const line = { fee_name: '速递运费', price: '25.50', currency: 'RMB' };
  const other = { fee_name: '挂号费', price: '1.00', currency: 'RMB' };
  const charge = { name: '速递运费', amount: '25.50', currency: 'RMB' };
  const otherCharge = { name: '挂号费', amount: '1.00', currency: 'RMB' };

  it.each([
    ['a list of one', { data: [{ total_price: '0.00', details: [line] }] }, [charge]],
    ['a list of several', { Data: [{ details: [line] }, { details: other }] }, [charge, otherCharge]],
    ['a list of lines', { data: [line, other] }, [charge, otherCharge]],
    ['one line', { Result: line }, [charge]],
    ['one line in details', { data: { details: line } }, [charge]],
    ['text that holds a list', { data: JSON.stringify([line]) }, [charge]],
    ['fields at the top level', { total_price: '0.00', details: [line] }, [charge]],
    ['an empty list', { data: [] }, undefined],
    ['nothing', { data: '' }, undefined],
  ])('%s', async (_, reply, charges) => {
    const { client } = await carrier(HUAHAN, enveloped({ ask: 'Success', reference_no: 'R', ...reply }));
    expect((await getOrderFee(client, 'R')).charges.charges ?? []).toEqual(charges ?? []);
  });

  it.each([
    [
      'several bills',
      [
        { details: [line], total_price: '1' },
        { details: [other], total_price: '2' },
      ],
      { data: [{ total_price: '1' }, { total_price: '2' }] },
    ],
    [
      'a line that is no charge',
      { details: [line, { fee_name: 'later' }] },
      { details: [line, { fee_name: 'later' }] },
    ],
    ['more of a line', { details: [{ ...line, create_date: 'D', bill: 'B' }] }, undefined],
  ])('%s: what else is told stays', async (_, data, details) => {
    const { client } = await carrier(HUAHAN, enveloped({ ask: 'Success', reference_no: 'R', data }));
    const { charges } = await getOrderFee(client, 'R');
    expect(charges.details).toEqual(details);
    expect(charges.charges).toContainEqual(details ? charge : { ...charge, date: 'D', details: { bill: 'B' } });
  });

  it.each([['[1]'], ['12']])('%s is neither, and is said to be', async (data) => {
    const { client } = await carrier(HUAHAN, enveloped({ ask: 'Success', data }));
    await expect(getOrderFee(client, 'R')).rejects.toMatchObject({
      kind: 'invalid-reply',
      message: 'Huahan Logistics: the charges came neither as an object nor as text that holds one.',
      carrierText: data,
    });
  });
});
