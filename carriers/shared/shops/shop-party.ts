import { countryCodeNamed } from '../countries';
import { present, type Party } from '../parcel';
import { firstTextOf, joinedTextsOf } from './shop-values';

/** A shop's address, by what it means. */
export interface ShopAddress {
  names: readonly unknown[];
  /** The whole name, where its parts are missing. */
  name?: unknown;
  company: unknown;
  street: unknown;
  street2: unknown;
  city: unknown;
  /** By name, where the shop has one, and by code. */
  province?: unknown;
  provinceCode: unknown;
  postcode: unknown;
  countryCode: unknown;
  country?: unknown;
  /** The first that is filled is taken. */
  phones: readonly unknown[];
  email: unknown;
}

/**
 * The recipient; undefined where the address names neither a street nor a place nor a country. Names are written as the
 * shop has them, first and last. In countries whose addresses are written with codes of states the code is taken.
 */
export function partyOf(address: ShopAddress): Party | undefined {
  const { city, street, postcode } = address;
  const country =
    firstTextOf(address.countryCode)?.toUpperCase() ?? countryCodeNamed(firstTextOf(address.country) ?? '');
  if (firstTextOf(city, street, postcode, country) === undefined) return undefined;
  const provinces = [address.provinceCode, address.province];
  const hasCodes = country !== undefined && WITH_CODES.includes(country);
  return present<Party>({
    name: joinedTextsOf(...address.names) ?? firstTextOf(address.name),
    company: firstTextOf(address.company),
    street: firstTextOf(street),
    street2: firstTextOf(address.street2),
    city: firstTextOf(city),
    province: firstTextOf(...(hasCodes ? provinces : provinces.reverse())),
    postcode: firstTextOf(postcode),
    country,
    phone: firstTextOf(...address.phones),
    email: firstTextOf(address.email),
  });
}

const WITH_CODES = ['AU', 'CA', 'US'];
