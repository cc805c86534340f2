import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { compareText } from '../lib/compareText';
import { MergedCommons, SourceFinding } from '../provider/mergeSources';
import { buildClusterEntity } from './buildClusterEntity';
import { buildCommonsEntity } from './buildCommonsEntity';
import { buildServiceEntities } from './buildServiceEntities';
import { describeNameTaken, describeNotBuilt } from './describeFailures';
import { EntityNames } from './EntityNames';
import { findMisplaced } from './findMisplaced';
import { placeCommons } from './placement';

/** Entities of all sources, with what kept some from being among them. */
export interface BuiltEntities {
  /** By the source that owns them, sorted by ref; a source that owns none has an empty list. */
  bySource: Map<string, Entity[]>;
  findings: SourceFinding[];
  /** Sources of which a commons could not be built: what they have in the catalog must not be taken for too much. */
  partial: Set<string>;
}

/** An entity with what it stands for. */
interface Named {
  entity: Entity;
  of: string;
}

/**
 * Builds all entities of all sources. Pure and deterministic.
 *
 * A cluster that several sources use is one Resource, emitted by the source that is listed first of them. A commons that
 * cannot be built leaves the others alone.
 */
export function buildEntities(options: {
  commons: readonly MergedCommons[];
  /** Ids and owners of sources, in the order they are listed. */
  sources: ReadonlyArray<{ id: string; owner: string }>;
  registry: ServiceRegistry;
  /** Clusters that Backstage's kubernetes plugin knows. */
  kubernetesClusters: ReadonlySet<string>;
}): BuiltEntities {
  const names = new EntityNames();
  const emitted = new Set<string>();
  const findings: SourceFinding[] = [];
  const partial = new Set<string>();
  const bySource = new Map(
    options.sources.map(source => {
      const own = options.commons.filter(one => one.sourceId === source.id);
      const entities: Entity[] = [];
      for (const commons of own) {
        findings.push(...findMisplaced(commons, options.kubernetesClusters));
        try {
          for (const { entity, of } of buildAll(commons, source, options)) {
            const holder = names.claim(entity, of);
            const ref = stringifyEntityRef(entity);
            if (holder !== undefined) {
              findings.push(describeNameTaken({ commons, of, holder, ref }));
            } else if (!emitted.has(ref)) {
              emitted.add(ref);
              entities.push(entity);
            }
          }
        } catch (error) {
          findings.push(describeNotBuilt(commons, error));
          partial.add(source.id);
        }
      }
      return [source.id, sortByRef(entities)] as const;
    }),
  );
  return { bySource, findings, partial };
}

/** All entities of a commons, complete before the first is used: a half-built commons is none. */
function buildAll(
  commons: MergedCommons,
  source: { id: string; owner: string },
  options: {
    registry: ServiceRegistry;
    kubernetesClusters: ReadonlySet<string>;
  },
): Named[] {
  const { registry, kubernetesClusters } = options;
  const { hostname } = commons;
  const placement = placeCommons(commons, kubernetesClusters);
  return [
    {
      entity: buildCommonsEntity({ commons, registry, placement }),
      of: `the commons "${hostname}"`,
    },
    ...buildServiceEntities({ commons, registry, placement }).map(
      (entity, index) => ({
        entity,
        of: `the service "${commons.services[index].name}" of "${hostname}"`,
      }),
    ),
    ...(placement
      ? [
          {
            entity: buildClusterEntity(placement.cluster, source),
            of: `the cluster "${placement.cluster}"`,
          },
        ]
      : []),
  ];
}

function sortByRef(entities: Entity[]): Entity[] {
  return entities
    .map(entity => ({ entity, ref: stringifyEntityRef(entity) }))
    .sort((a, b) => compareText(a.ref, b.ref))
    .map(({ entity }) => entity);
}
