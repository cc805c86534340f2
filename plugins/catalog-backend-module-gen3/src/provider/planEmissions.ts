import { Entity } from '@backstage/catalog-model';
import { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { createHash } from 'node:crypto';
import { SourceConfig } from '../config/SourceConfig';
import { buildEntities } from '../entities/buildEntities';
import { StoredSource } from '../store/SourceStore';
import { mergeSources, SourceFinding } from './mergeSources';

/** What a source's provider should have in the catalog. */
export interface Emission {
  sourceId: string;
  entities: Entity[];
  /** Equal for equal emissions. */
  hash: string;
  /** Not all could be built: what else the provider has in the catalog stays. */
  partial: boolean;
}

/**
 * What the providers of all sources should emit, and what that showed to be odd. Pure. A source that never was read emits
 * nothing, not even an empty set, so the catalog keeps what it has.
 */
export function planEmissions(options: {
  /** In the order they are listed. */
  sources: readonly SourceConfig[];
  stored: ReadonlyMap<string, StoredSource>;
  registry: ServiceRegistry;
  kubernetesClusters: ReadonlySet<string>;
}): { emissions: Emission[]; findings: SourceFinding[] } {
  const { sources, stored, registry, kubernetesClusters } = options;
  const merged = mergeSources(
    sources.map(config => ({
      config,
      members: stored.get(config.id)?.members ?? [],
    })),
  );
  const { bySource, findings, partial } = buildEntities({
    commons: merged.commons,
    sources,
    registry,
    kubernetesClusters,
  });
  return {
    emissions: sources
      .filter(({ id }) => stored.get(id)?.lastGoodAt !== undefined)
      .map(({ id }) => {
        const entities = bySource.get(id) ?? [];
        const isPartial = partial.has(id);
        return {
          sourceId: id,
          entities,
          hash: hashOf(isPartial ? ['partial', entities] : entities),
          partial: isPartial,
        };
      }),
    findings: [...merged.findings, ...findings],
  };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
