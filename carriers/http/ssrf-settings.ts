import { readFileSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';

/** Where n8n lets its nodes connect to, by its settings `N8N_SSRF_…` (`@n8n/config` 2.41, ssrf-protection). */
export interface SsrfSettings {
  /** Equal for equal settings. */
  key: string;
  /** Whether a host of a URL is refused by its name, or by the address that it is. */
  refusesHost: (hostname: string) => boolean;
  /** Whether a name is refused because of an address that it stands for. */
  refusesAddressOf: (hostname: string, address: string) => boolean;
}

/** What n8n blocks where N8N_SSRF_BLOCKED_IP_RANGES is not set, or holds the word `default`. */
const DEFAULT_RANGES =
  '10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,127.0.0.0/8,::1/128,169.254.0.0/16,fe80::/10,fc00::/7,fd00::/8,0.0.0.0/8,192.0.0.0/24,192.0.2.0/24,198.18.0.0/15,198.51.100.0/24,203.0.113.0/24';

/** Undefined unless N8N_SSRF_PROTECTION_ENABLED is on. Read anew for each request, as proxies are. */
export function ssrfSettings(): SsrfSettings | undefined {
  if (!/^(true|1)$/i.test(setting('PROTECTION_ENABLED') ?? '')) return undefined;
  const texts = [
    (setting('BLOCKED_IP_RANGES') ?? 'default').replace(/\bdefault\b/gi, DEFAULT_RANGES),
    setting('ALLOWED_IP_RANGES') ?? '',
    setting('ALLOWED_HOSTNAMES') ?? '',
    setting('BLOCKED_HOSTNAMES') ?? '',
  ] as const;
  const key = texts.join(' ');
  if (known?.key !== key) known = settingsOf(key, texts);
  return known;
}

let known: SsrfSettings | undefined;

function settingsOf(key: string, [blocked, allowed, allowedNames, blockedNames]: readonly string[]): SsrfSettings {
  const [isBlocked, isAllowed] = [inRanges(blocked), inRanges(allowed)];
  const [isAllowedName, isBlockedName] = [amongNames(allowedNames), amongNames(blockedNames)];
  const refusesAddress = (address: string): boolean => !isAllowed(address) && isBlocked(address);
  return {
    key,
    refusesHost: (hostname) => {
      const host = hostname.replace(/^\[|\]$/g, '');
      return isIP(host) === 0 ? !isAllowedName(host) && isBlockedName(host) : refusesAddress(host);
    },
    refusesAddressOf: (hostname, address) => !isAllowedName(hostname) && refusesAddress(address),
  };
}

/** n8n takes each of its settings from a file as well. */
function setting(name: string): string | undefined {
  const variable = `N8N_SSRF_${name}`;
  const file = process.env[`${variable}_FILE`];
  const value = process.env[variable] ?? (file === undefined || file === '' ? undefined : readFileSync(file, 'utf8'));
  return value?.trim().replace(/^(['"])(.*)\1$/, '$2');
}

function parts(list = ''): string[] {
  return list
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');
}

/** Of networks such as 10.0.0.0/8; n8n leaves out what is none. */
function inRanges(list: string | undefined): (address: string) => boolean {
  const networks = new BlockList();
  for (const part of parts(list)) {
    const [network = '', prefix = ''] = part.split('/');
    const [version, bits] = [isIP(network), Number(prefix)];
    const isRange = version !== 0 && /^\d{1,3}$/.test(prefix) && bits <= (version === 4 ? 32 : 128);
    if (isRange) networks.addSubnet(network, bits, version === 4 ? 'ipv4' : 'ipv6');
  }
  return (address) => networks.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
}

/** `*.example.com` stands for every name below it. */
function amongNames(list: string | undefined): (hostname: string) => boolean {
  const names = parts(list).map(withoutDot);
  return (hostname) => {
    const host = withoutDot(hostname.toLowerCase());
    return names.some((name) =>
      name.startsWith('*.') ? host.endsWith(name.slice(1)) && host.length >= name.length : host === name,
    );
  };
}

function withoutDot(name: string): string {
  return name.replace(/\.$/, '');
}
