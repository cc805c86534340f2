import type { PreflightCheck } from '../types';

/** What Argo CD does first: `helm template` with these very values. */
export const chartRenders: PreflightCheck = {
  id: 'chart-renders',
  title: 'Helm renders the chart with these values',
  run({ facts: { rendering } }) {
    if (!rendering.known) return { notRun: rendering.why };
    if (rendering.value.renders) return [];
    const { how, fix, noSuchRevision = false } = rendering.value;
    if (noSuchRevision) {
      return [
        {
          severity: 'error',
          field: 'chartRevision',
          what: `There is no such revision of the chart: ${how}`,
          why: 'Argo CD does not find it either, so nothing would be deployed.',
          fix,
        },
      ];
    }
    return [
      {
        severity: 'error',
        what: `The chart does not render with these values: ${how}`,
        why: 'Argo CD renders it in the same way, so nothing would be deployed.',
        fix: `Mend the value that the template reads; ${fix}`,
      },
    ];
  },
};
