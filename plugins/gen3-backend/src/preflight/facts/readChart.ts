import {
  ChartError,
  type ChartSource,
  type ChartStore,
  GitError,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { known, unknown } from './askFact';
import type { ChartFact, Fact } from './types';

/** The chart that would be deployed; not known when the portal cannot get at it. */
export async function readChart(options: {
  charts: Pick<ChartStore, 'get' | 'readDefaults'>;
  chart: ChartSource;
  signal: AbortSignal;
}): Promise<Fact<ChartFact>> {
  const { charts, chart, signal } = options;
  try {
    const stored = await charts.get(chart, { signal });
    const defaults = await charts.readDefaults(stored);
    return known({ revision: chart.revision, defaults });
  } catch (error) {
    if (error instanceof ChartError || error instanceof GitError) {
      return unknown(error.message);
    }
    throw error;
  }
}
