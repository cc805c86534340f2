import type { StoredChart } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { RenderedManifests } from './ManifestRenderer';
import type { PreviewPlan } from './planPreview';

/** What a preview does not show, in sentences. */
export function notesOf(options: {
  plan: PreviewPlan;
  chart: StoredChart;
  before: RenderedManifests | undefined;
  after: RenderedManifests;
  /** Why the chart is another one than planned, as a sentence. */
  otherChart: string | undefined;
}): string[] {
  const { plan, chart, before, after, otherChart } = options;
  return [
    ...(otherChart === undefined ? [] : [otherChart]),
    ...(plan.notes ?? []),
    ...chart.missing.map(
      ({ name, version, repository, condition, why }) =>
        `The chart ${name} ${version} of ${repository}${
          condition ? `, which ${condition} switches on,` : ''
        } is left out: ${why}.`,
    ),
    ...(plan.notCompared === undefined
      ? []
      : [`Nothing is compared: ${plan.notCompared}.`]),
    ...(before && plan.values !== undefined
      ? [
          'Passwords and keys that the chart makes up, and checksums of them, differ at each rendering and are not compared.',
        ]
      : []),
    ...[...new Set([...after.unreadable, ...(before?.unreadable ?? [])])].map(
      template => `Part of ${template} is no object of Kubernetes.`,
    ),
    'The cluster is not asked: what a template looks up there is taken as missing.',
  ];
}
