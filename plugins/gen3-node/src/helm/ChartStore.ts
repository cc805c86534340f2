import type { JsonObject } from '@backstage/types';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';
import { isCommitId, isRevisionName } from '../git/gitNames';
import { GitProgramRepository } from '../git/GitProgramRepository';
import type { GitRepository } from '../git/GitRepository';
import { withDeadline } from '../http/withDeadline';
import { assembleChart, type FetchDependency } from './assembleChart';
import { ChartCache } from './ChartCache';
import { ChartError } from './ChartError';
import {
  type ChartSource,
  describeChart,
  type StoredChart,
} from './ChartSource';
import { type ChartTree, createGitTree } from './ChartTree';
import { expandArchives } from './expandArchives';
import {
  type ChartClient,
  type ChartRequest,
  fetchChartArchive,
  findRelease,
} from './fetchChartArchive';
import { readChartDefaults } from './readChartDefaults';
import { readFolderTree } from './readFolderTree';
import { RecentAnswers } from './RecentAnswers';
import { untarChart } from './untarChart';

/** A branch, or a range of versions, is looked up at most once a minute. */
const RESOLVE_MS = 60_000;

/** What failed is not tried again at once: somebody types, and each letter asks. */
const FAILURE_MS = 15_000;

/** Milliseconds that one chart may take with all that it depends on; whoever asks may wait for less. */
const FETCH_MS = 300_000;

/** Part of all keys; another number when what is stored under a key changes. */
const FORMAT = 1;

/** What a {@link ChartStore} may be told. @public */
export interface ChartStoreOptions {
  /** Fetches from Helm repositories. */
  client: ChartClient;
  /** Where charts stay. @defaultValue a folder of this process, in the system's folder for temporary files */
  folder?: string;
  /** Reads git repositories. @defaultValue the git program */
  openRepository?: (url: string) => GitRepository;
  /** Milliseconds of a clock. @defaultValue `Date.now` */
  now?: () => number;
}

/**
 * Brings charts to this machine, each version once, with all that they depend on.
 *
 * @public
 */
export class ChartStore {
  readonly #client: ChartClient;
  readonly #cache: ChartCache;
  readonly #openRepository: (url: string) => GitRepository;
  readonly #repositories = new Map<string, GitRepository>();
  readonly #closing = new AbortController();
  readonly #versions: RecentAnswers<string>;
  readonly #charts: RecentAnswers<StoredChart>;
  readonly #defaults: RecentAnswers<JsonObject>;

  private constructor(options: ChartStoreOptions) {
    const { client, folder, now = Date.now } = options;
    this.#client = client;
    this.#cache = ChartCache.create({ folder, now });
    this.#openRepository =
      options.openRepository ?? (url => GitProgramRepository.create({ url }));
    const keep = (keepMs: number) => ({
      keepMs,
      keepFailureMs: FAILURE_MS,
      now,
    });
    this.#versions = RecentAnswers.create(keep(RESOLVE_MS));
    // Only shared among those who ask at once: what was fetched is found on disk.
    this.#charts = RecentAnswers.create(keep(0));
    this.#defaults = RecentAnswers.create({ ...keep(Infinity), maxEntries: 8 });
  }

  static create(options: ChartStoreOptions): ChartStore {
    return new ChartStore(options);
  }

  /**
   * The chart as it is now. What is not here yet is fetched once for all who ask, and goes on when they have left.
   *
   * @throws ChartError or GitError when it cannot be had; the signal's reason when aborted.
   */
  async get(
    source: ChartSource,
    { signal }: { signal: AbortSignal },
  ): Promise<StoredChart> {
    return withDeadline({ signals: [signal] }, () => this.#find(source));
  }

  /** Defaults of a chart of {@link ChartStore.get}, those of sub-charts under their names, nulls kept; do not change them. */
  async readDefaults(chart: StoredChart): Promise<JsonObject> {
    return this.#defaults.get(chart.key, () => readChartDefaults(chart.folder));
  }

  /** Ends what is under way and removes what does not stay. */
  async close(): Promise<void> {
    this.#closing.abort(new Error('the portal is shutting down'));
    const open = [...this.#repositories.values()];
    await Promise.all(open.map(repository => repository.close()));
    await this.#cache.close();
  }

  async #find(source: ChartSource): Promise<StoredChart> {
    if (source.repoUrl.startsWith('oci://')) {
      throw ChartError.create({
        chart: describeChart(source),
        reason: 'unreachable',
        detail: 'the portal reads no OCI registries',
        fix: 'name the chart in a git or Helm repository',
      });
    }
    if ('chart' in source) return this.#findReleased(source);
    const url = gitUrlOf(source.repoUrl);
    return url === undefined
      ? this.#findInFolder(source)
      : this.#findInGit(source, url);
  }

  async #findReleased(source: ChartSource & { chart: string }) {
    const { repoUrl, chart: name, revision } = source;
    const request: ChartRequest = {
      client: this.#client,
      repoUrl,
      name,
      version: revision,
      chart: describeChart(source),
      signal: this.#deadline(),
    };
    const version =
      semver.valid(revision) === null
        ? await this.#versions.get(
            `${repoUrl}\0${name}\0${revision}`,
            async () => (await findRelease(request)).version,
          )
        : revision;
    return this.#once([repoUrl, name, version], version, async () => {
      const files = await fetchRelease({ ...request, version });
      return { files, missing: [] };
    });
  }

  async #findInGit(source: ChartSource & { path: string }, url: string) {
    const { path, revision } = source;
    const chart = describeChart(source);
    const repository = this.#repositories.get(url) ?? this.#openRepository(url);
    this.#repositories.set(url, repository);
    const commit = isCommitId(revision)
      ? revision
      : await this.#versions.get(`${url}\0${revision}`, async () => {
          const found = isRevisionName(revision)
            ? await repository.resolve({
                ref: revision,
                signal: this.#deadline(),
              })
            : undefined;
          if (found) return found.commit;
          throw ChartError.create({
            chart,
            reason: 'no-such-revision',
            detail: 'the repository has no such branch or tag',
            fix: 'check revision in gen3.changes.chart: a branch, a tag, or all 40 digits of a commit',
          });
        });
    return this.#once([url, path, commit], commit, () => {
      const signal = this.#deadline();
      const tree = createGitTree({ repository, commit, chart, signal });
      return this.#assemble({ tree, path, chart, signal });
    });
  }

  async #findInFolder(source: ChartSource & { path: string }) {
    const { repoUrl, path } = source;
    const chart = describeChart(source);
    const folder = repoUrl.replace(/^file:\/\//, '');
    const { tree, fingerprint } = await readFolderTree({ folder, chart });
    return this.#once([folder, path, fingerprint], fingerprint, () =>
      this.#assemble({ tree, path, chart, signal: this.#deadline() }),
    );
  }

  /** Fetches what is not here, once for all who ask for it. */
  #once(
    parts: string[],
    version: string,
    fetch: () => Promise<Awaited<ReturnType<typeof assembleChart>>>,
  ): Promise<StoredChart> {
    const hash = createHash('sha256').update([FORMAT, ...parts].join('\0'));
    const key = hash.digest('hex').slice(0, 40);
    return this.#charts.get(key, async () => {
      const here = await this.#cache.find(key);
      if (here) return here;
      const { files, missing } = await fetch();
      return this.#cache.store(key, { version, missing, files });
    });
  }

  async #assemble(options: {
    tree: ChartTree;
    path: string;
    chart: string;
    signal: AbortSignal;
  }) {
    const { chart, signal } = options;
    const fetchDependency: FetchDependency = async dependency => {
      const { repository, name, version } = dependency;
      if (!repository.startsWith('https://')) {
        return { why: 'it is in no repository that the portal reads' };
      }
      try {
        const client = this.#client;
        const about = `"${name}" ${version} of ${repository}`;
        const request = { client, repoUrl: repository, name, version, signal };
        return await fetchRelease({ ...request, chart: about });
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof ChartError)) throw error;
        return { why: error.detail };
      }
    };
    const { files, missing } = await assembleChart({
      ...options,
      fetchDependency,
    });
    return { files: await expandArchives({ files, chart }), missing };
  }

  #deadline(): AbortSignal {
    return AbortSignal.any([
      this.#closing.signal,
      AbortSignal.timeout(FETCH_MS),
    ]);
  }
}

async function fetchRelease(request: ChartRequest) {
  const { chart } = request;
  const release = await findRelease(request);
  const archive = await fetchChartArchive(release, request);
  const files = await untarChart({ archive, chart });
  return expandArchives({ files, chart });
}

/** What git is to be asked for; undefined for a folder of this machine without git. */
function gitUrlOf(repoUrl: string): string | undefined {
  const folder = repoUrl.startsWith('/') ? repoUrl : undefined;
  const path = folder ?? /^file:\/\/(\/.*)$/.exec(repoUrl)?.[1];
  if (path === undefined) return repoUrl;
  const isGit =
    existsSync(join(path, '.git')) ||
    (existsSync(join(path, 'HEAD')) && existsSync(join(path, 'objects')));
  return isGit ? `file://${path}` : undefined;
}
