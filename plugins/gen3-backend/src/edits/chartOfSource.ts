import {
  type ApplicationSource,
  isSameRepository,
  trimEndSlashes,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { posix } from 'node:path';
import type { LaunchChart } from '../launch/types';

/** Where Gen3 publishes its chart. Everybody may read there, so whoever writes into git reaches nothing by naming it. */
const PUBLISHED = [
  'https://github.com/uc-cdis/gen3-helm',
  'https://helm.gen3.org',
];

/**
 * The chart that a source of an Application deploys, read where Gen3 publishes it or where config says. The configured one where it is not called gen3,
 * names no revision, or is elsewhere: what git holds does not decide whom the portal asks.
 */
export function chartOfSource(
  { repoURL, chart, path, targetRevision: revision }: ApplicationSource,
  configured: LaunchChart,
): LaunchChart {
  if (!repoURL || !revision || !isGen3(chart ?? path ?? '')) return configured;
  // As config writes it, which may have credentials and another protocol.
  const repoUrl = [configured.repoUrl, ...PUBLISHED].find(
    known => known === repoURL || isSameRepository(known, repoURL),
  );
  if (repoUrl === undefined) return configured;
  return chart === undefined
    ? { repoUrl, revision, path: trimPath(path ?? '') }
    : { repoUrl, revision, chart };
}

/** Whether a chart, or a path of one, is called gen3. */
export function isGen3(name: string): boolean {
  return /(^|\/)gen3\/*$/.test(name);
}

function trimPath(path: string): string {
  return trimEndSlashes(posix.normalize(path.replace(/^\/+/, '')));
}
