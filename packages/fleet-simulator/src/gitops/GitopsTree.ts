import { GitProgramRepository } from '@gen3-csoc/backstage-plugin-gen3-node';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Text files by their path from the root, with `/`. */
export type TreeFiles = ReadonlyMap<string, string>;

/** A tree of declarations that may change while the simulator runs. */
export interface GitopsTree {
  /** Where it is, to be shown. */
  readonly location: string;
  /** Its versions are commits. */
  readonly isRepository: boolean;
  /** Changes when the content may have changed. */
  version(signal: AbortSignal): Promise<string>;
  /** All YAML, JSON and template files. */
  readFiles(signal: AbortSignal): Promise<TreeFiles>;
  close(): Promise<void>;
}

const READ = /\.(ya?ml|json|tpl)$/;

/**
 * Opens a folder, or a bare git repository, whose `HEAD` is read.
 *
 * @throws when `path` is neither.
 */
export function openGitopsTree(path: string): GitopsTree {
  const location = resolve(path);
  if (!existsSync(location)) {
    throw new Error(
      `There is no folder and no git repository at "${location}"; give the path of one of both`,
    );
  }
  const isBareRepository =
    existsSync(join(location, 'HEAD')) && existsSync(join(location, 'objects'));
  return isBareRepository ? openRepository(location) : openFolder(location);
}

function openFolder(location: string): GitopsTree {
  return {
    location,
    isRepository: false,
    version: async signal => {
      const hash = createHash('sha256');
      for (const path of await listPaths(location)) {
        signal.throwIfAborted();
        const { mtimeMs, size } = await stat(path);
        hash.update(`${path} ${mtimeMs} ${size}\n`);
      }
      return hash.digest('hex');
    },
    readFiles: async signal => {
      const files = new Map<string, string>();
      for (const path of await listPaths(location)) {
        const name = relative(location, path).split(sep).join('/');
        files.set(name, await readFile(path, { encoding: 'utf8', signal }));
      }
      return files;
    },
    close: async () => {},
  };
}

async function listPaths(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter(entry => entry.isFile() && READ.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}

function openRepository(location: string): GitopsTree {
  const repository = GitProgramRepository.create({
    url: pathToFileURL(location).href,
  });
  const commitOf = async (signal: AbortSignal) => {
    const revision = await repository.resolve({ ref: 'HEAD', signal });
    if (!revision) {
      throw new Error(`The git repository "${location}" has no commit yet`);
    }
    return revision.commit;
  };
  return {
    location,
    isRepository: true,
    version: commitOf,
    readFiles: async signal => {
      const commit = await commitOf(signal);
      const listed = await repository.listFiles({ commit, signal });
      const wanted = listed.filter(file => READ.test(file.path));
      const blobs = await repository.readBlobs({
        blobs: [...new Set(wanted.map(file => file.blob))],
        signal,
      });
      return new Map(
        wanted.flatMap(({ path, blob }): [string, string][] => {
          const read = blobs.get(blob);
          return read?.kind === 'content'
            ? [[path, read.content.toString('utf8')]]
            : [];
        }),
      );
    },
    close: () => repository.close(),
  };
}
