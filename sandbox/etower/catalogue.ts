export interface Service {
  code: string;
  /** Its number in the portal. */
  channelId: number;
  name: string;
  chinese: string;
  provider: string;
  facilities: readonly string[];
  destinations: readonly string[];
  options: readonly string[];
  /** The tracking number is given when it is asked for, not on creation (`etower.md` B.4.9). */
  tracksLater?: true;
  /** Demands a goods name in Chinese characters: 130019, 130021. */
  needsChinese?: true;
}

/** Invented, but for the codes and options that `etower.md` names as seen. */
export const services: readonly Service[] = [
  {
    code: 'UBI.AU2AU.AUPOST.1',
    channelId: 929,
    name: 'Australia Economy',
    chinese: '澳洲经济专线',
    provider: 'UBI Smart Parcel',
    facilities: ['CAN', 'SZX'],
    destinations: ['AU', 'NZ'],
    options: ['E-Parcel', 'Expedited'],
  },
  {
    code: 'DIRECT.LINK.US.L3',
    channelId: 930,
    name: 'United States Tracked',
    chinese: '美国挂号',
    provider: 'Direct Link',
    facilities: ['CAN', 'HKG'],
    destinations: ['US', 'CA'],
    options: ['STANDARD'],
  },
  {
    code: 'UBI.CN2EU.LATER',
    channelId: 931,
    name: 'Europe Direct',
    chinese: '欧洲直邮',
    provider: 'UBI Smart Parcel',
    facilities: ['SZX'],
    destinations: ['DE', 'ES', 'FR', 'GB', 'IT', 'NL', 'PL'],
    options: ['Boxable', 'Non-Boxable'],
    tracksLater: true,
    needsChinese: true,
  },
];

/** An entry of service-catalog, `etower.md` B.4.14. */
export function catalogueEntry(service: Service) {
  const facility = (code: string) => ({
    code,
    facilityAddress: {
      contact: '',
      company: '',
      addressLine1: '',
      addressLine2: '',
      district: '',
      city: code,
      province: '',
      postCode: '',
      countryCode: 'CN',
      email: '',
      contactNumber: '',
      pickups: [],
    },
  });
  return {
    serviceCode: service.code,
    serviceName: service.name,
    nativeName: service.chinese,
    serviceProvider: service.provider,
    serviceProviderCode: service.provider.split(' ')[0]?.toUpperCase(),
    serviceDescription: '',
    customerSupportPhone: '',
    customerSupportEMail: '',
    origins: [{ country: 'CN', facilities: service.facilities.map(facility) }],
    destinations: service.destinations.map((country) => ({ country, facilities: [] })),
    serviceOptions: service.options,
  };
}
