import { Finding } from '@gen3-csoc/backstage-plugin-gen3-common';
import { SourceConfig } from '../config/SourceConfig';
import { DEFAULT_OWNER } from '../config/sourceConfigSchema';
import { compareText } from '../lib/compareText';
import { StoredMember } from '../store/SourceStore';
import { applySourceConfig, ConfiguredCommons } from './applySourceConfig';
import { areClustersDifferent } from './areClustersDifferent';
import {
  describeUndeclared,
  describeUnknownCluster,
} from './describeSightings';
import { findContradictions } from './findContradictions';

/** A commons as all sources together describe it. */
export interface MergedCommons extends ConfiguredCommons {
  /** The source listed first of those that see it: its provider emits the entities. */
  sourceId: string;
  /** Its member there. */
  member: string;
  meshRole?: 'hub' | 'node';
}

/** A finding on a member of a source that only shows with its config, or when sources are compared. */
export interface SourceFinding {
  sourceId: string;
  member: string;
  finding: Finding;
}

interface Sighting {
  source: SourceConfig;
  member: string;
  commons: ConfiguredCommons;
}

/**
 * Combines the readings of all sources. Pure and deterministic.
 *
 * The source that is listed first owns a commons; the others add what it lacks, and where they contradict it the owner
 * is right and the other gets a finding.
 *
 * @returns commons sorted by hostname
 */
export function mergeSources(
  sources: ReadonlyArray<{
    config: SourceConfig;
    members: readonly StoredMember[];
  }>,
): { commons: MergedCommons[]; findings: SourceFinding[] } {
  const sightings = new Map<string, [Sighting, ...Sighting[]]>();
  for (const { config, members } of sources) {
    for (const { member, commons } of members) {
      if (commons) {
        const sighting: Sighting = {
          source: config,
          member,
          commons: applySourceConfig(commons, config),
        };
        const others = sightings.get(commons.hostname);
        if (others) {
          others.push(sighting);
        } else {
          sightings.set(commons.hostname, [sighting]);
        }
      }
    }
  }
  const groups = [...sightings.values()];
  const merged = groups.map(mergeSightings);
  return {
    commons: withMeshRoles(merged.map(withRunningServices)).sort((a, b) =>
      compareText(a.hostname, b.hostname),
    ),
    findings: groups.flatMap((group, index) => [
      ...findOdd(group),
      ...describeUndeclared(merged[index]).map(findingOn(group[0])),
    ]),
  };
}

/** What is odd about the sightings of one commons: each in itself, and where a later one contradicts the first. */
function findOdd(group: [Sighting, ...Sighting[]]): SourceFinding[] {
  const [owner, ...others] = group;
  return [
    ...group.flatMap(sighting =>
      describeUnknownCluster(sighting.commons, sighting.source).map(
        findingOn(sighting),
      ),
    ),
    ...others.flatMap(other =>
      findContradictions({
        owner: { sourceId: owner.source.id, commons: owner.commons },
        other: { sourceId: other.source.id, commons: other.commons },
      }).map(findingOn(other)),
    ),
  ];
}

function findingOn({ source, member }: Sighting) {
  return (finding: Finding): SourceFinding => ({
    sourceId: source.id,
    member,
    finding,
  });
}

function mergeSightings(group: [Sighting, ...Sighting[]]): MergedCommons {
  const [owner, ...others] = group;
  const commons = others.reduce(
    (merged, other) => addWhatIsLacking(merged, other.commons),
    owner.commons,
  );
  return {
    ...commons,
    sourceId: owner.source.id,
    member: owner.member,
  };
}

/** What runs stands for what is declared where no source declares any service. */
function withRunningServices(commons: MergedCommons): MergedCommons {
  const { services, running = [] } = commons;
  return services.length > 0
    ? commons
    : {
        ...commons,
        services: running.map(({ name, tag }) =>
          tag === undefined ? { name } : { name, imageTag: tag },
        ),
      };
}

/** `commons` with every fact that it lacks and `other` has. */
function addWhatIsLacking(
  commons: ConfiguredCommons,
  other: ConfiguredCommons,
): ConfiguredCommons {
  const tags = new Map(
    other.services.map(service => [service.name, service.imageTag]),
  );
  const services =
    commons.services.length === 0
      ? other.services
      : commons.services.map(service => {
          const imageTag = service.imageTag ?? tags.get(service.name);
          return imageTag === undefined ? service : { ...service, imageTag };
        });
  return {
    ...(isElsewhere(commons, other) ? withoutPlacement(other) : other),
    ...statedFacts(commons),
    owner: commons.owner === DEFAULT_OWNER ? other.owner : commons.owner,
    services,
    meshMembers:
      commons.meshMembers.length === 0
        ? other.meshMembers
        : commons.meshMembers,
  };
}

/** Whether two sources place a commons in different clusters or namespaces. */
function isElsewhere(
  one: ConfiguredCommons,
  other: ConfiguredCommons,
): boolean {
  return (
    areClustersDifferent(one, other) ||
    (one.namespace !== undefined &&
      other.namespace !== undefined &&
      one.namespace !== other.namespace)
  );
}

/** Without what holds in its place only: half of it beside half of another place would be a third one. */
function withoutPlacement(commons: ConfiguredCommons): ConfiguredCommons {
  const {
    cluster,
    kubernetesCluster,
    namespace,
    argocdApp,
    argocdUrl,
    running,
    ...rest
  } = commons;
  return rest;
}

/** The facts that are there: spread over others, a missing one must not hide theirs. */
function statedFacts(commons: ConfiguredCommons): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(commons).filter(([, fact]) => fact !== undefined),
  );
}

/** A commons with members is a hub; one that a hub names is a node. */
function withMeshRoles(commons: MergedCommons[]): MergedCommons[] {
  const named = new Set(
    commons.flatMap(one =>
      one.meshMembers.filter(member => member !== one.hostname),
    ),
  );
  return commons.map(one => {
    const members = one.meshMembers.filter(member => member !== one.hostname);
    if (members.length > 0) {
      return { ...one, meshMembers: members, meshRole: 'hub' };
    }
    return named.has(one.hostname)
      ? { ...one, meshMembers: [], meshRole: 'node' }
      : { ...one, meshMembers: [] };
  });
}
