import { RepositorySnapshot } from '../repository/RepositorySnapshot';
import {
  FileLayer,
  isSameRepository,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { ValueFile } from './ValueFile';

/** Revisions that one reading opens: each is a tree that is fetched, kept, and asked for again at every run. */
const MAX_REVISIONS = 50;

const TOO_MANY_REVISIONS: ValueFile = {
  kind: 'unreadable-revision',
  reason: `the Applications of this source name more than ${MAX_REVISIONS} revisions, and only the first ${MAX_REVISIONS} are read`,
  fix: 'Use fewer different targetRevisions for values, or read the repository by several sources, each with "paths" of its own',
};

/**
 * Value files of a repository, each at the revision that its source names.
 *
 * A source on this machine (`file://`) is a mirror or a test: it stands for the repository that the Applications name, and for the one
 * of the chart as far as it has the file.
 */
export class ValueFiles {
  readonly #main: RepositorySnapshot;
  readonly #urls: readonly string[];
  readonly #isLocal: boolean;
  readonly #revisions = new Map<string, RepositorySnapshot | ValueFile>();
  readonly #paths = new Map<RepositorySnapshot, Set<string>>();

  private constructor(main: RepositorySnapshot, urls: readonly string[]) {
    this.#main = main;
    this.#urls = urls;
    this.#isLocal = urls.some(url => /^file:/i.test(url));
  }

  static create(options: {
    main: RepositorySnapshot;
    /** URLs that the repository has. */
    urls: readonly string[];
  }): ValueFiles {
    return new ValueFiles(options.main, options.urls);
  }

  /** Versions of the other revisions that were used, undefined for those that do not exist or cannot be read. */
  get revisions(): Map<string, string | undefined> {
    return new Map(
      [...this.#revisions].map(([revision, opened]) => [
        revision,
        'version' in opened ? opened.version : undefined,
      ]),
    );
  }

  /** Reads all files of these layers. */
  async read(
    layers: readonly FileLayer[],
  ): Promise<(layer: FileLayer) => ValueFile> {
    const files = new Map<string, ValueFile>();
    const wanted = new Map<RepositorySnapshot, Map<string, string>>();
    for (const layer of layers) {
      const key = keyOf(layer);
      // One after the other: the first layer of a revision opens it for all.
      const place = await this.#placeOf(layer);
      if ('kind' in place) {
        files.set(key, place);
      } else {
        const paths = wanted.get(place) ?? new Map<string, string>();
        wanted.set(place, paths.set(key, layer.path));
      }
    }
    for (const [snapshot, paths] of wanted) {
      // One after the other: the number of revisions is small, that of files is not.
      const readings = await snapshot.readFiles([...new Set(paths.values())]);
      for (const [key, path] of paths) {
        files.set(key, readings.get(path) ?? { kind: 'missing' });
      }
    }
    return layer => files.get(keyOf(layer)) ?? { kind: 'missing' };
  }

  async #placeOf(layer: FileLayer): Promise<RepositorySnapshot | ValueFile> {
    const same = this.#urls.some(url =>
      isSameRepository(url, layer.repository),
    );
    if (!same && !this.#isLocal) return { kind: 'elsewhere' };
    if (!same && layer.besideChart) {
      return (await this.#pathsOf(this.#main)).has(layer.path)
        ? this.#main
        : { kind: 'elsewhere' };
    }
    return this.#at(layer.revision);
  }

  async #at(revision: string): Promise<RepositorySnapshot | ValueFile> {
    const known = this.#revisions.get(revision);
    if (known) return known;
    if (this.#revisions.size >= MAX_REVISIONS) return TOO_MANY_REVISIONS;
    const opened = await this.#open(revision);
    this.#revisions.set(revision, opened);
    return opened;
  }

  async #open(revision: string): Promise<RepositorySnapshot | ValueFile> {
    const found = await this.#main.atRevision(revision);
    if (!found) return { kind: 'no-revision' };
    if ('unreadable' in found) {
      return { kind: 'unreadable-revision', reason: found.unreadable };
    }
    const twin = [...this.#revisions.values()].find(
      (each): each is RepositorySnapshot =>
        'version' in each && each.version === found.version,
    );
    return twin ?? found;
  }

  async #pathsOf(snapshot: RepositorySnapshot): Promise<Set<string>> {
    const known = this.#paths.get(snapshot);
    if (known) return known;
    const paths = new Set(await snapshot.listFiles());
    this.#paths.set(snapshot, paths);
    return paths;
  }
}

function keyOf(layer: FileLayer): string {
  return [layer.repository, layer.revision, layer.path, layer.besideChart].join(
    '\n',
  );
}
