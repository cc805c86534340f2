import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { SourceConfig } from '../config/SourceConfig';
import { SourceReader } from '../sources/types';
import { SourceStore } from '../store/SourceStore';
import { EntityPublisher } from './EntityPublisher';
import { Gen3EntityProvider } from './Gen3EntityProvider';
import { SourceRunner } from './SourceRunner';

/** Makes one provider per source; they share a publisher, because an entity's owner depends on all sources. */
export function createProviders(options: {
  /** In the order they are listed. */
  sources: SourceConfig[];
  store: SourceStore;
  registry: ServiceRegistry;
  kubernetesClusters: ReadonlySet<string>;
  readerOf: (source: SourceConfig) => SourceReader;
  scheduler: SchedulerService;
  logger: LoggerService;
  now?: () => Date;
}): Gen3EntityProvider[] {
  const { sources, store, registry, scheduler, logger, now } = options;
  const publisher = EntityPublisher.create({
    sources,
    store,
    registry,
    kubernetesClusters: options.kubernetesClusters,
    logger,
    now,
  });
  const serviceNames = registry
    .all()
    .flatMap(({ name, legacyNames = [] }) => [name, ...legacyNames]);
  return sources.map(config =>
    Gen3EntityProvider.create({
      sourceId: config.id,
      publisher,
      runner: SourceRunner.create({
        config,
        reader: options.readerOf(config),
        store,
        publisher,
        logger,
        serviceNames,
        now,
      }),
      taskRunner: scheduler.createScheduledTaskRunner(config.schedule),
    }),
  );
}
