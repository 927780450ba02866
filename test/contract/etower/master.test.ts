import { closeShipments, printLabels, printMerged } from '../../../carriers/etower';
import { CarrierError } from '../../../carriers/http';
import { client, failure, outcomes, pdf, reply, success, textIn } from './wire';

describe('each entry decides for its own item', () => {
  const masters = { numberType: 'masterIds' } as const;

  it('all entries of one master are its own, whatever their numbers', async () => {
    const piece = (orderId: string) => success({ orderId, labelContent: pdf(orderId) });
    const own = await client(reply('Success', piece('P-1'), piece('P-2')));
    const [answer] = await printLabels(own, ['M'], { numberType: 'masterIds' });
    expect(answer).toMatchObject({ files: [{ extension: 'pdf' }, { extension: 'pdf' }] });
  });

  it('a piece without a label is named', async () => {
    const entries = [
      success({ orderId: 'P-1', labelContent: pdf('P-1') }),
      success({ orderId: 'P-2', labelContent: null }),
    ];
    const [answer] = await printLabels(await client(reply('Success', ...entries)), ['M'], masters);
    expect(answer).toMatchObject({ files: [{ extension: 'pdf' }], unlabelled: ['P-2'] });
  });

  it('one failing entry of several for an order fails it', async () => {
    const own = await client(
      reply(
        'Success',
        success({ masterRefno: 'M', orderId: 'M-1' }),
        failure(100009, 'gone', { masterRefno: 'M', orderId: 'M-2' }),
      ),
    );
    expect(outcomes(await closeShipments(own, ['M'], { numberType: 'masterIds' }))).toEqual(['not-found: gone']);
  });

  it('pieces without their master’s number belong to the master before them', async () => {
    const piece = (orderId: string) => success({ orderId, labelContent: pdf(orderId) });
    const own = await client(reply('Success', ...['M1', 'M1-2', 'M2', 'M2-2'].map(piece)));
    const answers = await printLabels(own, ['M1', 'M2'], masters);
    expect(answers.map((answer) => (answer instanceof CarrierError ? answer.kind : answer.files.map(textIn)))).toEqual([
      ['%PDF-1.4 M1', '%PDF-1.4 M1-2'],
      ['%PDF-1.4 M2', '%PDF-1.4 M2-2'],
    ]);
  });

  it('a master without entries does not get the pieces of another one, even where their count fits', async () => {
    const piece = (orderId: string) => success({ orderId, trackingNo: `T-${orderId}`, labelContent: pdf(orderId) });
    const answer = reply('Success', piece('M1'), piece('M1-2'));
    for (const print of [
      printLabels,
      async (...of: Parameters<typeof printMerged>) => (await printMerged(...of)).answers,
    ]) {
      const answers = await print(await client(answer), ['M1', 'M2'], masters);
      expect(answers).toMatchObject([{ parcel: { orderNumber: 'M1' } }, { kind: 'not-found' }]);
    }
    expect(outcomes(await closeShipments(await client(answer), ['M1', 'M2'], masters))).toEqual([
      'T-M1',
      'outcome-unknown: eTower returned nothing for M2',
    ]);
  });

  it('masters of which none is named are matched by position when there is one entry for each', async () => {
    const closed = (number: string) => success({ orderId: number, trackingNo: number });
    const close = async (...data: object[]) =>
      outcomes(await closeShipments(await client(reply('Success', ...data)), ['M1', 'M2'], masters));
    expect(await close(closed('JDQ1'), closed('JDQ2'))).toEqual(['JDQ1', 'JDQ2']);
    expect(await close(closed('JDQ1'), failure(100016, 'not labelled', { orderId: 'JDQ2' }))).toEqual([
      'JDQ1',
      'rejected: not labelled',
    ]);
    const unknown = ['M1', 'M2'].map((master) => `outcome-unknown: eTower returned nothing for ${master}`);
    expect(await close(closed('JDQ1'), closed('JDQ2'), closed('JDQ3'))).toEqual(unknown);
  });

  it('a piece that could not be closed fails its master', async () => {
    const closed = (orderId: string) => success({ orderId, trackingNo: `T-${orderId}` });
    const refused = failure(100016, 'not labelled', { orderId: 'M2-2' });
    const own = await client(
      reply('Partial Success', closed('M1'), closed('M1-2'), closed('M2'), refused, closed('M3')),
    );
    expect(outcomes(await closeShipments(own, ['M1', 'M2', 'M3'], masters))).toEqual([
      'T-M1',
      'rejected: not labelled',
      'T-M3',
    ]);
  });
});
