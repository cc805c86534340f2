import { INSIDE_CAUSES } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KubernetesPod } from '@gen3-csoc/backstage-plugin-gen3-node';
import { judgeFence } from './__testUtils__/judgeFence';
import {
  container,
  deployment,
  minutesAgo,
  NOW,
  pod,
} from './__testUtils__/kubernetesObjects';
import { judgeOtherPods } from './judgeOtherPods';
import { mostTelling, rankOfCause } from './mostTelling';

type Status = NonNullable<KubernetesPod['status']>;

const UNREADY = [{ type: 'Ready', status: 'False' }];

/** A pod that waits for this. */
const waiting = (name: string, reason: string) =>
  pod({
    name,
    status: {
      phase: 'Pending',
      conditions: UNREADY,
      containerStatuses: [container({ state: { waiting: { reason } } })],
    },
  });

const withStatus = (name: string, status: Partial<Status>) =>
  pod({ name, status });

const unready = withStatus('fence-1', { conditions: UNREADY });
const pending = withStatus('fence-2', {
  phase: 'Pending',
  conditions: UNREADY,
  containerStatuses: [],
});
const ending = pod({
  name: 'fence-3',
  metadata: { deletionTimestamp: minutesAgo(11) },
});
const unpulled = waiting('fence-4', 'ImagePullBackOff');
const unpulledToo = waiting('fence-5', 'ImagePullBackOff');
const crashing = waiting('fence-6', 'CrashLoopBackOff');

/** Each pod once at each place. */
const turns = (pods: KubernetesPod[]) =>
  pods.map((_, index) => [...pods.slice(index), ...pods.slice(0, index)]);
const orders = (pods: KubernetesPod[]) => [
  ...turns(pods),
  ...turns([...pods].reverse()),
];

const SIX = [unready, pending, ending, unpulled, unpulledToo, crashing];

describe('of several pods in trouble', () => {
  // It was the first of the list: "does not end", while the image is missing.
  it('says what tells most of what to mend, whatever the order of the list', () => {
    const reasons = orders(SIX).map(
      pods => judgeFence({ workload: deployment({ ready: 0 }), pods }).reason,
    );
    expect(new Set(reasons)).toEqual(
      new Set([
        'has 0 of 1 pods ready: fence-4 cannot pull quay.io/cdis/fence:2026.07 (ImagePullBackOff)',
      ]),
    );
  });

  it('does so where enough others are ready', () => {
    const causes = orders([...SIX, pod({ name: 'fence-7' })]).map(
      pods => judgeFence({ pods }).cause,
    );
    expect(new Set(causes)).toEqual(new Set(['image-pull']));
  });

  it('says what Kubernetes refuses before what is only slow', () => {
    const workload = deployment({ ready: 0 });
    const type = 'ReplicaFailure';
    const refused = {
      ...workload,
      status: {
        readyReplicas: 0,
        conditions: [{ type, status: 'True', message: 'exceeded quota: one' }],
      },
    };
    const causeWith = (each: KubernetesPod) =>
      judgeFence({ workload: refused, pods: [each] }).cause;
    expect([ending, unready, crashing].map(causeWith)).toEqual([
      'quota-used-up',
      'quota-used-up',
      'crash-loop',
    ]);
  });

  it('orders those of no service in the same way', () => {
    const reasons = orders(SIX).map(
      pods =>
        judgeOtherPods({
          pods,
          workloads: [],
          declared: new Set(),
          now: NOW,
        }).reason,
    );
    expect(new Set(reasons)).toEqual(
      new Set([
        'are in trouble: fence-4 cannot pull quay.io/cdis/fence:2026.07 (ImagePullBackOff); also fence-5, fence-6, fence-1 and 2 more',
      ]),
    );
  });
});

/** Causes of what is neither a pod nor a workload. */
const OF_OTHERS: readonly string[] = [
  'job-failed',
  'job-late',
  'job-never-ran',
  'job-suspended',
  'out-of-sync',
  'sync-failed',
  'sync-slow',
  'argocd-silent',
  'app-unhealthy',
  'secret-not-synced',
  'no-ingress',
  'certificate-not-renewed',
  'volume-missing',
  'isolated',
  'cluster-unreachable',
  'not-readable',
];

describe('mostTelling', () => {
  // A list without any cause passed, in which all come by their words.
  it.each(INSIDE_CAUSES.filter(cause => !OF_OTHERS.includes(cause)))(
    'knows how much %s tells',
    cause => {
      expect(rankOfCause(cause)).toBeLessThan(rankOfCause('ok'));
    },
  );

  it('has an answer for every cause, and none for nothing', () => {
    const clause = 'fence-1 has it';
    expect(mostTelling([])).toBeUndefined();
    expect(
      INSIDE_CAUSES.map(cause => mostTelling([{ cause, clause }])?.cause),
    ).toEqual(INSIDE_CAUSES);
  });
});
