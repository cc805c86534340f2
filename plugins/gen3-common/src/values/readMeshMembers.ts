import { z } from 'zod';
import { Finding } from '../api/sources';
import { parseHostname } from '../commons/parseHostname';

const memberSchema = z.object({
  commons_url: z.string().optional(),
  adapter: z.string().optional(),
});

const configSchema = z.object({
  gen3_commons: z.record(z.string(), memberSchema).optional(),
  adapter_commons: z.record(z.string(), memberSchema).optional(),
});

/** Hostname of a URL that may lack its scheme. */
function hostOf(url: string): string | undefined {
  const full = /^[a-z]+:\/\//i.test(url) ? url : `https://${url}`;
  if (!URL.canParse(full)) return undefined;
  const parsed = parseHostname(new URL(full).hostname);
  return parsed.ok ? parsed.hostname : undefined;
}

/** Members of a mesh hub, and what is wrong with its configuration. */
export interface MeshMembers {
  /** Sorted, without duplicates and without the hub itself. */
  meshMembers: string[];
  findings: Finding[];
}

function parseText(config: string): { value: unknown } | { message: string } {
  try {
    return { value: JSON.parse(config) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Parsers quote the text around the mistake; a configuration may hold anything, so only the position is kept.
    const position = /position \d+( \(line \d+ column \d+\))?/.exec(message);
    return { message: position ? `at ${position[0]}` : 'at its end' };
  }
}

/**
 * Reads the Gen3 commons out of the configuration of aggregated metadata: all `gen3_commons`, and `adapter_commons` whose
 * adapter is `gen3` (`metadata-service:src/mds/agg_mds/commons.py`). Tolerant: what cannot be read is a finding.
 *
 * @param config - the configuration, as JSON text or parsed.
 * @param options - `key` names the value in findings; `hostname` is the hub's own, which is no member.
 * @public
 */
export function readMeshMembers(
  config: unknown,
  options: { key: string; hostname?: string },
): MeshMembers {
  const { key, hostname } = options;
  const parsed =
    typeof config === 'string' ? parseText(config) : { value: config };
  if ('message' in parsed) {
    return {
      meshMembers: [],
      findings: [
        {
          severity: 'warning',
          code: 'mesh-config-not-json',
          message: `${key} is not JSON (${parsed.message}), so the members of the mesh are not known`,
          fix: `Correct the JSON text in ${key}`,
          key,
        },
      ],
    };
  }
  const read = configSchema.safeParse(parsed.value);
  if (!read.success) {
    const { path, message } = read.error.issues[0];
    const where = [key, ...path.map(String)].join('.');
    return {
      meshMembers: [],
      findings: [
        {
          severity: 'warning',
          code: 'mesh-config-wrong-shape',
          message: `${where} is not as the metadata service expects (${message}), so the members of the mesh are not known`,
          fix: 'Give it gen3_commons and adapter_commons, each a map of name to { mds_url, commons_url, ... }',
          key: where,
        },
      ],
    };
  }
  const { gen3_commons: gen3 = {}, adapter_commons: adapters = {} } = read.data;
  const members = [
    ...Object.values(gen3),
    ...Object.values(adapters).filter(member => member.adapter === 'gen3'),
  ];
  const hosts = members
    .map(member => member.commons_url && hostOf(member.commons_url))
    .filter(host => host !== undefined && host !== '' && host !== hostname);
  return {
    meshMembers: [...new Set(hosts)].filter(host => host !== undefined).sort(),
    findings: [],
  };
}
