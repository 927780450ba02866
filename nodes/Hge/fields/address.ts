import type { INodeProperties } from 'n8n-workflow';

/** Country of an address, `hge.md` 10: two letters in every example. */
export const country: INodeProperties = {
  displayName: 'Country',
  name: 'country',
  type: 'resourceLocator',
  // n8n adds the mark by itself, but not inside a collection that is open from the start.
  default: { __rl: true, mode: 'list', value: '' },
  description: 'ISO 3166-1 alpha-2 (country)',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Choose a country',
      typeOptions: { searchListMethod: 'searchCountries', searchable: true },
    },
    { displayName: 'By Code', name: 'code', type: 'string', placeholder: 'e.g. US' },
  ],
};

/** Fields of an address, by the camelCase of their names on the wire (`hge.md` 9.2; meanings by name and example). */
export const addressFields: INodeProperties[] = [
  {
    displayName: 'Address',
    name: 'address',
    type: 'string',
    default: '',
    description: 'Address line (address); the manual has Chinese text here',
  },
  { displayName: 'City', name: 'city', type: 'string', default: '', description: 'City (city)' },
  { displayName: 'Company', name: 'company', type: 'string', default: '', description: 'Company (company)' },
  country,
  { displayName: 'District', name: 'region', type: 'string', default: '', description: 'District (region)' },
  {
    displayName: 'Email',
    name: 'email',
    type: 'string',
    placeholder: 'e.g. name@email.com',
    default: '',
    description: 'E-mail address (email)',
  },
  { displayName: 'First Name', name: 'firstName', type: 'string', default: '', description: 'Given name (first_name)' },
  {
    displayName: 'Full Name',
    name: 'fullName',
    type: 'string',
    default: '',
    description: 'First, middle and last name in one (full_name)',
  },
  {
    displayName: 'House Number',
    name: 'houseNo',
    type: 'string',
    default: '',
    placeholder: 'e.g. 13',
    description: 'House number (house_no)',
  },
  {
    displayName: 'Identity Document: Birthday',
    name: 'credsBirthday',
    type: 'string',
    default: '',
    placeholder: 'e.g. 1985-12-12',
    description: 'Date of birth of the person, YYYY-MM-DD (creds_birthday)',
  },
  {
    displayName: 'Identity Document: Issue Date',
    name: 'credsIssuingDate',
    type: 'string',
    default: '',
    placeholder: 'e.g. 2021-12-13',
    description: 'When the document was issued, YYYY-MM-DD (creds_issuing_date)',
  },
  {
    displayName: 'Identity Document: Issuer Code',
    name: 'credsIssuingCode',
    type: 'string',
    default: '',
    description: 'Code of who issued the document (creds_issuing_code)',
  },
  {
    displayName: 'Identity Document: Issuer Name',
    name: 'credsIssuingName',
    type: 'string',
    default: '',
    description: 'Name of who issued the document (creds_issuing_name)',
  },
  {
    displayName: 'Identity Document: Number',
    name: 'credsId',
    type: 'string',
    default: '',
    placeholder: 'e.g. P12345678910',
    description: 'Number of the document, such as the PCCC of a recipient in Korea (creds_id)',
  },
  {
    displayName: 'Identity Document: Type',
    name: 'credsType',
    type: 'string',
    default: 'PCCC',
    placeholder: 'e.g. PCCC',
    description:
      'Kind of document (creds_type). The manual shows PCCC only, the Korean personal customs clearance code (개인통관고유부호).',
  },
  { displayName: 'Last Name', name: 'lastName', type: 'string', default: '', description: 'Family name (last_name)' },
  {
    displayName: 'Middle Name',
    name: 'middleName',
    type: 'string',
    default: '',
    description: 'Middle name (middle_name)',
  },
  {
    displayName: 'Mobile',
    name: 'mobile',
    type: 'string',
    default: '',
    placeholder: 'e.g. +1 4015550122',
    description: 'Mobile phone with country code and a blank after it (mobile)',
  },
  {
    displayName: 'Phone',
    name: 'phone',
    type: 'string',
    default: '',
    placeholder: 'e.g. +1 4015550122',
    description: 'Telephone with country code and a blank after it (phone)',
  },
  { displayName: 'Postcode', name: 'postcode', type: 'string', default: '', description: 'Postcode (postcode)' },
  {
    displayName: 'State or Province',
    name: 'province',
    type: 'string',
    default: '',
    placeholder: 'e.g. CA',
    description: 'State or province (province)',
  },
  { displayName: 'Street', name: 'street', type: 'string', default: '', description: 'Street (street)' },
  { displayName: 'Tax Number', name: 'taxId', type: 'string', default: '', description: 'Tax number (tax_id)' },
];

/** Open from the start, because an address without them is none. */
const OPEN = ['fullName', 'phone', 'country', 'province', 'city', 'address', 'postcode'];

/** One party of an order: the number of an address that HGE has stored, or the address itself. */
export function partyFields(label: string, name: string, { open }: { open: boolean }): INodeProperties[] {
  const from = `${name}From`;
  const opened = addressFields.filter((field) => open && OPEN.includes(field.name));
  const address: INodeProperties = {
    displayName: label,
    name: `${name}Info`,
    type: 'collection',
    displayOptions: { show: { [from]: ['full'] } },
    placeholder: 'Add field',
    default: {},
    options: addressFields,
  };
  return [
    {
      displayName: `${label} From`,
      name: from,
      type: 'options',
      noDataExpression: true,
      options: [
        { name: 'Full Address', value: 'full', description: 'Enter the address' },
        { name: 'Stored Address', value: 'stored', description: 'Name an address of your address book at HGE' },
      ],
      default: 'full',
      description: 'How to give this address',
    },
    {
      displayName: `${label} Address Number`,
      name: `${name}AddressNum`,
      type: 'string',
      required: true,
      displayOptions: { show: { [from]: ['stored'] } },
      default: '',
      placeholder: 'e.g. AD101312464',
      description: 'Number of the stored address (address_num)',
    },
    { ...address, default: Object.fromEntries(opened.map((field) => [field.name, field.default])) },
  ];
}
