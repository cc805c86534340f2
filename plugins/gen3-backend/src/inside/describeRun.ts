import type { JobsResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KubernetesJob } from '@gen3-csoc/backstage-plugin-gen3-node';
import { endOf } from '../checks/inside/newestRunOf';
import { plainText } from '../checks/inside/plainText';

type Run = JobsResponse['jobs'][number]['runs'][number];

/** One run: how it went, and how long it took. */
export function describeRun(job: KubernetesJob): Run {
  const { metadata, status } = job;
  const started = status?.startTime ?? metadata.creationTimestamp;
  const startedMs = started === undefined ? undefined : Date.parse(started);
  const end = endOf(job);
  const endedMs = end?.succeededAt ?? end?.failedAt;
  const failure = status?.conditions.find(
    ({ type, status: holds }) => type === 'Failed' && holds === 'True',
  );
  return {
    name: metadata.name,
    state: stateOf(job, end),
    startedAt: toInstant(startedMs),
    endedAt: toInstant(endedMs),
    durationMs:
      startedMs === undefined || endedMs === undefined || endedMs < startedMs
        ? undefined
        : endedMs - startedMs,
    message: failure?.message ? plainText(failure.message) : undefined,
  };
}

function stateOf(
  { status }: KubernetesJob,
  end: ReturnType<typeof endOf>,
): Run['state'] {
  if (end?.failedAt !== undefined) return 'failed';
  if (end?.succeededAt !== undefined) return 'succeeded';
  return status?.active ? 'running' : 'unknown';
}

function toInstant(millis: number | undefined): string | undefined {
  return millis === undefined ? undefined : new Date(millis).toISOString();
}
