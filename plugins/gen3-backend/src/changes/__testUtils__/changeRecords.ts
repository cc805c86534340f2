import { launchAnswersSchema } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ChangeRecord } from '../ChangeRecord';
import type { NewChange } from '../ChangeStore';

export const ALMA = 'user:default/alma';
export const TOMAS = 'user:default/tomas';

/**
 * A launch of `heart.example.org` by Alma that begins, or what is given.
 *
 * @example
 * await store.begin(newLaunch({ id: 'b', hostname: 'brain.example.org' }));
 */
export function newLaunch(given: Partial<NewChange> = {}): NewChange {
  const hostname = given.hostname ?? 'heart.example.org';
  return {
    id: 'a',
    kind: 'launch',
    title: `Launch ${hostname}`,
    hostname,
    entityRef: `system:default/${hostname}`,
    source: 'gitops',
    owner: 'group:default/heart-team',
    tier: 'production',
    author: ALMA,
    host: 'local',
    branch: `launch/${hostname}`,
    url: undefined,
    baseCommit: undefined,
    commit: undefined,
    description: 'A launch.',
    message: `Launch ${hostname}`,
    request: {
      kind: 'launch',
      answers: launchAnswersSchema.parse({
        hostname,
        owner: 'group:default/heart-team',
        source: 'gitops',
        cluster: 'organprod',
      }),
    },
    files: [{ path: 'a.yaml', after: 'a: 1\n' }],
    accepted: [],
    ...given,
  };
}

/**
 * A launch of `heart.example.org` that is open, or what is given.
 *
 * @example
 * const merged = launchRecord({ state: 'merged', mergeCommit: 'd'.repeat(40) });
 */
export function launchRecord(given: Partial<ChangeRecord> = {}): ChangeRecord {
  return {
    ...newLaunch(),
    state: 'open',
    baseCommit: 'b'.repeat(40),
    commit: 'c'.repeat(40),
    mergeCommit: undefined,
    createdAt: 0,
    updatedAt: 0,
    endedAt: undefined,
    endReason: undefined,
    ...given,
  };
}
