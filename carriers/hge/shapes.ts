/** What an example value of a field is. A date is text in the form YYYY-MM-DD. */
export type Kind = 'text' | 'number' | 'flag' | 'date';

/** Names on the wire in the order of HGE's examples; a list holds the shape of its entries. */
export interface Shape {
  readonly [wireName: string]: Kind | Shape | readonly [Shape];
}

/** `hge.md` 9.1 and 9.2: the number of a stored address, or (inferred there) the address itself. */
export const ADDRESS = {
  address_num: 'text',
  full_name: 'text',
  first_name: 'text',
  middle_name: 'text',
  last_name: 'text',
  company: 'text',
  phone: 'text',
  mobile: 'text',
  email: 'text',
  country: 'text',
  postcode: 'text',
  province: 'text',
  city: 'text',
  region: 'text',
  street: 'text',
  house_no: 'text',
  address: 'text',
  tax_id: 'text',
  creds_type: 'text',
  creds_id: 'text',
  creds_issuing_code: 'text',
  creds_issuing_name: 'text',
  creds_issuing_date: 'date',
  creds_birthday: 'date',
} as const satisfies Shape;

/** `hge.md` 9.4: the API misspells `manuacture_name` and has the country twice, once misspelt. */
export const ITEM = {
  sale_currency: 'text',
  sale_price: 'number',
  brand: 'text',
  model: 'text',
  name: 'text',
  sku: 'text',
  remark: 'text',
  desc: 'text',
  import_declared: 'text',
  export_declared: 'text',
  export_hscode: 'text',
  import_hscode: 'text',
  desc_en: 'text',
  export_price: 'number',
  export_price_currency: 'text',
  import_price: 'number',
  sale_link: 'text',
  length: 'number',
  width: 'number',
  height: 'number',
  weight: 'number',
  qty: 'number',
  material: 'text',
  uses: 'text',
  manuacture_name: 'text',
  manufacture_address: 'text',
  manufacture_postcode: 'text',
  manufacture_city: 'text',
  manufacture_state: 'text',
  manufacture_country: 'text',
  manufacture_code: 'text',
  manufacture_mid: 'text',
  manuacture_country: 'text',
  import_price_currency: 'text',
} as const satisfies Shape;

/** `hge.md` 9.3: the only example has its measures as text, unlike those of the items. */
export const PARCEL = {
  parcel_num: 'text',
  weight: 'number',
  length: 'text',
  width: 'text',
  height: 'text',
  item_list: [ITEM],
} as const satisfies Shape;

/** `hge.md` 9.5: `mode` is a digit in quotes. */
export const TAX = {
  mode: 'text',
  type: 'text',
  num: 'text',
  company: 'text',
  country: 'text',
  address: 'text',
} as const satisfies Shape;

/** `hge.md` 7.3, continued (inferred there) by what query order returns (7.6). */
export const ORDER = {
  customer_order_num: 'text',
  service_code: 'text',
  order_remark: 'text',
  is_confirm_label: 'flag',
  ship_date: 'date',
  need_track: 'text',
  is_overseas_return: 'flag',
  is_signature: 'flag',
  shipper_info: ADDRESS,
  consignee_info: ADDRESS,
  return_info: ADDRESS,
  parcel_list: [PARCEL],
  tax_info: TAX,
} as const satisfies Shape;

/** `hge.md` 8.1, as far as it is visible; `handoverinfo` is spelt without an underscore. */
export const SCAN_FORM = {
  reference_num: 'text',
  handoverinfo: {
    handover_num: 'text',
    contact_name: 'text',
    company_name: 'text',
    contact_email: 'text',
    contact_phone: 'text',
  },
} as const satisfies Shape;

/** `hge.md` 8.3, as far as it is visible; `handover_mode` holds the flight. */
export const MANIFEST = {
  reference_num: 'text',
  handover_mode: {
    mawb_no: 'text',
    flight_no: 'text',
    etd: 'text',
    eta: 'text',
    departure_port: 'text',
    transit_port: 'text',
    arrival_port: 'text',
    transit_etd: 'text',
    transit_eta: 'text',
  },
} as const satisfies Shape;
