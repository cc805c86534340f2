import type { PreflightFacts } from './facts/types';
import type { DeclaredTag } from './declaredTags';
import { textAt } from './valueAt';

/**
 * Tags of the chart that name a version, of services that have no monthly release or an old one; the others are `master`, `main` or a branch
 * (`gen3-helm:helm/<chart>/values.yaml`, August 2026). Used while the chart that will be deployed is not known.
 */
const VERSIONS: Record<string, string> = {
  ambassador: '1.4.2',
  dashboard: '2025.04',
  'dicom-server': 'gen3-0.1.2',
  funnel: 'develop-2026-07-09-19-49-55Z-97d1df55',
  'ohdsi-atlas': '2.15.0-DEV',
  'ohdsi-webapi': '2.15.0-DEV',
  'ohif-viewer': 'gen3-v3.8.0',
  orthanc: 'orthancteam-master-gen3-24.3.5',
  ssjdispatcher: '2022.08',
};

/** Tag that the chart gives a service whose values name none. An empty one becomes the `appVersion` of the sub-chart: `master`. */
export function chartTag(
  { service, key }: DeclaredTag,
  { chart }: PreflightFacts,
): string {
  const known = chart.known
    ? textAt(chart.value.defaults, key)
    : VERSIONS[service];
  return known ?? 'master';
}
