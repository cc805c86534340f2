import type {
  ApplicationRow,
  DeploymentResponse,
  KubernetesPlacement,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  type KindReading,
  type KubernetesApplication,
  redactUrls,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { findApplications } from '../checks/inside/findApplications';
import { foldMessage } from '../checks/inside/foldMessage';
import { judgeApplication } from '../checks/inside/judgeApplication';
import { judgeApplications } from '../checks/inside/judgeApplications';
import { plainText } from '../checks/inside/plainText';
import { deployedRevisions, revisionsOf } from './deployedRevisions';
import { describeObjects } from './describeObjects';
import { byAttention, describeVerdict } from './describeVerdict';

/** What advice about Argo CD is about. */
const SUBJECT = 'inside:argocd';

/** Conditions that are shown of one Application. */
const MAX_CONDITIONS = 10;

/** The Applications that deploy a commons, and what they come to. `now` is in milliseconds since the epoch. */
export function describeDeployment(
  reading: KindReading<KubernetesApplication>,
  place: KubernetesPlacement,
  now: number,
): Pick<DeploymentResponse, 'verdict' | 'applications'> {
  const found = findApplications(reading, place);
  return {
    verdict: describeVerdict(
      judgeApplications(reading, { place, found, now }).verdict,
      SUBJECT,
    ),
    applications: found
      .map(each => describeApplication(each, now))
      .sort(byAttention),
  };
}

function describeApplication(
  application: KubernetesApplication,
  now: number,
): ApplicationRow {
  const { metadata, status } = application;
  return {
    name: metadata.name,
    namespace: metadata.namespace,
    ...describeVerdict(judgeApplication(application, now), SUBJECT),
    sync: shown(status?.sync?.status),
    health: shown(status?.health?.status),
    sources: describeSources(application),
    operation: describeOperation(status?.operationState),
    conditions: (status?.conditions ?? [])
      .slice(0, MAX_CONDITIONS)
      .map(({ type, message, lastTransitionTime }) => ({
        type: plainText(type),
        message: foldMessage(message ?? ''),
        at: toInstant(lastTransitionTime),
      })),
    ...describeObjects(status?.resources ?? []),
    reconciledAt: toInstant(status?.reconciledAt),
  };
}

function describeSources(
  application: KubernetesApplication,
): ApplicationRow['sources'] {
  const { spec, status } = application;
  const own = spec?.source ? [spec.source] : [];
  const sources = spec && spec.sources.length > 0 ? spec.sources : own;
  const compared = revisionsOf(status?.sync);
  const deployed = deployedRevisions(application);
  // What was applied before may have been of other sources, and then says nothing of these.
  const of = (revisions: string[], index: number) =>
    revisions.length === sources.length ? shown(revisions[index]) : undefined;
  return sources.map(({ repoURL, path, chart, targetRevision }, index) => ({
    repoUrl: plainText(redactUrls(repoURL ?? '')),
    path: shown(path),
    chart: shown(chart),
    targetRevision: shown(targetRevision),
    comparedRevision: of(compared, index),
    deployedRevision: of(deployed, index),
  }));
}

function describeOperation(
  operation: NonNullable<KubernetesApplication['status']>['operationState'],
): ApplicationRow['operation'] {
  if (operation?.phase === undefined) return undefined;
  return {
    phase: plainText(operation.phase),
    message: operation.message ? foldMessage(operation.message) : undefined,
    startedAt: toInstant(operation.startedAt),
    finishedAt: toInstant(operation.finishedAt),
  };
}

function shown(text: string | undefined): string | undefined {
  return text ? plainText(text) : undefined;
}

function toInstant(time: string | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
