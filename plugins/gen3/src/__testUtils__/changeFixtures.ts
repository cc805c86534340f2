import {
  Change,
  ChangeDetails,
  ChangesPage,
  ChangeStep,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { minutesAgo } from './fixtures';

/** A launch that waits for a review. */
export function change(part: Partial<Change> = {}): Change {
  return {
    id: 'c-1',
    kind: 'launch',
    state: 'open',
    title: 'Launch heart.example',
    hostname: 'heart.example',
    entityRef: 'system:default/heart.example',
    source: 'demo-gitops',
    author: 'user:default/ada',
    owner: 'group:default/heart-team',
    createdAt: minutesAgo(20),
    updatedAt: minutesAgo(4),
    branch: 'launch/heart.example',
    host: 'local',
    ...part,
  };
}

/** These changes, and no others. */
export function changesPage(
  items: Change[],
  part: Partial<ChangesPage> = {},
): ChangesPage {
  return { items, totalItems: items.length, asOf: minutesAgo(0), ...part };
}

/** A step that is done. */
export function step(part: Partial<ChangeStep> = {}): ChangeStep {
  return {
    id: 'proposed',
    title: 'Proposed',
    state: 'done',
    since: minutesAgo(20),
    evidence: ['Ada proposed it on branch launch/heart.example.'],
    ...part,
  };
}

/** The launch with its steps and one new file, which the caller may approve and close. */
export function changeDetails(
  part: Partial<ChangeDetails> = {},
): ChangeDetails {
  return {
    ...change(),
    description: 'Starts a commons for *heart* research.',
    commit: 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334',
    steps: [
      step(),
      step({
        id: 'merged',
        title: 'Merged',
        state: 'running',
        since: minutesAgo(4),
        evidence: ['It waits for an approval.'],
      }),
      step({
        id: 'login',
        title: 'Log-in works',
        state: 'waiting',
        since: undefined,
        evidence: [],
      }),
    ],
    files: [
      {
        path: 'heart.example/values.yaml',
        after: 'global:\n  hostname: heart.example\n',
      },
    ],
    accepted: [],
    approvals: [],
    may: { approve: true, merge: false, close: true },
    whyNot: 'It needs an approval first.',
    ...part,
  };
}
