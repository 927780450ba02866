import fc from 'fast-check';
import { always } from '../property';
import { ECCANG } from '../../../carriers/eccang';
import { createdParcel, numberedParcel, orderParcel } from '../../../carriers/eccang/parcels';
import { decodeReply, failureOf } from '../../../carriers/eccang/reply';
import { trackedParcel } from '../../../carriers/eccang/tracking';
import { CarrierError } from '../../../carriers/http';
import { isObject } from '#carriers/shared/json-value';
import { orUnreadable } from '#carriers/shared/unreadable';

const context = { carrier: 'Eccang TMS', intent: 'read' } as const;

it('no reply makes the decoder fail in any other way than with a CarrierError', async () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '&',
    '<![CDATA[',
    ']]>',
    '</response>',
    '<response>',
    '{"ask":"Success"}',
    '<?xml version="1.0"?>',
    '<a:Envelope>',
    '<a:Body>',
    '&amp;',
    '"',
    '\u0000',
  );
  await always(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece).map((pieces) => pieces.join('')),
      ),
      async (text) => {
        try {
          failureOf(await decodeReply({ content: () => text, tell: () => undefined }, context), context);
        } catch (error) {
          expect(error).toBeInstanceOf(CarrierError);
        }
      },
    ),
  );
});

it('whatever a carrier writes into its objects, a parcel comes out, or a CarrierError', () => {
  const names = [
    'reference_no',
    'order_code',
    'status',
    'volume',
    'ItemArr',
    'Consignee',
    'Detail',
    'Status',
    'Occur_date',
    'Occur_time_zone',
    'Code',
    'order_weight',
    'Error',
    'ask',
    'message',
  ];
  const loose = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.constantFrom(null, '', 'AF', 'C', 'constructor', '__proto__'),
      tie('object'),
      fc.array(tie('object'), { maxLength: 3 }),
    ),
    object: fc.dictionary(fc.constantFrom(...names), tie('value')),
  })).object;
  always(
    fc.property(loose, (value) => {
      const object = isObject(value) ? value : {};
      const tracked: typeof orderParcel = (carrier, entry) => trackedParcel(carrier, entry, 'N');
      for (const read of [createdParcel, orderParcel, numberedParcel, tracked]) {
        const parcel = orUnreadable(() => read(ECCANG, object));
        if (parcel instanceof CarrierError) continue;
        expect(parcel.carrier).toBe('eccang');
        expect(Object.values(parcel)).not.toContain('');
      }
      failureOf(object, context);
    }),
  );
});
