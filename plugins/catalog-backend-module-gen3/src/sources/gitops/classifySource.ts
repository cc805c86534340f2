import { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  Application,
  ApplicationSource,
  isChartOf,
  readRepositoryAddress,
  sourcesOf,
  trimSlashes,
} from '@gen3-csoc/backstage-plugin-gen3-node';

/** Charts of gen3-helm (`gen3-helm:helm/`) that stand beside a commons and are neither one nor a service of one. */
const BESIDE_A_COMMONS = [
  'cluster-level-resources',
  'common',
  'observability',
  'faro-collector',
  'alloy',
  'neuvector',
  'gen3-network-policies',
];

/** What an Application deploys. */
export type ApplicationChart =
  /** `under` is the key of its values when it is a part of another chart. */
  | { kind: 'gen3'; source: ApplicationSource; under?: string }
  | { kind: 'unknown'; source: ApplicationSource; chart: string }
  | { kind: 'other' };

/**
 * Finds the source of an Application that is the gen3 chart.
 *
 * @param options.charts - names of charts (`gen3`) and ends of paths (`helm/gen3`) that make a commons. A name without a
 * slash is a published chart; a path is a folder of a git repository.
 * @returns `unknown` when it looks like gen3 and yet is none of these.
 */
export function classifyApplication(options: {
  application: Application;
  charts: readonly string[];
  registry: ServiceRegistry;
  /** The key of gen3's values in a chart of the repository that depends on gen3. */
  umbrellaOf(source: ApplicationSource): string | undefined;
}): ApplicationChart {
  const { application, charts, registry, umbrellaOf } = options;
  const sources = sourcesOf(application);
  const source = sources.find(each => isChartOf(each, charts));
  if (source) return { kind: 'gen3', source };
  for (const each of sources) {
    const under = umbrellaOf(each);
    if (under) return { kind: 'gen3', source: each, under };
  }
  for (const each of sources) {
    const chart = nameOf(each);
    if (chart && looksLikeGen3(each, chart, registry)) {
      return { kind: 'unknown', source: each, chart };
    }
  }
  return { kind: 'other' };
}

function nameOf(source: ApplicationSource): string | undefined {
  return source.chart ?? (source.path && trimSlashes(source.path));
}

function looksLikeGen3(
  source: ApplicationSource,
  chart: string,
  registry: ServiceRegistry,
): boolean {
  const last = chart.slice(chart.lastIndexOf('/') + 1).toLowerCase();
  if (BESIDE_A_COMMONS.includes(last) || registry.get(last)) return false;
  const address = readRepositoryAddress(source.repoURL ?? '');
  const fromGen3 =
    address?.host === 'helm.gen3.org' ||
    /(^|\/)gen3-helm$/i.test(address?.path ?? '');
  return fromGen3 || /^gen3(-(umbrella|chart|commons|stack))?$/.test(last);
}
