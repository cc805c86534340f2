import {
  Finding,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  FileReading,
  RepositorySnapshot,
  SnapshotRepository,
} from '../repository/RepositorySnapshot';
import { memberFailed } from '../memberFailed';
import { requireFolders } from '../requireFolders';
import { MemberReading, SourceReader } from '../types';
import { findManifests, ManifestFolder } from './findManifests';
import { quarantine, readManifestMember } from './readManifestMember';

/**
 * Reads cloud-automation manifests, `<hostname>/manifest.json` (`cdis-manifest:README.md`), with the mesh that
 * `<hostname>/metadata/aggregate_config.json` declares.
 */
export function createManifestReader(options: {
  repository: SnapshotRepository;
  registry: ServiceRegistry;
  /** Folders to look in; empty: the root. */
  paths: readonly string[];
}): SourceReader {
  const { repository, registry, paths } = options;
  return {
    async read({ knownVersion, signal }) {
      const snapshot = await repository.open({ knownVersion, signal });
      if (snapshot === 'unchanged') {
        return 'unchanged';
      }
      const all = await snapshot.listFiles();
      requireFolders(all, paths);
      const folders = findManifests(all, paths);
      const files = await snapshot.readFiles(
        folders.flatMap(({ manifest, aggregateConfig }) =>
          aggregateConfig ? [manifest, aggregateConfig] : [manifest],
        ),
      );
      return {
        version: snapshot.version,
        members: folders.map(folder => {
          try {
            return readFolder({ folder, files, snapshot, registry });
          } catch (error) {
            // Whatever is thrown over one commons must not cost the others their reading.
            const finding = memberFailed(folder.manifest, error);
            return quarantine(folder, finding);
          }
        }),
      };
    },
  };
}

function readFolder(options: {
  folder: ManifestFolder;
  files: ReadonlyMap<string, FileReading>;
  snapshot: RepositorySnapshot;
  registry: ServiceRegistry;
}): MemberReading {
  const { folder, files, snapshot, registry } = options;
  const manifest = files.get(folder.manifest);
  if (manifest?.kind !== 'text') {
    return quarantine(folder, unreadable(folder.manifest, manifest, 'error'));
  }
  const { aggregateConfig } = folder;
  const mesh = aggregateConfig ? files.get(aggregateConfig) : undefined;
  const reading = readManifestMember({
    folder,
    texts: {
      manifest: manifest.text,
      ...(mesh?.kind === 'text' ? { aggregateConfig: mesh.text } : {}),
    },
    registry,
    provenance: snapshot.locate(folder.manifest),
  });
  if (aggregateConfig && mesh?.kind !== 'text' && reading.kind === 'commons') {
    const finding = unreadable(aggregateConfig, mesh, 'warning');
    const findings = [...reading.findings, finding];
    return { ...reading, findings, incomplete: true };
  }
  return reading;
}

function unreadable(
  file: string,
  reading: FileReading | undefined,
  severity: Finding['severity'],
): Finding {
  return reading?.kind === 'too-large'
    ? {
        severity,
        code: 'file-too-large',
        message: `${file} has ${reading.size} bytes, more than is read`,
        fix: 'Check that it is the file you meant.',
        file,
      }
    : {
        severity,
        code: 'file-unreadable',
        message: `${file} is listed but could not be read`,
        fix: 'Check that the repository is complete at this commit.',
        file,
      };
}
