import { mockServices } from '@backstage/backend-test-utils';
import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { HelmRenderer } from '@gen3-csoc/backstage-plugin-gen3-node';
import {
  createGitopsReader,
  GitopsReaderOptions,
} from '../gitops/createGitopsReader';
import { MemberReading } from '../types';
import { InMemoryRepository, Tree } from './InMemoryRepository';

/** A reader of a repository of a test. */
export function createTestReader(
  repository: InMemoryRepository,
  options: Partial<GitopsReaderOptions> = {},
) {
  return createGitopsReader({
    repository,
    url: repository.url,
    paths: [],
    charts: ['gen3', 'helm/gen3'],
    registry: createServiceRegistry(),
    helm: HelmRenderer.create(),
    logger: mockServices.logger.mock(),
    ...options,
  });
}

/** Reads branches of files once, `main` first. */
export async function readGitops(
  main: Tree,
  options: Partial<GitopsReaderOptions> & {
    branches?: Record<string, Tree>;
  } = {},
): Promise<MemberReading[]> {
  const { branches, ...rest } = options;
  const repository = new InMemoryRepository({ main, ...branches });
  const reading = await createTestReader(repository, rest).read({
    signal: new AbortController().signal,
  });
  if (reading === 'unchanged') throw new Error('Nothing was known before');
  return reading.members;
}

/** What the commons of a reading are called and found by. */
export function summaryOf(members: readonly MemberReading[]) {
  return members.map(each =>
    each.kind === 'commons'
      ? {
          member: each.member,
          hostname: each.commons.hostname,
          from: each.commons.hostnameFrom,
          codes: each.findings.map(finding => finding.code),
        }
      : {
          member: each.member,
          hostname: each.hostname,
          quarantined: each.finding.code,
        },
  );
}
