import { closeShipments, sendManifest } from '../../../carriers/etower';
import { client, example, expectSent, reply, request, success } from './wire';

describe('documented requests go out byte for byte', () => {
  it('forecast-manifests', async () => {
    await sendManifest(await client(example('forecast-manifests')), ['JDQ002445001000931503']);
    expectSent('/services/shipper/manifests', request('forecast-manifests'));
  });

  it('close-shipments', async () => {
    const own = await client(reply('Success', success({ orderId: 'test001' }), success({ orderId: 'test002' })));
    await closeShipments(own, ['test001', 'test002'], { numberType: 'shipmentIds', manifestNo: 'test001' });
    expectSent('/services/shipper/closeShipments', request('close-shipments'));
  });
});

describe('documented replies', () => {
  it('the newer closing reply, whose names are spelled differently', async () => {
    const entry = success({ orderId: 'A', relabelstatus: 1, lastMailcarrier: 'AUPOST', warnings: 'check it' });
    const [answer] = await closeShipments(await client(reply('Success', entry)), ['A'], { numberType: 'shipmentIds' });
    expect(answer).toMatchObject({ parcel: { relabelStatus: '1', lastMileCarrier: 'AUPOST', warnings: ['check it'] } });
  });
});
