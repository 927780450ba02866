import { group, text } from '#carriers/shared/rows';
import { REFERENCE, type HandOver } from '../handovers';
import { requestTable } from '../request';

/**
 * Makes the SCAN form of a USPS service, or pushes the data of clearance and delivery. Partly documented; `handoverinfo`
 * is spelt without an underscore.
 */
export const scanForm: HandOver = {
  path: 'scanform/',
  table: requestTable(
    'hge.md 8.1',
    {
      reference_num: REFERENCE,
      handoverinfo: group('Hand-Over', {
        handover_num: text('Hand-Over Number', 'By which you know this hand-over (handover_num)'),
        contact_name: text('Contact Name', 'Whom HGE may ask about this hand-over (contact_name)'),
        company_name: text('Company', 'Company that hands over (company_name)'),
        contact_email: text('Contact Email', 'E-mail address of the contact (contact_email)', { example: 'name@email.com' }),
        contact_phone: text('Contact Phone', 'Telephone of the contact: country code, blank, number (contact_phone)', { example: '1 401-555-0122' }),
      }),
    },
    { reference: 'reference_num' },
  ),
};
