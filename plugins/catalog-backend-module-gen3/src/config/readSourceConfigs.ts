import {
  LoggerService,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config, ConfigReader } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { configError } from '@gen3-csoc/backstage-plugin-gen3-node';
import { z } from 'zod';
import { SourceConfig, UnknownSourceConfig } from './SourceConfig';
import { checkStaticServices } from './checkStaticServices';
import { findUnknownClusters } from './findUnknownClusters';
import { readSourceClusters } from './readSourceClusters';
import {
  SOURCE_TYPES,
  sourceConfigSchema,
  unknownSourceSchema,
} from './sourceConfigSchema';

/** Config key of all sources. */
export const SOURCES_CONFIG_KEY = 'catalog.providers.gen3';

const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Every 5 minutes; a read may take 10. The first read waits for the catalog to be up. */
export const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  timeout: { minutes: 10 },
  initialDelay: { seconds: 3 },
  scope: 'global',
};

interface ReadOptions {
  registry: ServiceRegistry;
  logger?: Pick<LoggerService, 'warn'>;
}

/**
 * Reads `catalog.providers.gen3`: one unnamed source, or several by id.
 *
 * A type that does not exist costs that source alone: it fails whenever it is to be read, where all see it. A source that maps
 * to a cluster that Backstage does not have is read all the same: clusters come and go, and the portal must start in an outage.
 *
 * @param options - `logger`: is told of such clusters
 * @returns the sources in the order they are listed, which decides who owns a commons that several see, and clusters after
 * all that declare; empty when nothing is configured
 * @throws InputError with the full path of every other bad key
 */
export function readSourceConfigs(
  config: Config,
  options: ReadOptions,
): SourceConfig[] {
  const raw = config.getOptional(SOURCES_CONFIG_KEY);
  const context = { ...options, config };
  if (raw === undefined || raw === null) {
    return [];
  }
  const map = z.record(z.string(), z.unknown()).safeParse(raw);
  if (!map.success) {
    throw new InputError(
      `${SOURCES_CONFIG_KEY}: must be one source with a "type", or a map of sources by id`,
    );
  }
  if (typeof map.data.type === 'string') {
    return [readSource('default', SOURCES_CONFIG_KEY, map.data, context)];
  }
  const sources = Object.entries(map.data).map(([id, value]) => {
    const path = `${SOURCES_CONFIG_KEY}.${id}`;
    if (!ID_PATTERN.test(id) || id.length > 40) {
      throw new InputError(
        `${path}: a source's id has lower-case letters, digits and single dashes, at most 40; rename "${id}"`,
      );
    }
    return readSource(id, path, value, context);
  });
  // Those of another config file may come before those of the first, and what is declared must not depend on that.
  return [
    ...sources.filter(({ type }) => type !== 'kubernetes'),
    ...sources.filter(({ type }) => type === 'kubernetes'),
  ];
}

function readSource(
  id: string,
  path: string,
  value: unknown,
  { registry, config, logger }: ReadOptions & { config: Config },
): SourceConfig {
  const givenType = typeOf(path, value);
  if (!SOURCE_TYPES.some(known => known === givenType)) {
    return readUnknownSource({ id, path, value, givenType });
  }
  const parsed = sourceConfigSchema.safeParse(value);
  if (!parsed.success) {
    throw configError(path, parsed.error);
  }
  const { schedule, ...source } = parsed.data;
  if (source.type === 'static') {
    checkStaticServices(`${path}.commons`, source.commons, registry);
  }
  const common = {
    id,
    probing: probingOf(source),
    schedule: readSchedule(`${path}.schedule`, schedule),
  };
  if (source.type !== 'kubernetes') {
    const unknownClusters = findUnknownClusters({
      config,
      path: `${path}.clusters`,
      clusters: source.clusters,
    });
    const problems = Object.values(unknownClusters);
    problems.forEach(problem => logger?.warn(problem));
    return {
      ...source,
      ...common,
      ...(problems.length > 0 ? { unknownClusters } : {}),
    };
  }
  const clusters = readSourceClusters({
    config,
    path: `${path}.clusters`,
    named: source.clusters,
  });
  return { ...source, ...common, clusters };
}

function readUnknownSource(given: {
  id: string;
  path: string;
  value: unknown;
  givenType: string;
}): UnknownSourceConfig {
  const { id, path, value, givenType } = given;
  const parsed = unknownSourceSchema.safeParse(value);
  if (!parsed.success) {
    throw configError(path, parsed.error);
  }
  const { owner, owners, relationship, maxDropPercent } = parsed.data;
  const { clusters, argocd, docs } = parsed.data;
  return {
    type: 'unknown',
    givenType,
    problem: `${path}.type: unknown source type ${JSON.stringify(
      givenType,
    )}; use one of ${SOURCE_TYPES.join(', ')}`,
    id,
    owner,
    owners,
    relationship,
    maxDropPercent,
    clusters,
    argocd,
    docs,
    probing: probingOf(parsed.data),
    schedule: readSchedule(`${path}.schedule`, parsed.data.schedule),
  };
}

function probingOf(source: {
  probing?: SourceConfig['probing'];
  relationship: SourceConfig['relationship'];
}): SourceConfig['probing'] {
  return (
    source.probing ?? (source.relationship === 'associated' ? 'off' : 'on')
  );
}

function typeOf(path: string, value: unknown): string {
  const typed = z.looseObject({ type: z.string() }).safeParse(value);
  if (typed.success) return typed.data.type;
  throw new InputError(
    `${path}.type: missing; use one of ${SOURCE_TYPES.join(', ')}`,
  );
}

function readSchedule(
  path: string,
  value: unknown,
): SchedulerServiceTaskScheduleDefinition {
  if (value === undefined) {
    return DEFAULT_SCHEDULE;
  }
  try {
    const reader = new ConfigReader({ schedule: z.json().parse(value) });
    const read = readSchedulerServiceTaskScheduleDefinitionFromConfig(
      reader.getConfig('schedule'),
    );
    return {
      ...read,
      initialDelay: read.initialDelay ?? DEFAULT_SCHEDULE.initialDelay,
      scope: read.scope ?? DEFAULT_SCHEDULE.scope,
    };
  } catch (error) {
    throw new InputError(`${path}: ${String(error)}`, error);
  }
}
