import { createHash } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  DeferredEntity,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import pLimit from 'p-limit';
import { SourceConfig } from '../config/SourceConfig';
import { buildEntities } from '../entities/buildEntities';
import { SourceStore, StoredSources } from '../store/SourceStore';
import { mergeSources } from './mergeSources';

/**
 * Location key of all entities of all sources. The catalog lets a provider take over an entity of another one only under
 * an equal key, and that is wanted here: when the source that owns a commons leaves it, the next one takes it over
 * without a moment in which it is gone. They cannot fight, because the merge names one owner per entity.
 */
export const LOCATION_KEY = 'gen3-provider';

/** Attempts to publish a state that nobody changes meanwhile. */
const MAX_ATTEMPTS = 10;

interface Change {
  sourceId: string;
  connection: EntityProviderConnection;
  entities: DeferredEntity[];
  hash: string;
}

/**
 * Hands the merged readings of all sources to the catalog, one provider per source.
 *
 * The merge depends on all sources, so a run of one source may change what another one's provider emits. Providers whose
 * entities did not change get no mutation; a source that never was read emits nothing, not even an empty set, so the
 * catalog keeps what it has.
 */
export class EntityPublisher {
  readonly #sources: SourceConfig[];
  readonly #store: SourceStore;
  readonly #registry: ServiceRegistry;
  readonly #kubernetesClusters: ReadonlySet<string>;
  readonly #logger: LoggerService;
  readonly #connections = new Map<string, EntityProviderConnection>();
  readonly #oneAtATime = pLimit(1);
  #publishedRevision: number | undefined;

  static create(options: {
    /** In the order they are listed. */
    sources: SourceConfig[];
    store: SourceStore;
    registry: ServiceRegistry;
    kubernetesClusters: ReadonlySet<string>;
    logger: LoggerService;
  }): EntityPublisher {
    return new EntityPublisher(options);
  }

  private constructor(options: {
    sources: SourceConfig[];
    store: SourceStore;
    registry: ServiceRegistry;
    kubernetesClusters: ReadonlySet<string>;
    logger: LoggerService;
  }) {
    this.#sources = options.sources;
    this.#store = options.store;
    this.#registry = options.registry;
    this.#kubernetesClusters = options.kubernetesClusters;
    this.#logger = options.logger;
  }

  /**
   * Connects a source's provider. The last one to connect publishes what is remembered of all, so that a restart during
   * an outage shows what was known before.
   */
  async connect(
    sourceId: string,
    connection: EntityProviderConnection,
  ): Promise<void> {
    this.#connections.set(sourceId, connection);
    if (this.#sources.every(({ id }) => this.#connections.has(id))) {
      await this.publish({ force: true });
    }
  }

  /**
   * Hands over what changed since the last time.
   *
   * @param options - `force`: hand over everything, as after a start; the catalog then compares by itself.
   * `onlyIfNewer`: do nothing when no reading changed since this process published last
   * @returns how many mutations the catalog was given
   */
  async publish(
    options: { force?: boolean; onlyIfNewer?: boolean } = {},
  ): Promise<number> {
    return this.#oneAtATime(async () => {
      if (
        options.onlyIfNewer &&
        (await this.#store.readRevision()) === this.#publishedRevision
      ) {
        return 0;
      }
      let mutations = 0;
      for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
        const stored = await this.#store.readAll();
        const changes = await this.#findChanges(stored, options.force ?? false);
        // Another replica may have stored a newer reading meanwhile: look again before and after, so that whoever
        // publishes last has published the newest.
        if (await this.#isNewest(stored)) {
          mutations += await this.#apply(changes);
          if (await this.#isNewest(stored)) {
            this.#publishedRevision = stored.revision;
            return mutations;
          }
        }
      }
      throw new Error(
        `Readings changed during each of ${MAX_ATTEMPTS} attempts to publish them; the next run tries again`,
      );
    });
  }

  async #isNewest(stored: StoredSources): Promise<boolean> {
    return (await this.#store.readRevision()) === stored.revision;
  }

  async #findChanges(stored: StoredSources, force: boolean): Promise<Change[]> {
    const emitted = await this.#store.readEmissions();
    const bySource = buildEntities({
      commons: mergeSources(
        this.#sources.map(config => ({
          config,
          members: stored.sources.get(config.id)?.members ?? [],
        })),
      ).commons,
      sources: this.#sources,
      registry: this.#registry,
      kubernetesClusters: this.#kubernetesClusters,
    });
    return this.#sources.flatMap(({ id }) => {
      const connection = this.#connections.get(id);
      const everRead = stored.sources.get(id)?.lastGoodAt !== undefined;
      const entities = bySource.get(id) ?? [];
      const hash = hashOf(entities);
      if (!connection || !everRead || (!force && emitted.get(id) === hash)) {
        return [];
      }
      const deferred = entities.map(entity => ({
        entity,
        locationKey: LOCATION_KEY,
      }));
      return [{ sourceId: id, connection, entities: deferred, hash }];
    });
  }

  async #apply(changes: Change[]): Promise<number> {
    const moves = changes.length > 1;
    if (moves) {
      // Entities may move from one provider to another. Those that gain add first: a full mutation of the one that
      // loses would otherwise remove what the other has not taken over yet.
      for (const { connection, entities } of changes) {
        await connection.applyMutation({
          type: 'delta',
          added: entities,
          removed: [],
        });
      }
    }
    for (const { sourceId, connection, entities, hash } of changes) {
      await connection.applyMutation({ type: 'full', entities });
      await this.#store.recordEmission({ sourceId, hash });
      this.#logger.info('Registered the entities of a source', {
        source: sourceId,
        entities: String(entities.length),
      });
    }
    return moves ? changes.length * 2 : changes.length;
  }
}

function hashOf(entities: Entity[]): string {
  return createHash('sha256').update(JSON.stringify(entities)).digest('hex');
}
