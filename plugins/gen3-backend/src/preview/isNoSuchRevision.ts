import type {
  ChartError,
  GitError,
} from '@gen3-csoc/backstage-plugin-gen3-node';

/** The repository of a chart was read, and has no such version, branch or tag. That there is nothing to read says nothing about the revision. */
export function isNoSuchRevision({ reason }: ChartError | GitError): boolean {
  return reason === 'no-such-revision';
}
