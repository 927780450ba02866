import type { JsonObject } from '#carriers/shared/json-value';
import { present, type Party } from '#carriers/shared/parcel';
import { countryCodeOf, fieldsOf } from '../measures';

const PARTY_PARTS = ['Name', 'Company', 'AddressLine1', 'AddressLine2', 'AddressLine3', 'City', 'State', 'Postcode'];

/** Of the parties whose fields bear their name, such as `shipperCity`. */
export function partyOf(holder: JsonObject, prefix: string): Party {
  const field = fieldsOf(holder, prefix);
  return present<Party>({
    name: field('name'),
    company: field('company'),
    street: field('addressLine1'),
    street2: field('addressLine2'),
    street3: field('addressLine3'),
    ...placeOf(holder, prefix),
    phone: field('phone'),
    email: field('email'),
  });
}

/** The names of such fields. */
export function fieldsOfParty(prefix: string): string[] {
  return [...PARTY_PARTS, 'Country', 'Phone', 'Email'].map((part) => prefix + part);
}

/** With the names that recipients have in every operation. */
export function placeOf(order: JsonObject, prefix: string) {
  const field = fieldsOf(order, prefix);
  return {
    city: field('city'),
    province: field('state'),
    postcode: field('postcode'),
    country: countryCodeOf(field('country')) ?? field('country'),
  };
}
