import { group, text } from '#carriers/shared/rows';
import { REFERENCE, type HandOver } from '../handovers';
import { requestTable } from '../request';

/**
 * Pushes big bags and the parcels in them. Partly documented; in spite of its name `handover_mode` holds the flight.
 * Formats of times are not documented.
 */
export const manifest: HandOver = {
  path: 'manifest/',
  table: requestTable(
    'hge.md 8.3',
    {
      reference_num: REFERENCE,
      handover_mode: group('Flight', {
        mawb_no: text('Master Air Waybill', 'Number of the air waybill that the whole load flies under (mawb_no)'),
        flight_no: text('Flight Number', 'Which flight takes the load, as the airline numbers it (flight_no)'),
        etd: text('ETD', 'Estimated time of departure (etd). The manual does not state the format.'),
        eta: text('ETA', 'Estimated time of arrival (eta). The manual does not state the format.'),
        departure_port: text('Departure Port', 'Port that the load leaves from (departure_port)'),
        transit_port: text('Transit Port', 'Port where the load changes planes (transit_port)'),
        arrival_port: text('Arrival Port', 'Port that the load flies to (arrival_port)'),
        transit_etd: text('Transit ETD', 'Estimated time of departure from the transit port (transit_etd)'),
        transit_eta: text('Transit ETA', 'Estimated time of arrival at the transit port (transit_eta)'),
      }),
    },
    { reference: 'reference_num' },
  ),
};
