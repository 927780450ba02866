import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { SsrfSettings } from './ssrf-settings';

/** Codes of the errors with which a guarded lookup refuses a name. */
export const PRIVATE_ADDRESS = 'ERR_PRIVATE_ADDRESS';
export const REFUSED_BY_N8N = 'ERR_REFUSED_BY_N8N';

/** What connections may be made to: the public internet only, and what n8n's own settings allow. */
export interface Reach {
  publicOnly: boolean;
  ssrf: SsrfSettings | undefined;
}

/** Code of the error for a host of a URL that must not be connected to; a name may still stand for such an address. */
export function refusalOfHost(hostname: string, { publicOnly, ssrf }: Reach): string | undefined {
  if (publicOnly && isPrivateHost(hostname)) return PRIVATE_ADDRESS;
  return ssrf?.refusesHost(hostname) ? REFUSED_BY_N8N : undefined;
}

/**
 * Whether the host of a URL (brackets of IPv6 included) is not on the public internet: by its address, or as a name that
 * only a private network knows.
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  const privateName = isIP(host) === 0 && (!host.includes('.') || /\.(localhost|local|internal|lan)$/i.test(host));
  return privateName || isPrivateAddress(host);
}

type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  found: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * DNS for agents whose reach has an end; undefined for the others. It hands out the very addresses that are connected to,
 * so a name cannot be checked as one address and then opened as another. One refused address refuses the name.
 * @param resolve stands in for Node's own
 */
export function guardedLookup({ publicOnly, ssrf }: Reach, resolve: Resolve = lookup): LookupFunction | undefined {
  if (!publicOnly && !ssrf) return undefined;
  return (hostname, options, answer) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const refusals = error ? [] : addresses.flatMap(({ address }) => refusalOf(hostname, address) ?? []);
      if (error) answer(error, []);
      else if (refusals[0] !== undefined) answer(failure(refusals[0]), []);
      else if (options.all) answer(null, addresses);
      else answerOne(addresses);
    });

    function answerOne([first]: LookupAddress[]): void {
      if (first) answer(null, first.address, first.family);
      else answer(failure('ENOTFOUND'), '');
    }
  };

  function refusalOf(hostname: string, address: string): string | undefined {
    if (publicOnly && isPrivateAddress(address)) return PRIVATE_ADDRESS;
    return ssrf?.refusesAddressOf(hostname, address) ? REFUSED_BY_N8N : undefined;
  }
}

function failure(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error('Refused'), { code });
}

function isPrivateAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return blockedIpv4.check(address, 'ipv4');
  return version === 6 && blockedIpv6.check(address, 'ipv6');
}

/** Everything that IANA's special-purpose registries do not call globally reachable, and multicast. */
const IPV4_NETWORKS = [
  ['0.0.0.0', 8], // unspecified, "this network"
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // link-local, cloud metadata
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24], // documentation, as the next two of this size
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16],
  ['198.18.0.0', 15], // benchmarking
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
] as const;

const IPV6_NETWORKS = [
  ['::', 96], // unspecified, loopback, IPv4-compatible
  ['::ffff:0:0', 96], // IPv4-mapped
  ['::ffff:0:0:0', 96], // IPv4-translated
  ['64:ff9b::', 96], // NAT64: any IPv4 address, private ones included
  ['64:ff9b:1::', 48],
  ['100::', 64], // discard
  ['2001::', 32], // Teredo
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: any IPv4 address
  ['3fff::', 20], // documentation
  ['5f00::', 16], // segment routing
  ['fc00::', 7],
  ['fe80::', 10], // link-local
  ['fec0::', 10], // site-local
  ['ff00::', 8], // multicast
] as const;

/** Two lists: BlockList compares an IPv4 address with IPv6 networks as well, and `::ffff:0:0/96` would hold them all. */
const blockedIpv4 = new BlockList();
const blockedIpv6 = new BlockList();
for (const [network, prefix] of IPV4_NETWORKS) blockedIpv4.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of IPV6_NETWORKS) blockedIpv6.addSubnet(network, prefix, 'ipv6');
