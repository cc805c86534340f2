import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import pLimit from 'p-limit';
import { SourceConfig } from '../config/SourceConfig';
import { SourceStore, StoredEmission } from '../store/SourceStore';
import { summarizeFindings } from '../store/summary';
import { handOver } from './handOver';
import { planEmissions } from './planEmissions';

/**
 * People can delete entities in the catalog, which tells nobody. Everything is therefore handed over once a day, and the
 * catalog finds by itself what it lacks.
 */
export const REPEAT_AFTER_MS = 24 * 60 * 60 * 1000;

/** How many mutations the catalog was given. */
export interface Published {
  /** For what changed, or because of a start. */
  mutations: number;
  /** Although nothing changed, see {@link REPEAT_AFTER_MS}. */
  repeated: number;
}

/**
 * Hands the merged readings of all sources to the catalog, one provider per source.
 *
 * The merge depends on all sources, so a run of one source may change what another one's provider emits. Providers whose
 * entities did not change get no mutation; a source that never was read emits nothing, not even an empty set, so the
 * catalog keeps what it has.
 *
 * One process at a time publishes, and reads what is remembered only then: whoever publishes last has published the newest.
 * A reading that is recorded meanwhile is published by who recorded it.
 */
export class EntityPublisher {
  readonly #sources: SourceConfig[];
  readonly #store: SourceStore;
  readonly #registry: ServiceRegistry;
  readonly #kubernetesClusters: ReadonlySet<string>;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #connections = new Map<string, EntityProviderConnection>();
  /** Those who wait for the lock of the database hold a connection: one per process is enough. */
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
    now?: () => Date;
  }): EntityPublisher {
    return new EntityPublisher(options);
  }

  private constructor(options: {
    sources: SourceConfig[];
    store: SourceStore;
    registry: ServiceRegistry;
    kubernetesClusters: ReadonlySet<string>;
    logger: LoggerService;
    now?: () => Date;
  }) {
    this.#sources = options.sources;
    this.#store = options.store;
    this.#registry = options.registry;
    this.#kubernetesClusters = options.kubernetesClusters;
    this.#logger = options.logger;
    this.#now = options.now ?? (() => new Date());
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
   * Hands over what changed since the last time, and what was handed over too long ago.
   *
   * @param options - `force`: hand over everything, as after a start; the catalog then compares by itself.
   * `onlyIfNewer`: look no further when no reading changed since this process published last. `signal`: do not begin once
   * it is aborted; what has begun goes on to its end
   */
  async publish(
    options: {
      force?: boolean;
      onlyIfNewer?: boolean;
      signal?: AbortSignal;
    } = {},
  ): Promise<Published> {
    const { signal } = options;
    return this.#oneAtATime(async () => {
      signal?.throwIfAborted();
      if (options.onlyIfNewer && (await this.#isUpToDate())) {
        return { mutations: 0, repeated: 0 };
      }
      return this.#store.runExclusively(
        () => this.#publishNewest(options.force ?? this.#owesAll),
        { signal },
      );
    });
  }

  async #publishNewest(force: boolean): Promise<Published> {
    const stored = await this.#store.readSources(
      this.#sources.map(({ id }) => id),
    );
    const emitted = await this.#store.readEmissions();
    const plan = planEmissions({
      sources: this.#sources,
      stored: stored.sources,
      registry: this.#registry,
      kubernetesClusters: this.#kubernetesClusters,
    });
    const connected = plan.emissions.flatMap(emission => {
      const connection = this.#connections.get(emission.sourceId);
      return connection ? [{ ...emission, connection }] : [];
    });
    const hasChanged = ({
      sourceId,
      hash,
    }: {
      sourceId: string;
      hash: string;
    }) => force || emitted.get(sourceId)?.hash !== hash;
    const changed = connected.filter(hasChanged);
    const old = connected.filter(
      emission =>
        !hasChanged(emission) && this.#isOld(emitted.get(emission.sourceId)),
    );
    await this.#store.recordComparison(
      new Map(
        this.#sources.map(({ id }) => [
          id,
          summarizeFindings(
            plan.findings.flatMap(({ sourceId, member, finding }) =>
              sourceId === id ? [{ ...finding, member }] : [],
            ),
          ),
        ]),
      ),
    );
    const mutations = await this.#handOver(changed, {
      moves: changed.length > 1,
    });
    const repeated = await this.#handOver(old, { moves: false });
    this.#publishedRevision = stored.revision;
    this.#owesAll = false;
    return { mutations, repeated };
  }

  async #handOver(
    emissions: Parameters<typeof handOver>[0],
    options: { moves: boolean },
  ): Promise<number> {
    return handOver(emissions, {
      ...options,
      store: this.#store,
      logger: this.#logger,
      now: this.#now,
    });
  }

  async #isUpToDate(): Promise<boolean> {
    if ((await this.#store.readRevision()) !== this.#publishedRevision) {
      return false;
    }
    const emitted = await this.#store.readEmissions();
    return this.#sources.every(({ id }) => !this.#isOld(emitted.get(id)));
  }

  /** Also when a process ended in the middle of it. Sources that never emitted have nothing to repeat. */
  #isOld(emission: StoredEmission | undefined): boolean {
    const { hash, handedOverAt } = emission ?? {};
    if (emission && (hash === undefined || handedOverAt === undefined)) {
      return true;
    }
    return (
      handedOverAt !== undefined &&
      this.#now().getTime() - Date.parse(handedOverAt) >= REPEAT_AFTER_MS
    );
  }
}
