import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { HelmRenderer } from '@gen3-csoc/backstage-plugin-gen3-node';
import { createHash } from 'node:crypto';
import { SnapshotRepository } from '../repository/RepositorySnapshot';
import { compareText } from '../../lib/compareText';
import { SourceReader } from '../types';
import { findApplications } from './findApplications';
import { markSharedNames } from './markSharedNames';
import { mayMove, parseVersion, writeVersion } from './readingVersion';
import { KnownMembers, readMembers } from './readMembers';
import { TemplateRenderer } from './TemplateRenderer';
import { ValueFiles } from './ValueFiles';

/** Raised when the same files are read differently, so that what was read before is read again. */
const RULES = 7;

/** Stands for the rules of a reading that is no reason to answer `unchanged`. */
const READ_AGAIN = 'again';

/** What a reader of Argo CD Applications needs. */
export interface GitopsReaderOptions {
  repository: SnapshotRepository;
  /** URL of the repository as configured. */
  url: string;
  /** Other URLs of the same repository, e.g. of the one that it mirrors. @defaultValue none */
  aliases?: readonly string[];
  /** Folders to look in; empty: the whole repository. */
  paths: readonly string[];
  /** Charts that make a commons: `gen3` is a published chart, `helm/gen3` the end of a path in a repository. */
  charts: readonly string[];
  registry: ServiceRegistry;
  helm: HelmRenderer;
  logger: LoggerService;
}

/** Reads commons from a git repository with Argo CD Applications of the gen3 chart. */
export function createGitopsReader(options: GitopsReaderOptions): SourceReader {
  const { repository, url, aliases = [], logger } = options;
  const rules = digestRules(options);
  const known: KnownMembers = new Map();
  const renderer = TemplateRenderer.create(options);
  return {
    async read({ knownVersion, signal }) {
      const last = knownVersion ? parseVersion(knownVersion) : undefined;
      const usable = last?.rules === rules ? last : undefined;
      let snapshot = await repository.open({
        knownVersion: usable?.main,
        signal,
      });
      if (snapshot === 'unchanged') {
        if (usable && (await isUnchanged(repository, usable.others, signal))) {
          return 'unchanged';
        }
        snapshot = await repository.open({ signal });
        if (snapshot === 'unchanged') return 'unchanged';
      }
      const urls = [url, ...aliases];
      const found = await findApplications({
        ...options,
        snapshot,
        urls,
        renderer,
        signal,
      });
      const files = ValueFiles.create({ main: snapshot, urls });
      const read = await readMembers({
        ...options,
        ...found,
        snapshot,
        files,
        known,
        signal,
      });
      const members = markSharedNames(
        [...read, ...found.quarantined].sort((a, b) =>
          a.member < b.member ? -1 : 1,
        ),
      );
      const main = snapshot.version;
      const others = files.revisions;
      logger.debug('Read a repository of Argo CD Applications', {
        members: members.length,
        quarantined: members.filter(each => each.kind === 'quarantined').length,
        commit: main,
      });
      const version = writeVersion({
        main,
        others,
        rules: found.passing ? READ_AGAIN : rules,
      });
      return { version, members, other: found.other.sort(compareText) };
    },
  };
}

async function isUnchanged(
  repository: SnapshotRepository,
  others: ReadonlyMap<string, string | undefined>,
  signal: AbortSignal,
): Promise<boolean> {
  for (const [revision, version] of others) {
    if (!mayMove(revision, version)) continue;
    // One after the other: there are few, and each asks the same host.
    const state = await repository.peek({
      revision,
      knownVersion: version ?? '',
      signal,
    });
    if (state !== (version ? 'unchanged' : 'missing')) return false;
  }
  return true;
}

function digestRules(options: GitopsReaderOptions): string {
  const { url, aliases = [], paths, charts, registry } = options;
  const services = registry.all();
  return createHash('sha256')
    .update(JSON.stringify({ RULES, url, aliases, paths, charts, services }))
    .digest('hex')
    .slice(0, 8);
}
