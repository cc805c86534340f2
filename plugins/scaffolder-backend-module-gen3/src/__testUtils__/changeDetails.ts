import type {
  ChangeDetails,
  DryRunChange,
} from '@gen3-csoc/backstage-plugin-gen3-common';

const AT = '2026-11-29T08:00:00.000Z';

/** A change that was just proposed and is reviewed in the portal. */
export function changeDetails(
  given: Partial<ChangeDetails> = {},
): ChangeDetails {
  return {
    id: 'c0ffee00',
    kind: 'launch',
    state: 'open',
    title: 'Launch heart.example.org',
    hostname: 'heart.example.org',
    entityRef: 'system:default/heart.example.org',
    source: 'gitops',
    author: 'user:default/alma',
    owner: 'group:default/csoc',
    createdAt: AT,
    updatedAt: AT,
    branch: 'launch/heart.example.org-c0ffee00',
    host: 'local',
    description: '',
    steps: [],
    files: [{ path: 'a.yaml', before: 'a\n', after: 'b\n' }],
    accepted: [],
    approvals: [],
    may: { approve: false, merge: false, close: true },
    ...given,
  };
}

/** What a dry run says of {@link changeDetails}. */
export const triedChange: DryRunChange = {
  title: 'Launch heart.example.org',
  hostname: 'heart.example.org',
  entityRef: 'system:default/heart.example.org',
  files: ['a.yaml'],
};
