import type { LaunchChart, LaunchTarget } from '../launch/types';
import type { PreflightSubject } from './types';

/** The chart that makes a subject: that of the Application which deploys it already, of the source that a launch is for, or of config. */
export function chartOf(
  { deployed, plan }: Pick<PreflightSubject, 'deployed' | 'plan'>,
  from: { target: LaunchTarget | undefined; configured: LaunchChart },
): LaunchChart {
  if (deployed) return deployed.chart;
  const chart = from.target?.chart;
  const revision = plan?.answers.chartRevision ?? chart?.revision;
  return chart && revision ? { ...chart, revision } : from.configured;
}
