import { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { RepositorySnapshot } from '../repository/RepositorySnapshot';
import { MemberReading } from '../types';
import { buildMember } from './buildMember';
import { FoundApplication } from './findApplications';
import { readLayers } from './readLayers';
import { ValueFiles } from './ValueFiles';

/** Applications whose value files are in memory at once. */
const CHUNK = 50;

/** Reads the values of Applications and builds a member of each. */
export async function readMembers(options: {
  applications: readonly FoundApplication[];
  snapshot: RepositorySnapshot;
  files: ValueFiles;
  registry: ServiceRegistry;
  signal: AbortSignal;
}): Promise<MemberReading[]> {
  const { applications, snapshot, files, registry, signal } = options;
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
    for (const { member, path, application, layers, under } of chunk) {
      members.push(
        buildMember({
          member,
          application,
          valueFiles: layers.flatMap(layer =>
            layer.kind === 'file' ? [layer.path] : [],
          ),
          under,
          values: readLayers({ layers, application: path, fileOf }),
          provenance: snapshot.locate(path),
          registry,
        }),
      );
    }
  }
  return members;
}
