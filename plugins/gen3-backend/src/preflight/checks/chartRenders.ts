import type { PreflightCheck } from '../types';

/** What Argo CD does first: `helm template` with these very values. */
export const chartRenders: PreflightCheck = {
  id: 'chart-renders',
  title: 'Helm renders the chart with these values',
  run({ facts: { rendering } }) {
    if (!rendering.known) return { notRun: rendering.why };
    if (rendering.value.renders) return [];
    const { how, fix } = rendering.value;
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
