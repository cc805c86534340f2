import { Gen3UpstreamError } from './Gen3UpstreamError';

/** Where one request goes. */
export interface Target {
  /** Name for Host header, SNI and certificate; an IPv6 address is without brackets. */
  host: string;
  port: number;
  origin: string;
  /** Path and query. */
  path: string;
  /** Without query. */
  url: string;
}

/**
 * Works out where a request of a commons goes, from its base URL and a path below it.
 *
 * @throws Gen3UpstreamError with cause `refused-address` when the base URL is not `https://host[:port][/path]`.
 */
export function targetOf(options: {
  hostname: string;
  baseUrl?: string;
  path: string;
  operation: string;
}): Target {
  const {
    hostname,
    baseUrl = `https://${hostname}`,
    path,
    operation,
  } = options;
  if (!path.startsWith('/')) {
    throw new Error(`Path "${path}" of "${hostname}" must start with "/"`);
  }
  const refuse = (detail: string) =>
    new Gen3UpstreamError({
      commons: hostname,
      operation,
      upstreamCause: 'refused-address',
      detail: `${detail}; correct the commons' base URL`,
    });
  if (!URL.canParse(baseUrl)) {
    throw refuse('its base URL cannot be read');
  }
  const base = new URL(baseUrl);
  if (base.protocol !== 'https:') {
    throw refuse(`its base URL has "${base.protocol}" and must have "https:"`);
  }
  if (base.username || base.password) {
    throw refuse('its base URL holds credentials');
  }
  if (base.search || base.hash) {
    throw refuse('its base URL has a query or fragment');
  }
  const full = base.pathname.replace(/\/+$/, '') + path;
  return {
    host: base.hostname.replace(/^\[|\]$/g, ''),
    port: base.port ? Number(base.port) : 443,
    origin: base.origin,
    path: full,
    url: base.origin + full.replace(/[?#].*$/, ''),
  };
}
