import { Finding } from '@gen3-csoc/backstage-plugin-gen3-common';
import { FileLayer, redactUrls } from '@gen3-csoc/backstage-plugin-gen3-node';
import { ValueFile } from './ValueFile';

/** What is said of a value file that was not read: names the file, its revision and the fix. */
export function describeAbsence(
  layer: FileLayer,
  found: Exclude<ValueFile, { kind: 'text' }>,
  application: string,
): Finding {
  const { name, path, revision, repository, line, key } = layer;
  const at = `"${path}" at revision "${revision}"`;
  const about = {
    severity: 'error' as const,
    file: application,
    line,
    key,
  };
  switch (found.kind) {
    case 'missing':
      return {
        ...about,
        code: 'values-missing',
        message: `The value file ${at} does not exist`,
        fix: `Add the file, correct "${name}", or set the targetRevision of its source`,
      };
    case 'no-revision':
      return {
        ...about,
        code: 'values-revision-missing',
        message: `The value file ${at} cannot be read: the repository has no such branch or tag`,
        fix: 'Correct the targetRevision of the source that has the values',
      };
    case 'unreadable-revision':
      return {
        ...about,
        code: 'values-revision-unreadable',
        message: `The value file ${at} cannot be read: ${found.reason}`,
        fix:
          found.fix ??
          'Correct the targetRevision of the source that has the values, or set "reader: git" in the config of this source',
      };
    case 'too-large':
      return {
        ...about,
        code: 'values-too-large',
        message: `The value file ${at} has ${found.size} bytes, more than the portal reads`,
        fix: 'Move large content out of the values',
      };
    default:
      return {
        ...about,
        code: 'values-elsewhere',
        message: `The value file "${path}" lies in another repository, "${redactUrls(
          repository,
        ).slice(
          0,
          200,
        )}" at revision "${revision}", which this source does not read`,
        fix: 'Keep the values beside the Application, or add that repository as a source',
      };
  }
}
