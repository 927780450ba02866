import { ECCANG, getReceivingExpense } from '../../../carriers/eccang';
import { carrier, enveloped } from './wire';

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
      billedWeightKg: 0.301,
      charges: [
        { name: 'Freight', amount: '25.50' },
        { name: 'Fuel', amount: '0.07' },
      ],
      total: 25.57,
    },
  });
  expect(await getReceivingExpense(client, 'B')).toEqual({ raw: {}, charges: { carrier: 'eccang', number: 'B' } });
});

it('charges of several entries are all there', async () => {
  const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', data: [{ Freight: '1' }, { Freight: '2' }] }));
  expect((await getReceivingExpense(client, 'A')).charges.charges).toEqual([
    { name: 'Freight', amount: '1' },
    { name: 'Freight', amount: '2' },
  ]);
});

it('charges directly at the top level are there, and no charges are none', async () => {
  const { client } = await carrier(
    ECCANG,
    enveloped({ ask: 'Success', CustomerOrderNumber: 'R', Freight: '1.00', TotalFee: '1.00' }),
    enveloped({ ask: 'Success', reference_no: 'R', data: {} }),
  );
  expect(await getReceivingExpense(client, 'R')).toEqual({
    raw: { CustomerOrderNumber: 'R', Freight: '1.00', TotalFee: '1.00' },
    charges: {
      carrier: 'eccang',
      number: 'R',
      reference: 'R',
      charges: [{ name: 'Freight', amount: '1.00' }],
      total: '1.00',
    },
  });
  expect((await getReceivingExpense(client, 'R')).charges).toEqual({ carrier: 'eccang', number: 'R' });
});
