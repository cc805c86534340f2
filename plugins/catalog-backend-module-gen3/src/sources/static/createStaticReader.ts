import { splitServiceAndTag } from '../../config/checkStaticServices';
import { StaticSourceConfig } from '../../config/SourceConfig';
import { StaticCommons } from '../../config/staticCommonsSchema';
import { compareText } from '../../lib/compareText';
import { DiscoveredCommons, SourceReader } from '../types';

/**
 * Reads commons from a list in config. Config was validated at start-up, so every member can be read; a hostname that is
 * listed twice becomes two members, of which the second is quarantined like in any other source.
 */
export function createStaticReader(options: {
  config: StaticSourceConfig;
  /** Config path of the source, for provenance. */
  configPath: string;
}): SourceReader {
  const { config, configPath } = options;
  return {
    async read() {
      const seen = new Map<string, number>();
      const members = config.commons.map(commons => {
        const nth = (seen.get(commons.hostname) ?? 0) + 1;
        seen.set(commons.hostname, nth);
        return {
          kind: 'commons' as const,
          member: nth === 1 ? commons.hostname : `${commons.hostname} (${nth})`,
          commons: toDiscovered(commons, configPath),
          findings: [],
        };
      });
      return {
        members: members.sort((a, b) => compareText(a.member, b.member)),
      };
    },
  };
}

function toDiscovered(
  commons: StaticCommons,
  configPath: string,
): DiscoveredCommons {
  const { services, meshMembers, ...facts } = commons;
  // The path has the hostname instead of the index: an entry that is added above must not rewrite the others.
  const path = `${configPath}.commons.${commons.hostname}`;
  return {
    ...facts,
    hostnameFrom: 'config',
    services: services
      .map(splitServiceAndTag)
      .sort((a, b) => compareText(a.name, b.name)),
    meshMembers: [...new Set(meshMembers)].sort(compareText),
    provenance: { repo: 'config', path, location: `gen3-config:${path}` },
  };
}
