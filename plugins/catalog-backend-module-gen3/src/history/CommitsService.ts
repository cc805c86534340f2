import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CommitsQuery,
  CommitsResponse,
  isGen3Commons,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  AskGitHost,
  createAskGitHost,
  findPages,
  GitCommit,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { SourceConfig } from '../config/SourceConfig';
import { SourceStore } from '../store/SourceStore';
import { createHistory } from './createHistory';
import { describeHistoryFailure } from './describeHistoryFailure';
import { Declaration, findDeclaration } from './findDeclaration';
import { historyUrl } from './commitPages';
import { describeCommits } from './describeCommits';
import { HistoryReading, SourceHistory } from './SourceHistory';

/** What {@link CommitsService} needs. */
export interface CommitsServiceOptions {
  sources: readonly SourceConfig[];
  store: Pick<SourceStore, 'readMembersOf'>;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  integrations: ScmIntegrations;
  /** Asks hosts. @defaultValue by HTTP */
  ask?: AskGitHost;
  /** Milliseconds since the epoch. @defaultValue `Date.now` */
  now?: () => number;
}

/**
 * Lists the commits that touch what declares a commons. Only repositories of configured sources are read, in the folder that the source found the
 * commons in: what an entity says of itself leads nowhere.
 */
export class CommitsService {
  readonly #options: CommitsServiceOptions;
  readonly #now: () => number;
  /** By source id; undefined for hosts whose commits cannot be listed. */
  readonly #histories = new Map<string, SourceHistory | undefined>();

  static create(options: CommitsServiceOptions): CommitsService {
    return new CommitsService(options);
  }

  private constructor(options: CommitsServiceOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /**
   * The newest commits of a commons.
   *
   * @throws NotFoundError when there is no such commons, or the caller may not see it.
   * @throws ServiceUnavailableError naming repository and fix when it cannot be read now.
   */
  async list(options: {
    entityRef: string;
    query: CommitsQuery;
    credentials: BackstageCredentials;
  }): Promise<CommitsResponse> {
    const { query } = options;
    const entity = await this.#getCommons(options);
    const { sources, store } = this.#options;
    const declared = await findDeclaration({ entity, sources, store });
    const head = {
      entityRef: stringifyEntityRef(entity),
      asOf: new Date(this.#now()).toISOString(),
      paths: declared?.paths ?? [],
      commits: [],
      revisions: [],
    };
    if (!declared) return { ...head, state: 'not-in-git' };
    const where = this.#locate(declared);
    const history = this.#historyOf(declared);
    if (!history) return { ...head, ...where, state: 'not-supported' };
    const about = {
      ref: declared.config.branch ?? 'HEAD',
      paths: declared.paths.filter(Boolean),
    };
    const listed = await history.list(about);
    const commits = requireCommits(listed, declared);
    const revisions = await this.#listContained(history, { ...about, query });
    const pages = findPages(declared.config.url, this.#options.integrations);
    return {
      ...head,
      ...where,
      asOf: listed.readAt,
      state: 'listed',
      ...describeCommits(
        { commits: commits.slice(0, query.limit), ...revisions },
        pages,
      ),
    };
  }

  /** Removes what histories keep on disk. */
  async close(): Promise<void> {
    const histories = [...this.#histories.values()];
    await Promise.all(histories.map(history => history?.close()));
  }

  async #getCommons(options: {
    entityRef: string;
    credentials: BackstageCredentials;
  }): Promise<Entity> {
    const { entityRef, credentials } = options;
    const { catalog } = this.#options;
    const entity = await catalog.getEntityByRef(entityRef, { credentials });
    if (!entity || !isGen3Commons(entity)) {
      throw new NotFoundError(`No commons "${entityRef}" in the catalog`);
    }
    return entity;
  }

  #historyOf({ config, repo }: Declaration): SourceHistory | undefined {
    if (!this.#histories.has(config.id)) {
      const { integrations, ask = createAskGitHost() } = this.#options;
      try {
        const history = createHistory({ config, integrations, ask });
        this.#histories.set(
          config.id,
          history && SourceHistory.create({ history, now: this.#now }),
        );
      } catch (error) {
        throw new ServiceUnavailableError(
          describeHistoryFailure(error, { repo }),
        );
      }
    }
    return this.#histories.get(config.id);
  }

  #locate({ config, repo, paths: [path = ''] }: Declaration) {
    const { url, branch } = config;
    const pages = findPages(url, this.#options.integrations);
    return {
      repo,
      branch,
      historyUrl: pages && historyUrl(pages.host, { ...pages, branch, path }),
    };
  }

  /** One revision that cannot be asked about costs neither the commits nor the others: it is `unread`. */
  async #listContained(
    history: SourceHistory,
    about: { paths: readonly string[]; query: CommitsQuery },
  ) {
    const { paths, query } = about;
    const readings = await Promise.all(
      (query.revisions ?? []).map(async revision => ({
        revision,
        reading: await history.listContained({ revision, paths }),
      })),
    );
    const contained = new Map<string, string[]>();
    const unread: string[] = [];
    for (const { revision, reading } of readings) {
      if (reading.state !== 'read') unread.push(revision);
      else if (reading.value) contained.set(revision, reading.value);
    }
    return { contained, unread };
  }
}

/** @throws ServiceUnavailableError saying why there are none, and what to do. */
function requireCommits(
  reading: HistoryReading<GitCommit[]>,
  { config, repo }: Declaration,
): GitCommit[] {
  if (reading.state === 'refused') {
    throw new ServiceUnavailableError(
      `Cannot list the commits of "${repo}": the portal has asked its host as often as it may within a minute; try again in a minute`,
    );
  }
  if (reading.state === 'failed') {
    const { error, isReading } = reading;
    // Without the cause, which Backstage would add to the message as it is.
    throw new ServiceUnavailableError(
      describeHistoryFailure(error, { repo, isReading }),
    );
  }
  if (reading.value) return reading.value;
  throw new ServiceUnavailableError(
    `The repository "${repo}" or its ${
      config.branch ? `branch "${config.branch}"` : 'default branch'
    } was not found: correct "url" and "branch" of source "${
      config.id
    }", and check that its credentials may read it`,
  );
}
