import { createHash } from 'node:crypto';
import {
  FileReading,
  RepositorySnapshot,
  SnapshotRepository,
} from '../repository/RepositorySnapshot';
import { MAX_FILE_BYTES } from '../repository/wantedFiles';

/** Files by path. */
export type Tree = Record<string, string>;

/**
 * A repository that only exists in a test: trees by branch, the first one is the default.
 *
 * @example
 * const repository = new InMemoryRepository({ main: { 'a.yaml': 'a: 1' } });
 */
export class InMemoryRepository implements SnapshotRepository {
  readonly url = 'https://git.example/org/gitops';
  /** Change it to commit; add an error to make the repository unreadable. */
  branches: Record<string, Tree>;
  /** Paths that were read, in order. */
  readonly reads: string[] = [];

  constructor(branches: Record<string, Tree>) {
    this.branches = branches;
  }

  async open(options: { knownVersion?: string }) {
    const [name = ''] = Object.keys(this.branches);
    const snapshot = this.#snapshot(name);
    return snapshot.version === options.knownVersion ? 'unchanged' : snapshot;
  }

  async peek(options: { revision: string; knownVersion: string }) {
    const [first = ''] = Object.keys(this.branches);
    const name = options.revision === 'HEAD' ? first : options.revision;
    if (!this.branches[name]) return 'missing';
    const { version } = this.#snapshot(name);
    return version === options.knownVersion ? 'unchanged' : 'changed';
  }

  #snapshot(branch: string): RepositorySnapshot {
    const tree = new Map(Object.entries(this.branches[branch] ?? {}));
    const version = digest(JSON.stringify([...tree]));
    const readFiles = async (paths: readonly string[]) => {
      this.reads.push(...paths);
      return new Map<string, FileReading>(
        paths.map(path => {
          const text = tree.get(path);
          if (text === undefined) return [path, { kind: 'missing' }];
          return text.length > MAX_FILE_BYTES
            ? [path, { kind: 'too-large', size: text.length }]
            : [path, { kind: 'text', text, digest: digest(text) }];
        }),
      );
    };
    return {
      version,
      listFiles: async () => [...tree.keys()].sort(),
      prefetch: async () => {},
      readFiles,
      locate: path => ({
        repo: this.url,
        path,
        location: `url:${this.url}/${path}`,
      }),
      atRevision: async revision => {
        const [first = ''] = Object.keys(this.branches);
        const name = revision === 'HEAD' ? first : revision;
        return this.branches[name] ? this.#snapshot(name) : undefined;
      },
    };
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}
