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
  GitHistory,
  GitLog,
  withDeadline,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { SourceConfig } from '../config/SourceConfig';
import { findPages } from '../sources/repository/createLocator';
import { SourceStore } from '../store/SourceStore';
import { createHistory } from './createHistory';
import { describeHistoryFailure } from './describeHistoryFailure';
import { Declaration, findDeclaration } from './findDeclaration';
import { historyUrl } from './commitPages';
import { describeCommits } from './describeCommits';
import { SharedAnswers } from './SharedAnswers';

/** How long an answer is good enough for everybody. */
const KEEP_MS = 60_000;

/** How long a repository that could not be read is left alone. */
const KEEP_FAILURE_MS = 10_000;

/** How long a person waits. */
const DEADLINE_MS = 10_000;

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

type Listed = { log: GitLog | undefined; asOf: string };

/**
 * Lists the commits that touch what declares a commons. Only repositories of configured sources are read, in the folder that the source found the
 * commons in: what an entity says of itself leads nowhere.
 */
export class CommitsService {
  readonly #options: CommitsServiceOptions;
  readonly #now: () => number;
  readonly #shared: SharedAnswers<Listed>;
  /** By source id; undefined for hosts whose commits cannot be listed. */
  readonly #histories = new Map<string, GitHistory['list'] | undefined>();

  static create(options: CommitsServiceOptions): CommitsService {
    return new CommitsService(options);
  }

  private constructor(options: CommitsServiceOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#shared = SharedAnswers.create({
      keepMs: KEEP_MS,
      keepFailureMs: KEEP_FAILURE_MS,
      now: this.#now,
    });
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
    const { log, asOf } = await this.#read({ declared, history, query });
    if (!log) {
      const { repo, branch } = where;
      throw new ServiceUnavailableError(
        `The repository "${repo}" or its ${
          branch ? `branch "${branch}"` : 'default branch'
        } was not found: correct "url" and "branch" of source "${
          declared.config.id
        }", and check that its credentials may read it`,
      );
    }
    const pages = findPages(declared.config.url, this.#options.integrations);
    return {
      ...head,
      ...where,
      asOf,
      state: 'listed',
      ...describeCommits(log, pages),
    };
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

  #historyOf({ config }: Declaration): GitHistory['list'] | undefined {
    if (!this.#histories.has(config.id)) {
      const { integrations, ask = createAskGitHost() } = this.#options;
      this.#histories.set(
        config.id,
        createHistory({ config, integrations, ask, timeoutMs: DEADLINE_MS }),
      );
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

  async #read(options: {
    declared: Declaration;
    history: GitHistory['list'];
    query: CommitsQuery;
  }): Promise<Listed> {
    const { declared, history, query } = options;
    const { config, repo } = declared;
    const question = {
      ref: config.branch ?? 'HEAD',
      paths: declared.paths.filter(Boolean),
      revisions: query.revisions ?? [],
      limit: query.limit,
    };
    try {
      return await this.#shared.share(
        JSON.stringify([config.id, question]),
        async () => ({
          // Whoever asked first may leave: others wait for the same answer.
          log: await withDeadline(
            { signals: [], timeoutMs: DEADLINE_MS },
            signal => history({ ...question, signal }),
          ),
          asOf: new Date(this.#now()).toISOString(),
        }),
      );
    } catch (error) {
      throw new ServiceUnavailableError(
        // Without the cause, which Backstage would add to the message as it is.
        describeHistoryFailure(error, { repo, deadlineMs: DEADLINE_MS }),
      );
    }
  }
}
