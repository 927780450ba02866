import { OWN_NUMBER } from '#carriers/shared/pasted';
import { amount, count, country, currency, date, flag, group, list, text, type Rows } from '#carriers/shared/rows';
import { requestTable } from '../request';

/** `hge.md` 10: two letters in every example. */
const COUNTRY = country('Country', 'By its two letters, ISO 3166-1 alpha-2 (country)');

/** `hge.md` 9.1 and 9.2: the number of a stored address, or (inferred there) the address itself; meanings by name and example. */
const ADDRESS: Rows = {
  address_num: text('Address Number', 'Which entry of your address book at HGE it is (address_num)', { example: 'AD101312464' }),
  full_name: text('Full Name', 'First, middle and last name in one (full_name)'),
  first_name: text('First Name', 'Given name of the person (first_name)'),
  middle_name: text('Middle Name', 'What stands between given name and family name (middle_name)'),
  last_name: text('Last Name', 'Family name of the person (last_name)'),
  company: text('Company', 'Firm that stands in the address (company)'),
  phone: text('Phone', 'Telephone with country code and a blank after it (phone)', { example: '+1 4015550122' }),
  mobile: text('Mobile', 'Mobile phone with country code and a blank after it (mobile)', { example: '+1 4015550122' }),
  email: text('Email', 'E-mail address (email)', { example: 'name@email.com' }),
  country: COUNTRY,
  postcode: text('Postcode', 'Postal or ZIP code of the address (postcode)'),
  province: text('State or Province', 'Region that the address is in, where its country has such (province)', { example: 'CA' }),
  city: text('City', 'Town of the address (city)'),
  region: text('District', 'Part of the city, or county, of the address (region)'),
  street: text('Street', 'Name of the road, without the number of the house (street)'),
  house_no: text('House Number', 'What stands at the door (house_no)', { example: '13' }),
  address: text('Address', 'Address line (address); the manual has Chinese text here'),
  tax_id: text('Tax Number', 'Number under which the tax office knows this party (tax_id)'),
  creds_type: text('Identity Document: Type', 'Kind of document (creds_type). The manual shows PCCC only, the Korean personal customs clearance code (개인통관고유부호).', { example: 'PCCC', initial: 'PCCC' }),
  creds_id: text('Identity Document: Number', 'Number of the document, such as the PCCC of a recipient in Korea (creds_id)', { example: 'P12345678910' }),
  creds_issuing_code: text('Identity Document: Issuer Code', 'Code of who issued the document (creds_issuing_code)'),
  creds_issuing_name: text('Identity Document: Issuer Name', 'Name of who issued the document (creds_issuing_name)'),
  creds_issuing_date: date('Identity Document: Issue Date', 'When the document was issued, YYYY-MM-DD (creds_issuing_date)', { example: '2021-12-13', written: true }),
  creds_birthday: date('Identity Document: Birthday', 'Date of birth of the person, YYYY-MM-DD (creds_birthday)', { example: '1985-12-12', written: true }),
};

/** `hge.md` 9.4: the API misspells `manuacture_name` and has the country twice, once misspelt. Meanings by name and example. */
const ITEM: Rows = {
  sale_currency: currency('Sales Currency', 'Currency of the selling price (sale_currency)', { example: 'USD' }),
  sale_price: amount('Sales Price', 'What the goods are sold for in the shop (sale_price)', { example: '1.567' }),
  brand: text('Brand', 'Under which name the goods are sold (brand)'),
  model: text('Model', 'What the maker calls this version of the goods (model)'),
  name: text('Name', 'What the goods are called; in English in the manual (name)', { example: 'bag' }),
  sku: text('SKU', 'Your article number (sku)'),
  remark: text('Remark', 'What HGE should know of these goods (remark)'),
  desc: text('Description', 'What the goods are; in Chinese in the manual (desc)', { example: '书包' }),
  import_declared: text('Import Name', 'What the goods are called at customs of the destination (import_declared)', { example: 'bag' }),
  export_declared: text('Export Name', 'What the goods are called at customs of the origin (export_declared)', { example: '书包' }),
  export_hscode: text('Export HS Code', 'Customs tariff number for export; the manual writes it with a blank (export_hscode)', { example: '3926 9033' }),
  import_hscode: text('Import HS Code', 'Customs tariff number for import; the manual writes it with a blank (import_hscode)', { example: '3926 9033' }),
  desc_en: text('Description (English)', 'What the goods are, in English (desc_en)'),
  export_price: amount('Export Value', 'What is declared at customs of the origin (export_price)', { example: '1.112' }),
  export_price_currency: currency('Export Currency', 'Currency of the value declared for export (export_price_currency)', { example: 'CNY' }),
  import_price: amount('Import Value', 'What is declared at customs of the destination (import_price)', { example: '1.145' }),
  sale_link: text('Sales Link', 'Link to the product in the shop (sale_link)', { example: 'https://shop.example.com/bag' }),
  length: amount('Length', 'Length (length). The manual does not state the unit.'),
  width: amount('Width', 'Width (width). The manual does not state the unit.'),
  height: amount('Height', 'Height (height). The manual does not state the unit.'),
  weight: amount('Weight', 'Weight (weight). The manual states neither the unit nor whether it is of one piece.', { example: '0.25' }),
  qty: count('Quantity', 'Number of pieces (qty)', { zero: true }),
  material: text('Material', 'What it is made of (material)', { example: 'nylon' }),
  uses: text('Use', 'What it is used for (uses)', { example: 'Personal use' }),
  manuacture_name: text('Name', 'Name of the manufacturer; HGE spells it manuacture_name'),
  manufacture_address: text('Address', 'Where whoever made the goods is: street (manufacture_address)'),
  manufacture_postcode: text('Postcode', 'Where whoever made the goods is: postal code (manufacture_postcode)'),
  manufacture_city: text('City', 'Where whoever made the goods is: town (manufacture_city)'),
  manufacture_state: text('State or Province', 'Where whoever made the goods is: region (manufacture_state)'),
  manufacture_country: country('Country', 'Country of the manufacturer, ISO 3166-1 alpha-2 (manufacture_country)', { example: 'CN' }),
  manufacture_code: text('Code', 'By which whoever made the goods is known; the manual does not say at whom (manufacture_code)'),
  manufacture_mid: text('Manufacturer ID (MID)', 'Number of whoever made the goods, where customs ask for one (manufacture_mid)'),
  manuacture_country: country('Country (Second Field)', 'Country of the manufacturer again: HGE has a second field for it, spelt manuacture_country. The manual fills in both.', { example: 'CN' }),
  import_price_currency: currency('Import Currency', 'Currency of the value declared for import (import_price_currency)', { example: 'USD' }),
};

/** `hge.md` 9.3: the only example has its measures as text, unlike those of the items. */
const PARCEL: Rows = {
  parcel_num: text('Parcel Number', 'By which you know this box of the order (parcel_num)'),
  weight: amount('Weight', 'Weight of the parcel (weight). The manual does not state the unit: ask HGE.', { example: '0.5' }),
  length: text('Length', 'Length (length). The manual does not state the unit.'),
  width: text('Width', 'Width, sent as text as in the manual (width). It does not state the unit.', { example: '0.1' }),
  height: text('Height', 'Height, sent as text as in the manual (height). It does not state the unit.', { example: '0.1' }),
  item_list: list(['Items', 'Item'], ITEM),
};

/** `hge.md` 9.5: `mode` is a digit in quotes. */
const TAX: Rows = {
  mode: text('Tax Mode', 'A digit, sent as text (mode). The manual shows 2 and does not say what it means.', { example: '2' }),
  type: text('Tax Number Type', 'Kind of tax number (type). The manual shows IOSS only, the Import One-Stop Shop of the EU.', { example: 'IOSS' }),
  num: text('Tax Number', 'The number itself, of the kind above (num)'),
  company: text('Company', 'Company that holds the tax number (company)'),
  country: COUNTRY,
  address: text('Address', 'Address of the company that holds the tax number (address)'),
};

/** order_create, continued (inferred there) by what query order returns (7.6). */
export const ORDER = requestTable('hge.md 7.3', {
  customer_order_num: text('Customer Order Number', 'Your own order number (customer_order_num). HGE does not call it required; this node asks for it, because by it you find the order again when an answer is lost.', {
    asked: true,
    fold: OWN_NUMBER,
    example: 'SHOP-10023',
  }),
  service_code: text('Service Code', 'Code of the product (service_code), as HGE gave it to you: its list (查询产品服务) is not public', { example: 'P10006' }),
  order_remark: text('Order Remark', 'What HGE should know of this order (order_remark)'),
  is_confirm_label: flag('Confirm Label', 'Whether to confirm the waybill at once, as far as the name of the field says; otherwise Confirm Waybill (确认运单) does it (is_confirm_label)'),
  ship_date: date('Ship Date', 'Day of shipping, sent as YYYY-MM-DD (ship_date)', { example: '2025-12-13' }),
  need_track: text('Need Tracking', 'Y when tracking is wanted (need_track). Another letter is not documented.', { example: 'Y', initial: 'Y' }),
  is_overseas_return: flag('Overseas Return', 'Whether a return is handled overseas (is_overseas_return)'),
  is_signature: flag('Signature on Delivery', 'Whether the recipient has to sign (is_signature)'),
  shipper_info: group('Sender', ADDRESS),
  consignee_info: group('Recipient', ADDRESS),
  return_info: group('Return Address', ADDRESS),
  parcel_list: list(['Parcels', 'Parcel'], PARCEL),
  tax_info: group('Tax', TAX),
});
