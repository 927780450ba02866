import { CARRIER_NUMBER } from '#carriers/shared/pasted';
import { RequestTable } from '#carriers/shared/request';
import { country, flag, group, inside, list, listed, measure, optional, text, withChanges, type Rows } from '#carriers/shared/rows';
import { parcelFindings } from '../bag-rules';

const SOURCE = 'etower.md B.4.15';

/** What a hand-over says besides its bags. */
export const HANDOVER = new RequestTable(SOURCE, {
  batchNo: text('Batch Number', 'Your number of this hand-over, at most 80 characters (交接批次号)', { most: 80, example: 'HANDOVER-2026-01-05' }),
  // The form has a point in time; what goes out is ISO 8601.
  handoverTime: { kind: 'seconds', label: 'Handover Time', description: "When the bags are handed over; without an offset it is in the workflow's time zone (交接时间)" },
  consignor: text('Consignor', 'Who hands the bags over, at most 80 characters (交货人)', { most: 80 }),
  consignee: text('Consignee', 'Who takes the bags, at most 80 characters (收货人)', { most: 80 }),
  driver: text('Driver', 'Who drives, at most 80 characters (司机)', { most: 80 }),
  plateNbr: text('Number Plate', 'Of the vehicle that brings the bags, at most 80 characters (车牌号)', { most: 80 }),
  remark: text('Remark', 'What the carrier should know of this hand-over (备注)'),
});

const BAG_ROWS: Rows = {
  bagNo: text('Bag Number', 'Number of the big bag, unique at the carrier, at most 80 characters (大包号)', { required: true, most: 80, example: 'BAG-2026-01-05-001' }),
  serviceCode: listed('Service', 'Service of every parcel in the bag (服务代码)', { search: 'searchServices', entry: 'a service' }, { required: true, example: 'UBI.AU2AU.AUPOST.1' }),
  facility: listed('Facility', 'Where you hand the bag in (交货网点)', { search: 'searchFacilities', entry: 'a facility' }, { example: 'CAN' }),
  destCountry: country('Destination Country', 'Country that the bag goes to (目的国家), ISO 3166-1 alpha-2', { required: true, example: 'AU' }),
  sortCode: text('Sort Code', 'By which the carrier sorts the bag, if it gave you one (分拣码)'),
  // Nothing is said of batteries that the user did not say.
  battery: flag('Batteries', 'Whether the bag holds batteries (是否带电)', {
    initial: '',
    choices: [
      { name: 'No', value: 'false' },
      { name: 'Not Stated', value: '' },
      { name: 'Yes', value: 'true' },
    ],
  }),
  totalWeight: measure('Total Weight', 'Weight of all parcels in the bag; the manual names no unit (总重量)', { required: true }),
  GrossWeight: measure('Gross Weight', 'Weight with the bag itself; the manual names no unit (毛重)', { name: 'grossWeight' }),
  extendData: group('Extra Data', { sortCode: text('Sort Code in Extra Data', 'Sort code under extendData (分拣码)', { name: 'extraSortCode' }) }),
  parcels: list(['Parcels', 'Parcel'], { trackingNo: text('Tracking Number', 'Tracking number of a parcel in the bag (跟踪号)', { required: true, fold: CARRIER_NUMBER, example: '{{ $json.trackingNumber }}' }) }, { required: true }),
};

/** A bag of parcels that exist, as the form has it. */
export const BAG = new RequestTable(SOURCE, BAG_ROWS);

/** Its parcels may also be complete new orders. */
export const BAG_WITH_ORDERS = new RequestTable(SOURCE, withChanges(BAG_ROWS, { parcels: inside({ trackingNo: optional }) }), { rule: parcelFindings });
