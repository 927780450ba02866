import { text, type JsonRecord } from '../../json';
import type { Service } from '../catalogue';
import type { Order } from '../orders';

/** `data` of the order detail (`etower.md` A.5.1): sizes as text, `virtualId` left out, girth -1 = none. */
export function detail({ uuid, tracking, stage, held, service, sent, reference }: Order): JsonRecord {
  const items = Array.isArray(sent.orderItems) ? sent.orderItems : [];
  return {
    uuid,
    trackingNo: tracking,
    status: stage === 'forecast' ? 2 : stage === 'labelled' ? 1 : 0,
    facility: text(sent.facility) || '*',
    channel: service.channelId,
    channelName: service.name,
    serviceOption: text(sent.serviceOption),
    billingPartyName: 'Sample Shipper',
    platform: text(sent.platform),
    lockerService: false,
    authorityToLeave: sent.authorityToLeave === true,
    helds: held ? 1 : 0,
    address: {
      addressId: `ADDR${uuid.slice(-4)}`,
      country: text(sent.country),
      ...Object.fromEntries(
        ['addressLine1', 'addressLine2', 'addressLine3', 'city', 'state', 'postcode'].map((field) => [
          field,
          text(sent[field]),
        ]),
      ),
    },
    ...Object.fromEntries(
      ['recipientName', 'recipientCompany', 'phone', 'email'].map((field) => [field, text(sent[field])]),
    ),
    refNo: reference,
    refNo1: text(sent.referenceNo1),
    dangerousGoods: sent.dangerousGoods === true,
    incoterm: text(sent.incoterm) || 'DDU',
    invoiceCurrency: text(sent.invoiceCurrency),
    invoiceValue: Number(sent.invoiceValue),
    instruction: text(sent.instruction),
    weight: text(sent.weight),
    actualWeight: stage === 'forecast' ? Number(sent.weight) : null,
    weightUnit: (text(sent.weightUnit) || 'KG').toLowerCase(),
    volume: Number(sent.volume ?? 0),
    actualVolume: null,
    ...Object.fromEntries(['length', 'width', 'height'].map((field) => [field, text(sent[field])])),
    dimensionUnit: (text(sent.dimensionUnit) || 'CM').toLowerCase(),
    batteryPacking: 'NOBATTERY',
    batteryType: 'NOBATTERY',
    description: text(sent.description),
    nativeDescription: text(sent.nativeDescription),
    recipientTaxId: text(sent.recipientTaxId),
    girth: -1,
    actualGirth: -1,
    lineHaul: null,
    extendData: { vendorid: '', sortCode: 'SORT001', codAmount: 0 },
    parcelItems: items,
    shipperName: text(sent.shipperName),
    shipperPhone: text(sent.shipperPhone),
    returnOption: text(sent.returnOption),
  };
}

/** A service channel with every field of its example (A.5.3). */
export function channel({ channelId, name, chinese, code }: Service, destination: string): JsonRecord {
  const flags = { label: true, scan: true, lineHaul: true, customs: true, active: true, whiteLabel: true };
  const numbers = { labelType: 1, level: 1, bizType: 4, whiteLabelType: 1, createOrderWay: 1, aggregator: 100 };
  return {
    channelId,
    name,
    nativeName: chinese,
    code,
    channelGroup: code,
    ...flags,
    ...numbers,
    resendChannel: 0,
    returnChannel: 0,
    origin: 'CN',
    destination,
    description: '',
    remark: '',
    instruction: '',
    lastMailCarrier: '',
    shortCode: '',
    validPeriod: false,
    switchBatteryFlag: true,
    clockIn: false,
    trackingWebSiteList: [],
    customsAgentPartyList: [],
    customsAgentPartyIds: [],
    returnAddressHash: '',
    returnAddressBeautify: '',
  };
}
