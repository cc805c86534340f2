import {
  INSIDE_CHECK_PREFIX,
  type KubernetesPlacement,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  ClusterClient,
  KindReading,
  KubernetesApplication,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Check } from '../types';
import { insideResult } from './insideResult';
import { itemsOf } from './itemsOf';
import { judgeApplication } from './judgeApplication';
import { judgeClusterFailure } from './judgeClusterFailure';
import { worstOf } from './worstOf';

/** How an Application names the cluster that its Argo CD runs in. */
const OWN_SERVER = 'https://kubernetes.default.svc';
const OWN_NAME = 'in-cluster';

/**
 * Argo CD has applied what git says. Each cluster has an Argo CD of its own, and names of Applications are not unique
 * (`gen3-gitops`: `brh` and `brhstaging` share one), so the namespace that one deploys to decides whose it is.
 */
export function createArgoCdCheck(options: {
  client: ClusterClient;
  place: KubernetesPlacement;
}): Check {
  const { client, place } = options;
  const { cluster } = place;
  const id = `${INSIDE_CHECK_PREFIX}argocd`;
  return {
    id,
    async run({ signal }) {
      const reading = await client.list(
        'applications',
        { cluster },
        { signal },
      );
      const found = itemsOf(reading).filter(each => deploysTo(each, place));
      return insideResult({
        id,
        verdict: judgeReading(reading, { place, found }),
        place,
        details: detailsOf(found[0]),
        readAt: reading.readAt,
      });
    },
  };
}

/** Whether an Application deploys to a namespace of the cluster that it is in. */
function deploysTo(
  { spec }: KubernetesApplication,
  { cluster, namespace }: KubernetesPlacement,
): boolean {
  const { server, name, namespace: target } = spec?.destination ?? {};
  const isHere =
    server?.replace(/\/$/, '') === OWN_SERVER ||
    name === OWN_NAME ||
    name === cluster;
  return isHere && target === namespace;
}

function judgeReading(
  reading: KindReading<KubernetesApplication>,
  about: { place: KubernetesPlacement; found: KubernetesApplication[] },
): Verdict {
  const { cluster, namespace } = about.place;
  if (reading.state === 'failed' && reading.failure !== 'not-served') {
    return judgeClusterFailure({ ...reading, cluster, kind: 'applications' });
  }
  return (
    worstOf(about.found.map(judgeApplication)) ?? {
      outcome: 'unknown',
      cause: 'not-visible',
      reason:
        reading.state === 'failed'
          ? `is not in cluster ${cluster}`
          : `has no Application in cluster ${cluster} that deploys to ${namespace}`,
    }
  );
}

function detailsOf(
  application: KubernetesApplication | undefined,
): Record<string, string> {
  if (!application) return {};
  const { metadata, status } = application;
  const revision = status?.sync?.revision ?? status?.sync?.revisions?.[0];
  return {
    application: metadata.name,
    ...(status?.sync?.status ? { sync: status.sync.status } : {}),
    ...(status?.health?.status ? { health: status.health.status } : {}),
    ...(revision ? { revision } : {}),
    ...(status?.operationState?.finishedAt
      ? { lastSync: status.operationState.finishedAt }
      : {}),
  };
}
