import { trimEndSlashes } from '../git/trimEndSlashes';

/** Charts that make a commons unless config says otherwise (`gen3-helm:helm/gen3`, and its published name). */
export const GEN3_CHARTS: readonly string[] = ['gen3', 'helm/gen3'];

/**
 * Whether a source of an Application deploys one of some charts.
 *
 * @param charts - names of charts (`gen3`) and ends of paths (`helm/gen3`). A name without a slash is a published chart, or a folder at the root of
 * a git repository; a path is a folder of a git repository.
 */
export function isChartOf(
  source: { chart?: string; path?: string },
  charts: readonly string[],
): boolean {
  const path = source.path && trimSlashes(source.path);
  return charts.map(trimSlashes).some(chart => {
    if (source.chart) {
      return source.chart === chart || source.chart.endsWith(`/${chart}`);
    }
    return (
      path === chart || (chart.includes('/') && path?.endsWith(`/${chart}`))
    );
  });
}

/** Takes leading `./` and slashes and trailing slashes off a path. */
export function trimSlashes(path: string): string {
  return trimEndSlashes(path.replace(/^(\.?\/)+/, ''));
}
