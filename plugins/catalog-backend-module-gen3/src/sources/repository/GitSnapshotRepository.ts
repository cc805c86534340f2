import {
  GitError,
  GitFile,
  GitRepository,
  GitRevision,
  isRevisionName,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { Provenance } from '../types';
import {
  FileReading,
  RepositorySnapshot,
  SnapshotRepository,
} from './RepositorySnapshot';
import { isWantedFile, MAX_FILES } from './wantedFiles';

/** A revision is too large to be read, which says nothing of others. */
class TooManyFilesError extends Error {}

/** Snapshots by way of the git program. */
export class GitSnapshotRepository implements SnapshotRepository {
  readonly url: string;
  readonly #git: GitRepository;
  readonly #revision: string;
  readonly #locate: (path: string) => Provenance;

  private constructor(options: {
    git: GitRepository;
    revision?: string;
    locate: (path: string) => Provenance;
  }) {
    this.#git = options.git;
    this.#revision = options.revision ?? 'HEAD';
    this.#locate = options.locate;
    this.url = options.git.url;
  }

  static create(options: {
    git: GitRepository;
    /** @defaultValue the default branch */
    revision?: string;
    locate: (path: string) => Provenance;
  }): GitSnapshotRepository {
    return new GitSnapshotRepository(options);
  }

  async open(options: {
    knownVersion?: string;
    signal: AbortSignal;
  }): Promise<RepositorySnapshot | 'unchanged'> {
    const { knownVersion, signal } = options;
    const ref = this.#revision;
    const revision = await this.#git.resolve({ ref, signal });
    if (!revision) {
      throw new Error(
        ref === 'HEAD'
          ? `The repository "${this.url}" has no default branch: push a commit, or set "branch"`
          : `The repository "${this.url}" has no branch or tag "${ref}": correct "branch"`,
      );
    }
    if (revision.commit === knownVersion) return 'unchanged';
    return this.#snapshot(revision.commit, signal);
  }

  async peek(options: {
    revision: string;
    knownVersion: string;
    signal: AbortSignal;
  }): Promise<'unchanged' | 'changed' | 'missing'> {
    const { revision: ref, knownVersion, signal } = options;
    const revision = await this.#resolveOther(ref, signal);
    if (!revision) return 'missing';
    return revision.commit === knownVersion ? 'unchanged' : 'changed';
  }

  /** A file of the repository names it, so it may be anything: what cannot be a revision does not exist. */
  async #resolveOther(
    ref: string,
    signal: AbortSignal,
  ): Promise<GitRevision | undefined> {
    return isRevisionName(ref) ? this.#git.resolve({ ref, signal }) : undefined;
  }

  async #snapshot(
    commit: string,
    signal: AbortSignal,
  ): Promise<RepositorySnapshot> {
    const listed = await this.#git.listFiles({ commit, signal });
    const wanted = listed.filter(file => isWantedFile(file.path));
    if (wanted.length > MAX_FILES) {
      throw new TooManyFilesError(
        `The repository "${this.url}" has ${wanted.length} YAML and JSON files, more than the ${MAX_FILES} that are read: split it`,
      );
    }
    return this.#snapshotOf(commit, wanted, signal);
  }

  #snapshotOf(
    commit: string,
    files: readonly GitFile[],
    signal: AbortSignal,
  ): RepositorySnapshot {
    const blobs = new Map(files.map(file => [file.path, file.blob]));
    const blobsOf = (paths: readonly string[]) =>
      paths.flatMap(path => blobs.get(path) ?? []);
    const readFiles = async (paths: readonly string[]) => {
      const wanted = blobsOf(paths);
      const contents = await this.#git.readBlobs({ blobs: wanted, signal });
      const readings = new Map<string, FileReading>();
      for (const path of paths) {
        const blob = blobs.get(path);
        const answer = blob === undefined ? undefined : contents.get(blob);
        if (blob === undefined || !answer) {
          readings.set(path, { kind: 'missing' });
        } else if (answer.kind === 'content') {
          const text = answer.content.toString('utf8');
          readings.set(path, { kind: 'text', text, digest: blob });
        } else {
          readings.set(path, answer);
        }
      }
      return readings;
    };
    const snapshot: RepositorySnapshot = {
      version: commit,
      listFiles: async () => [...blobs.keys()],
      prefetch: paths =>
        this.#git.fetchBlobs({ blobs: blobsOf(paths), signal }),
      readFiles,
      locate: this.#locate,
      atRevision: async revision => {
        const other = await this.#resolveOther(revision || 'HEAD', signal);
        if (!other) return undefined;
        if (other.commit === commit) return snapshot;
        try {
          return await this.#snapshot(other.commit, signal);
        } catch (error) {
          // Only fetching tells whether there is a commit of that id.
          if (isUnknownCommit(error)) return undefined;
          if (error instanceof TooManyFilesError) {
            return { unreadable: error.message };
          }
          throw error;
        }
      },
    };
    return snapshot;
  }
}

function isUnknownCommit(error: unknown): boolean {
  return (
    error instanceof GitError &&
    error.reason === 'rejected' &&
    /not our ref|unadvertised object/i.test(error.message)
  );
}
