import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  GITOPS_LAYOUTS,
  mergeValues,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  configError,
  GEN3_CHARTS,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { z } from 'zod';
import type { LaunchChart, LaunchTarget } from '../launch/types';
import { withoutCredentials } from '../launch/withoutCredentials';

/** `gen3.changes`, validated and with defaults, and the sources that take changes. */
export interface ChangesConfig {
  /** Every source of type `gitops`, in the order of config. */
  targets: LaunchTarget[];
  /** The chart of what is of no source. */
  chart: LaunchChart;
  /** Folder in which charts stay; undefined: they go when the portal ends. */
  chartCache: string | undefined;
  /** Version of Kubernetes that charts are rendered for; undefined: what helm takes. */
  kubernetesVersion: string | undefined;
  /** Who commits for the people who propose. */
  committer: { name: string; email: string };
  /** Monthly releases that exist, beside those that the fleet has. */
  releases: string[];
  /** Milliseconds between two looks at changes that are under way. */
  followMs: number;
  /** Milliseconds between two looks of Argo CD into git. */
  reconciliationMs: number;
}

const KEY = 'gen3.changes';
const SOURCES_KEY = 'catalog.providers.gen3';

/** The published chart; pinned, because there is a new version about every working day. */
const DEFAULT_CHART: LaunchChart = {
  repoUrl: 'https://helm.gen3.org',
  chart: 'gen3',
  revision: '0.3.90',
};

const text = z.string().min(1);

const chartSchema = z.union(
  [
    z.strictObject({ repoUrl: text, revision: text, path: text }),
    z.strictObject({ repoUrl: text, revision: text, chart: text }),
  ],
  {
    error:
      'must have repoUrl, revision, and either chart (of a Helm repository) or path (of a git repository)',
  },
);

const targetSchema = z.strictObject({
  layout: z.enum(GITOPS_LAYOUTS).optional(),
  repoUrl: text.optional(),
  chart: chartSchema.optional(),
  values: z
    .record(z.string(), z.unknown())
    .transform(values => mergeValues([values]))
    .optional(),
});

const changesSchema = z.strictObject({
  layout: z.enum(GITOPS_LAYOUTS).default('gen3-gitops'),
  chart: chartSchema.default(DEFAULT_CHART),
  chartCache: text
    .regex(/^\//, 'must be the path of a folder, from the root')
    .optional(),
  kubernetesVersion: z
    .string()
    .regex(/^v?\d+\.\d+(\.\d+)?$/, 'must be a version such as "1.35"')
    .optional(),
  sources: z.record(z.string(), targetSchema).default({}),
  committer: z
    .strictObject({ name: text, email: text })
    .default({ name: 'Gen3 CSOC portal', email: 'portal@csoc.invalid' }),
  releases: z
    .array(
      z.string().regex(/^\d{4}\.\d{2}$/, 'must be a release such as "2026.10"'),
    )
    .default([]),
  followMs: z.number().int().min(1_000).max(600_000).default(10_000),
  reconciliationMs: z.number().int().min(1_000).max(3_600_000).default(180_000),
});

/** A source as far as changes need it; the catalog module validates the rest. */
const sourceSchema = z.looseObject({
  type: z.string(),
  url: z.string().optional(),
  branch: z.string().optional(),
  aliases: z.array(z.string()).default([]),
  charts: z.array(z.string()).default([...GEN3_CHARTS]),
  clusters: z.record(z.string(), z.string()).default({}),
  relationship: z.string().default('managed'),
});

/**
 * Reads `gen3.changes` and the sources that can take changes.
 *
 * @throws InputError with the full path of the bad key
 */
export function readChangesConfig(config: RootConfigService): ChangesConfig {
  const raw = config.getOptional(KEY) ?? {};
  const parsed = changesSchema.safeParse(raw);
  if (!parsed.success) throw configError(KEY, parsed.error);
  const { layout, chart, sources, chartCache, kubernetesVersion, ...rest } =
    parsed.data;
  const targets = Object.entries(readSources(config)).flatMap(
    ([id, source]): LaunchTarget[] => {
      const { type, url, branch, aliases, charts, clusters, relationship } =
        source;
      if (type !== 'gitops' || !url || relationship !== 'managed') return [];
      const own = sources[id] ?? {};
      return [
        {
          id,
          url,
          // Written into git and shown: the portal itself reads and writes by `url`.
          repoUrl: withoutCredentials(own.repoUrl ?? aliases[0] ?? url),
          branch: branch ?? 'main',
          layout: own.layout ?? layout,
          chart: own.chart ?? chart,
          charts,
          clusters,
          ...(own.values === undefined ? {} : { values: own.values }),
        },
      ];
    },
  );
  const stray = Object.keys(sources).find(
    id => !targets.some(target => target.id === id),
  );
  if (stray !== undefined) {
    throw new Error(
      `${KEY}.sources.${stray}: there is no managed gitops source ${SOURCES_KEY}.${stray}; known are ${
        targets.map(({ id }) => id).join(', ') || 'none'
      }`,
    );
  }
  return { ...rest, chart, chartCache, kubernetesVersion, targets };
}

function readSources(config: RootConfigService) {
  const raw = config.getOptional(SOURCES_KEY) ?? {};
  const single = sourceSchema.safeParse(raw);
  if (single.success) return { default: single.data };
  const several = z.record(z.string(), z.unknown()).safeParse(raw);
  return Object.fromEntries(
    Object.entries(several.success ? several.data : {}).flatMap(
      ([id, value]) => {
        const source = sourceSchema.safeParse(value);
        // What is wrong with it, the catalog module says as it starts.
        return source.success ? [[id, source.data]] : [];
      },
    ),
  );
}
