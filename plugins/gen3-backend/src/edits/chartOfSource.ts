import {
  type ApplicationSource,
  isSameRepository,
  trimEndSlashes,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { posix } from 'node:path';
import type { LaunchChart } from '../launch/types';

/**
 * The chart that a source of an Application deploys, or the configured one where that cannot be told: it is not called gen3, names no revision, or is on
 * this machine, where git decides nothing about what is read.
 */
export function chartOfSource(
  { repoURL, chart, path, targetRevision: revision }: ApplicationSource,
  configured: LaunchChart,
): LaunchChart {
  if (!repoURL || !revision || !isGen3(chart ?? path ?? '')) return configured;
  // As config writes it, which may have credentials and another protocol.
  const isConfigured =
    repoURL === configured.repoUrl ||
    isSameRepository(repoURL, configured.repoUrl);
  if (!isConfigured && isLocal(repoURL)) return configured;
  const repoUrl = isConfigured ? configured.repoUrl : repoURL;
  return chart === undefined
    ? { repoUrl, revision, path: trimPath(path ?? '') }
    : { repoUrl, revision, chart };
}

/** Whether a chart, or a path of one, is called gen3. */
export function isGen3(name: string): boolean {
  return /(^|\/)gen3\/*$/.test(name);
}

/** Whether a URL is of a kind that git takes from this machine, or through a helper program. */
function isLocal(url: string): boolean {
  return !/^((https?|ssh|oci):\/\/|[\w.-]+@[\w.-]+:)/i.test(url);
}

function trimPath(path: string): string {
  return trimEndSlashes(posix.normalize(path.replace(/^\/+/, '')));
}
