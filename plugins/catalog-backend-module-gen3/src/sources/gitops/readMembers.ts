import { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { createHash } from 'node:crypto';
import { RepositorySnapshot } from '../repository/RepositorySnapshot';
import { MemberReading } from '../types';
import { buildMember } from './buildMember';
import { FoundApplication } from './addApplicationFile';
import { ValueFile } from './ValueFile';
import { FileLayer } from '@gen3-csoc/backstage-plugin-gen3-node';
import { readLayers } from './readLayers';
import { readFolders } from './readFolders';
import { memberFailed } from '../memberFailed';
import { ValueFiles } from './ValueFiles';

/** Applications whose value files are in memory at once; a large portal takes tens of milliseconds to start git for each chunk. */
const CHUNK = 200;

/** Members by their key, with a digest of what they were built from. */
export type KnownMembers = Map<string, { key: string; reading: MemberReading }>;

/** Reads the values of Applications and builds a member of each. */
export async function readMembers(options: {
  applications: readonly FoundApplication[];
  snapshot: RepositorySnapshot;
  files: ValueFiles;
  registry: ServiceRegistry;
  /** What the last call built; this one replaces it. Values are only parsed where something changed. */
  known: KnownMembers;
  signal: AbortSignal;
}): Promise<MemberReading[]> {
  const { applications, snapshot, files, registry, known, signal } = options;
  const next: KnownMembers = new Map();
  const members: MemberReading[] = [];
  for (let at = 0; at < applications.length; at += CHUNK) {
    signal.throwIfAborted();
    const chunk = applications.slice(at, at + CHUNK);
    // One chunk after the other: that is what bounds the memory.
    const fileOf = await files.read(
      chunk.flatMap(({ layers }) =>
        layers.filter(layer => layer.kind === 'file'),
      ),
    );
    for (const found of chunk) {
      const before = known.get(found.member);
      try {
        const key = digestOf(found, fileOf);
        const reading =
          before?.key === key
            ? before.reading
            : buildFrom(found, fileOf, { snapshot, registry });
        next.set(found.member, { key, reading });
        members.push(reading);
      } catch (error) {
        members.push(unreadableMember(found, error));
      }
    }
  }
  known.clear();
  for (const [member, entry] of next) known.set(member, entry);
  return members;
}

type FileOf = (layer: FileLayer) => ValueFile;

function buildFrom(
  found: FoundApplication,
  fileOf: FileOf,
  options: { snapshot: RepositorySnapshot; registry: ServiceRegistry },
): MemberReading {
  const { member, path, application, layers, under } = found;
  return buildMember({
    member,
    application,
    valueFiles: layers.flatMap(layer =>
      layer.kind === 'file' ? [layer.path] : [],
    ),
    under,
    values: readLayers({ layers, application: path, fileOf }),
    provenance: options.snapshot.locate(path),
    registry: options.registry,
  });
}

/** Whatever is thrown over one Application must not cost the others their reading. */
function unreadableMember(
  found: FoundApplication,
  error: unknown,
): MemberReading {
  return {
    kind: 'quarantined',
    member: found.member,
    hostname: readFolders(found.path, []).hostname,
    finding: memberFailed(found.path, error),
  };
}

/** Digest of everything that a member is built from: the Application, and its value files by their content. */
function digestOf(found: FoundApplication, fileOf: FileOf): string {
  const files = found.layers.map(layer => {
    if (layer.kind !== 'file') return undefined;
    const file = fileOf(layer);
    return file.kind === 'text' ? file.digest : file;
  });
  return createHash('sha256')
    .update(JSON.stringify([found, files]))
    .digest('hex');
}
