import { SchedulerService } from '@backstage/backend-plugin-api';
import { ConflictError, isError, NotFoundError } from '@backstage/errors';
import {
  SourcesResponse,
  SourceStatus,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { SourceConfig } from '../config/SourceConfig';
import { mergeSources } from '../provider/mergeSources';
import { taskId } from '../provider/providerName';
import { SourceStore } from '../store/SourceStore';
import { narrowToCommons } from './narrowToCommons';
import { toSourceStatus } from './toSourceStatus';

/** Hostnames that one message names. */
const MAX_NAMED = 5;

/** What people can see of sources, and do about them. */
export class SourcesService {
  readonly #sources: SourceConfig[];
  readonly #store: SourceStore;
  readonly #scheduler: SchedulerService;
  readonly #now: () => Date;

  static create(options: {
    sources: SourceConfig[];
    store: SourceStore;
    scheduler: SchedulerService;
    now?: () => Date;
  }): SourcesService {
    return new SourcesService(options);
  }

  private constructor(options: {
    sources: SourceConfig[];
    store: SourceStore;
    scheduler: SchedulerService;
    now?: () => Date;
  }) {
    this.#sources = options.sources;
    this.#store = options.store;
    this.#scheduler = options.scheduler;
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * The configured sources, in the order they are listed.
   *
   * @param options - `hostname`: only sources that know this commons, each with what concerns it. All of all when absent.
   */
  async listSources(
    options: { hostname?: string } = {},
  ): Promise<SourcesResponse> {
    const { hostname } = options;
    const now = this.#now();
    const stored = await this.#store.readOverviews();
    const all = this.#sources.map(config =>
      toSourceStatus({ config, stored: stored.get(config.id), now }),
    );
    const items =
      hostname === undefined ? all : await this.#narrow(all, hostname);
    return { items, asOf: now.toISOString() };
  }

  async #narrow(
    statuses: readonly SourceStatus[],
    hostname: string,
  ): Promise<SourceStatus[]> {
    const members = await this.#store.readMembersOf(hostname);
    const { findings } = mergeSources(
      this.#sources.map(config => ({
        config,
        members: members.get(config.id) ?? [],
      })),
    );
    return statuses.flatMap(status => {
      const own = members.get(status.id);
      return own
        ? [narrowToCommons({ status, members: own, contradictions: findings })]
        : [];
    });
  }

  /**
   * Has a source read as soon as possible, by whichever replica is free.
   *
   * @throws NotFoundError naming the known sources
   * @throws ConflictError when it is being read already
   */
  async refreshSource(options: { id: string }): Promise<void> {
    this.#requireSource(options.id);
    await this.#scheduler.triggerTask(taskId(options.id));
  }

  /**
   * Allows a held source to drop what it would drop, and has it read again.
   *
   * @param options - `commons`: hostnames that may go; what else is held waits on. All that are held now when absent.
   * @throws NotFoundError naming the known sources
   * @throws ConflictError when nothing is held, or something in `commons` is not; nothing is confirmed then
   */
  async confirmDrop(options: {
    id: string;
    commons?: readonly string[];
  }): Promise<void> {
    const { id: sourceId, commons: hostnames } = options;
    this.#requireSource(sourceId);
    const outcome = await this.#store.confirmDrop({ sourceId, hostnames });
    if (outcome.kind === 'nothing-held') {
      throw new ConflictError(
        `Source "${sourceId}" holds nothing back; there is nothing to confirm`,
      );
    }
    if (outcome.kind === 'not-held') {
      throw new ConflictError(
        `Source "${sourceId}" does not hold back ${listed(
          outcome.hostnames,
        )}; nothing was confirmed. Look at what it holds by now, and confirm that`,
      );
    }
    try {
      await this.#scheduler.triggerTask(taskId(options.id));
    } catch (error) {
      // The source is being read just now: the confirmation is noted, and the run after that one honours it.
      if (!isError(error) || error.name !== 'ConflictError') {
        throw error;
      }
    }
  }

  #requireSource(id: string): void {
    if (!this.#sources.some(source => source.id === id)) {
      const known = this.#sources.map(source => `"${source.id}"`).join(', ');
      throw new NotFoundError(
        `There is no source "${id}"; ${
          known ? `known sources are ${known}` : 'no source is configured'
        }`,
      );
    }
  }
}

/** Some of many names, for a message. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMED).map(name => `"${name}"`);
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
