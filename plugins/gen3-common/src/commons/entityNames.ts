const MAX_LENGTH = 63;
const HASH_LENGTH = 8;

/** FNV-1a, 32 bits, as 8 hexadecimal digits: short, stable and the same in browser and backend. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    // eslint-disable-next-line no-bitwise
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(HASH_LENGTH, '0');
}

function withHash(name: string, source: string): string {
  const head = name
    .slice(0, MAX_LENGTH - HASH_LENGTH - 1)
    .replace(/[^a-zA-Z0-9]+$/, '');
  return head ? `${head}-${hashOf(source)}` : hashOf(source);
}

function fitted(name: string): string {
  return name.length <= MAX_LENGTH ? name : withHash(name, name);
}

/** Entity name of a commons: its hostname; one longer than 63 characters is cut and ends in a hash. @public */
export function commonsEntityName(hostname: string): string {
  return fitted(hostname);
}

/** Entity name of a service of a commons: `<hostname>-<service>`, cut and hashed above 63 characters. @public */
export function serviceEntityName(hostname: string, service: string): string {
  return fitted(`${hostname}-${service}`);
}

/**
 * Entity name of a cluster. A name that Backstage does not allow has its odd characters replaced and ends in a hash, so two
 * clusters never share an entity.
 *
 * @public
 */
export function clusterEntityName(cluster: string): string {
  const clean = cluster
    .replace(/[^a-zA-Z0-9._-]+/g, '-')
    .replace(/([._-])[._-]+/g, '$1')
    .replace(/^[._-]+|[._-]+$/g, '');
  return clean === cluster && clean.length <= MAX_LENGTH
    ? clean
    : withHash(clean, cluster);
}
