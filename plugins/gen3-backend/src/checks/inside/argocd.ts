import {
  INSIDE_CHECK_PREFIX,
  type KubernetesPlacement,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  ClusterClient,
  KubernetesApplication,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Check } from '../types';
import { findApplications } from './findApplications';
import { foldMessage } from './foldMessage';
import { insideResult } from './insideResult';
import { judgeApplications } from './judgeApplications';

/** Argo CD has applied what git says. Each cluster has an Argo CD of its own. */
export function createArgoCdCheck(options: {
  client: ClusterClient;
  place: KubernetesPlacement;
  /** Milliseconds since the epoch. */
  now: () => number;
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
      const { verdict, decidedBy } = judgeApplications(reading, {
        place,
        found: findApplications(reading, place),
        now: options.now(),
      });
      return insideResult({
        id,
        verdict,
        place,
        details: detailsOf(decidedBy),
        readAt: reading.readAt,
      });
    },
  };
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
    ...describeOperation(status?.operationState),
    ...(status?.operationState?.finishedAt
      ? { lastSync: status.operationState.finishedAt }
      : {}),
  };
}

/** The last operation, or the one that goes on, and what Argo CD says of it. */
function describeOperation(
  operation: NonNullable<KubernetesApplication['status']>['operationState'],
): Record<string, string> {
  if (!operation?.phase) return {};
  const { phase, message } = operation;
  return { operation: foldMessage(message ? `${phase}: ${message}` : phase) };
}
