import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  DeferredEntity,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import pLimit from 'p-limit';
import { SourceConfig } from '../config/SourceConfig';
import { SourceStore, StoredSources } from '../store/SourceStore';
import { Emission, planEmissions } from './planEmissions';

/**
 * Location key of all entities of all sources. The catalog lets a provider take over an entity of another one only under
 * an equal key, and that is wanted here: when the source that owns a commons leaves it, the next one takes it over
 * without a moment in which it is gone. They cannot fight, because the merge names one owner per entity.
 */
export const LOCATION_KEY = 'gen3-provider';

/** Attempts to publish a state that nobody changes meanwhile. */
const MAX_ATTEMPTS = 10;

interface Change extends Emission {
  connection: EntityProviderConnection;
  deferred: DeferredEntity[];
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
  /** Handing over everything at the start failed. */
  #owesAll = false;

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
      try {
        await this.publish({ force: true });
      } catch (error) {
        // The portal is of use without it: the catalog still has what it was handed before.
        this.#owesAll = true;
        this.#logger.error(
          'What sources said last could not be handed to the catalog at the start; every run of a source tries again',
          { error: stringifyError(error) },
        );
      }
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
        const force = this.#owesAll || (options.force ?? false);
        const changes = await this.#findChanges(stored, force);
        // Another replica may have stored a newer reading meanwhile: look again before and after, so that whoever
        // publishes last has published the newest.
        if (await this.#isNewest(stored)) {
          mutations += await this.#apply(changes);
          if (await this.#isNewest(stored)) {
            this.#publishedRevision = stored.revision;
            this.#owesAll = false;
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
    const { emissions } = planEmissions({
      sources: this.#sources,
      stored: stored.sources,
      registry: this.#registry,
      kubernetesClusters: this.#kubernetesClusters,
    });
    return emissions.flatMap(emission => {
      const { sourceId, hash, entities } = emission;
      const connection = this.#connections.get(sourceId);
      return connection && (force || emitted.get(sourceId) !== hash)
        ? [{ ...emission, connection, deferred: entities.map(defer) }]
        : [];
    });
  }

  async #apply(changes: Change[]): Promise<number> {
    // Entities may move from one provider to another. Those that gain add first: a full mutation of the one that loses would
    // otherwise remove what the other has not taken over yet.
    const added = changes.filter(
      ({ partial }) => partial || changes.length > 1,
    );
    for (const { connection, deferred } of added) {
      await connection.applyMutation({
        type: 'delta',
        added: deferred,
        removed: [],
      });
    }
    // A full mutation would remove what could not be built.
    const replaced = changes.filter(({ partial }) => !partial);
    for (const { connection, deferred } of replaced) {
      await connection.applyMutation({ type: 'full', entities: deferred });
    }
    for (const { sourceId, hash, entities, partial } of changes) {
      await this.#store.recordEmission({ sourceId, hash });
      this.#logger.info('Registered the entities of a source', {
        source: sourceId,
        entities: String(entities.length),
        partial: String(partial),
      });
    }
    return added.length + replaced.length;
  }
}

function defer(entity: Entity): DeferredEntity {
  return { entity, locationKey: LOCATION_KEY };
}
