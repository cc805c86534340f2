import { LoggerService } from '@backstage/backend-plugin-api';
import {
  DeferredEntity,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { SourceStore } from '../store/SourceStore';
import { Emission } from './planEmissions';

/**
 * Location key of all entities of all sources. The catalog lets a provider take over an entity of another one only under
 * an equal key, and that is wanted here: when the source that owns a commons leaves it, the next one takes it over
 * without a moment in which it is gone. They cannot fight, because the merge names one owner per entity.
 */
export const LOCATION_KEY = 'gen3-provider';

/**
 * Gives the catalog what the providers of sources emit, and notes it.
 *
 * @returns the number of mutations
 */
export async function handOver(
  emissions: ReadonlyArray<Emission & { connection: EntityProviderConnection }>,
  options: {
    /** Whether entities may move from one of these providers to another. */
    moves: boolean;
    store: SourceStore;
    logger: LoggerService;
    now: () => Date;
  },
): Promise<number> {
  if (emissions.length === 0) {
    return 0;
  }
  const { moves, store, logger, now } = options;
  // Before: whoever ends half-way must not leave a note of something that the catalog no longer has.
  await store.beginEmissions(emissions.map(({ sourceId }) => sourceId));
  // Those that gain entities add first: a full mutation of the one that loses would otherwise remove what the other has not
  // taken over yet.
  const added = emissions.filter(({ partial }) => partial || moves);
  for (const { connection, entities } of added) {
    await connection.applyMutation({
      type: 'delta',
      added: entities.map(defer),
      removed: [],
    });
  }
  // A full mutation would remove what could not be built.
  const replaced = emissions.filter(({ partial }) => !partial);
  for (const { connection, entities } of replaced) {
    await connection.applyMutation({
      type: 'full',
      entities: entities.map(defer),
    });
  }
  for (const { sourceId, hash, entities, partial } of emissions) {
    const handedOverAt = now().toISOString();
    await store.recordEmission({ sourceId, hash, handedOverAt });
    logger.info('Registered the entities of a source', {
      source: sourceId,
      entities: String(entities.length),
      partial: String(partial),
    });
  }
  return added.length + replaced.length;
}

function defer(entity: DeferredEntity['entity']): DeferredEntity {
  return { entity, locationKey: LOCATION_KEY };
}
