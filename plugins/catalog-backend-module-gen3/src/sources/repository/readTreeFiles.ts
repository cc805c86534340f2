import {
  UrlReaderService,
  UrlReaderServiceReadTreeResponseFile,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { mapLimited } from '../../lib/mapLimited';
import { FileReading } from './RepositorySnapshot';
import {
  isWantedFile,
  MAX_FILE_BYTES,
  MAX_FILES,
  MAX_TREE_BYTES,
} from './wantedFiles';

/** Files of an archive whose content is taken out at once. */
const MAX_CONCURRENT_FILES = 50;

/** What a host gave for a tree. */
export interface TreeFiles {
  version: string;
  /** By path, sorted. */
  files: Map<string, FileReading>;
}

/**
 * Reads all files of a tree that a source may want.
 *
 * Every content is taken out here, once: that of a zip archive comes over a stream that can be read a single time, and one
 * that nobody reads keeps its file open for as long as the process lives. A symbolic link comes out of a tar archive as
 * an empty file; the answers of Backstage's readers do not tell the two apart.
 *
 * @throws whatever the reader of the host throws; Error when the tree cannot be read as a whole.
 */
export async function readTreeFiles(options: {
  reader: UrlReaderService;
  url: string;
  etag?: string;
  signal: AbortSignal;
}): Promise<TreeFiles> {
  const { reader, url, etag, signal } = options;
  let listed = 0;
  let wanted = 0;
  let bytes = 0;
  const large = new Map<string, number>();
  const tree = await reader.readTree(url, {
    etag,
    signal,
    filter: (path, info) => {
      listed += 1;
      if (!isWantedFile(path)) return false;
      const size = info?.size ?? 0;
      if (size > MAX_FILE_BYTES) large.set(path, size);
      wanted += 1;
      if (size > MAX_FILE_BYTES) return false;
      bytes += size;
      return wanted <= MAX_FILES && bytes <= MAX_TREE_BYTES;
    },
  });
  const found = await tree.files();
  // Gitea's reader takes a refused archive for one (backend-defaults 0.18), and a page is an archive without files.
  if (listed === 0) {
    throw new ServiceUnavailableError(
      'the host sent an archive without a single file: it may have refused to make one, or the branch is empty',
    );
  }
  // Half a repository must never be taken for a whole one.
  if (wanted > MAX_FILES) {
    throw new Error(
      `it has ${wanted} YAML and JSON files, more than the ${MAX_FILES} that are read`,
    );
  }
  if (bytes > MAX_TREE_BYTES) {
    throw new Error(
      `its YAML and JSON files have more than the ${MAX_TREE_BYTES} bytes together that are read`,
    );
  }
  const readings = await mapLimited(
    found,
    MAX_CONCURRENT_FILES,
    async file => [file.path, await readOne(file)] as const,
  );
  signal.throwIfAborted();
  const files = new Map<string, FileReading>(readings);
  for (const [path, size] of large)
    files.set(path, { kind: 'too-large', size });
  return {
    version: tree.etag,
    files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/**
 * Asks what version a tree is at, without its files.
 *
 * @throws NotModifiedError when it is at `etag`; whatever else the reader of the host throws.
 */
export async function readTreeVersion(options: {
  reader: UrlReaderService;
  url: string;
  etag: string;
  signal: AbortSignal;
}): Promise<string> {
  const { reader, ...rest } = options;
  const tree = await reader.readTree(rest.url, {
    ...rest,
    filter: () => false,
  });
  // The archive is under way already: what is not read holds the connection.
  await tree.files();
  return tree.etag;
}

async function readOne(
  file: UrlReaderServiceReadTreeResponseFile,
): Promise<FileReading> {
  // For an empty file, the reader of tar archives gives an empty list and no buffer (backend-defaults 0.18).
  const content = Buffer.from(await file.content());
  const digest = createHash('sha256').update(content).digest('hex');
  return { kind: 'text', text: content.toString('utf8'), digest };
}
