import { CURRENCY } from '#carriers/shared/pasted';
import { RequestError } from '#carriers/shared/request-check';
import { familyMapping } from '../eccang';
import { HUAHAN_ORDER } from './requests/order';

/** The family's mapping with what Huahan does otherwise (`huahan.md` 3.1). */
export const HUAHAN_MAPPING = familyMapping('huahan', HUAHAN_ORDER, {
  order: {
    'taxNumbers.ioss': 'Consignee.IOSS',
    'sender.taxNumber': 'Shipper.shipper_taxno',
    'taxNumbers.vat': 'Shipper.shipper_taxno',
    remark: 'Shipper.order_note',
    // The amount goes out in RMB, whatever stands beside it.
    'insurance.currency': { to: [], as: insuredIn },
  },
  lines: {
    use: 'invoice_function',
    currency: { to: 'invoice_currencycode', as: currencyOf },
  },
});

/** 4.1: RMB, not CNY. */
function currencyOf(currency: unknown): unknown {
  return CURRENCY.to(String(currency)) === 'CNY' ? 'RMB' : currency;
}

function insuredIn(currency: unknown): unknown {
  const code = CURRENCY.to(String(currencyOf(currency)));
  if (code === 'RMB') return code;
  throw new RequestError([{ path: 'insurance.currency', problem: 'must be RMB (CNY): Huahan insures in no other' }]);
}
