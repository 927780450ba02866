import type { INodeProperties } from 'n8n-workflow';

export const referenceNum: INodeProperties = {
  displayName: 'Reference Number',
  name: 'referenceNum',
  type: 'string',
  required: true,
  default: '',
  placeholder: 'e.g. TR20250427000000001',
  description: 'Your own number of this submission (reference_num), by which you find it again',
};

/** `handoverinfo` of Scan Form (`hge.md` 8.1). */
export const scanFormHandover: INodeProperties[] = [
  {
    displayName: 'Company',
    name: 'companyName',
    type: 'string',
    default: '',
    description: 'Company that hands over (company_name)',
  },
  {
    displayName: 'Contact Email',
    name: 'contactEmail',
    type: 'string',
    default: '',
    placeholder: 'e.g. name@email.com',
    description: 'E-mail address of the contact (contact_email)',
  },
  {
    displayName: 'Contact Name',
    name: 'contactName',
    type: 'string',
    default: '',
    description: 'Person to contact (contact_name)',
  },
  {
    displayName: 'Contact Phone',
    name: 'contactPhone',
    type: 'string',
    default: '',
    placeholder: 'e.g. 1 401-555-0122',
    description: 'Telephone of the contact: country code, blank, number (contact_phone)',
  },
  {
    displayName: 'Hand-Over Number',
    name: 'handoverNum',
    type: 'string',
    default: '',
    description: 'Number of the hand-over (handover_num)',
  },
];

const flightField = (displayName: string, name: string, description: string): INodeProperties => ({
  displayName,
  name,
  type: 'string',
  default: '',
  description,
});

/** `handover_mode` of Manifest (`hge.md` 8.3): in spite of its name it holds the flight. Formats are not documented. */
export const manifestFlight: INodeProperties[] = [
  flightField('Arrival Port', 'arrivalPort', 'Port of arrival (arrival_port)'),
  flightField('Departure Port', 'departurePort', 'Port of departure (departure_port)'),
  flightField('ETA', 'eta', 'Estimated time of arrival (eta). The manual does not state the format.'),
  flightField('ETD', 'etd', 'Estimated time of departure (etd). The manual does not state the format.'),
  flightField('Flight Number', 'flightNo', 'Number of the flight (flight_no)'),
  flightField('Master Air Waybill', 'mawbNo', 'Number of the master air waybill (mawb_no)'),
  flightField('Transit ETA', 'transitEta', 'Estimated time of arrival at the transit port (transit_eta)'),
  flightField('Transit ETD', 'transitEtd', 'Estimated time of departure from the transit port (transit_etd)'),
  flightField('Transit Port', 'transitPort', 'Port of transit (transit_port)'),
];
