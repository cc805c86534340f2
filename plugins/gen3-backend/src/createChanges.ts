import type {
  AuditorService,
  AuthService,
  DiscoveryService,
  HttpAuthService,
  LifecycleService,
  LoggerService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { UserEntity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  type ChartClient,
  ChartStore,
  refreshSource,
  HelmRenderer,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Router } from 'express';
import type { Knex } from 'knex';
import type { Authorize } from './authorize';
import type { ChangesConfig } from './config/readChangesConfig';
import type { FactSources } from './preflight/facts/gatherFacts';
import { ManifestRenderer } from './preview/ManifestRenderer';
import { createAuthorizeChange } from './authorizeChange';
import { ChangePublisher } from './changes/ChangePublisher';
import { ChangeService } from './changes/ChangeService';
import type { ChangeTargets } from './changes/ChangeTargets';
import { createPreflight } from './createPreflight';
import { createPreview } from './createPreview';
import { createChangesRouter } from './changes/createChangesRouter';
import { DatabaseChangeStore } from './changes/DatabaseChangeStore';
import { ChangeFollower } from './changes/follow/ChangeFollower';
import { readCommonsSight } from './changes/follow/readCommonsSight';
import { createFindEditableCommons } from './edits/EditableCommons';
import { EditOptionsService } from './edits/EditOptionsService';
import { EditService } from './edits/EditService';
import { getCommonsRow } from './health/CommonsRow';
import { CloneReader } from './clone/CloneReader';
import { createDescribeRisks } from './changes/describeRisks';
import { listPendingLaunches } from './changes/listPendingLaunches';
import { listRetired } from './changes/listRetired';
import { personOf } from './changes/personOf';
import { ProposeService } from './changes/ProposeService';
import { takeClones } from './takeClones';
import { ChangeNotifier } from './notify/ChangeNotifier';
import { createSettleChange } from './changes/settleChange';

/** What changes need of the plugin. */
export interface ChangesDeps
  extends Pick<FactSources, 'clusters' | 'discoverNames'> {
  auditor: AuditorService;
  auth: AuthService;
  authorize: Authorize;
  catalog: CatalogService;
  client: FactSources['client'] & ChartClient;
  discovery: DiscoveryService;
  httpAuth: HttpAuthService;
  intervalMs: number;
  knex: Knex;
  lifecycle: LifecycleService;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  registry: ServiceRegistry;
  scheduler: SchedulerService;
  /** `gen3.changes`. */
  settings: ChangesConfig;
  targets: ChangeTargets;
}

/** Puts preflight and changes together, and schedules that they are followed. */
export async function createChanges(deps: ChangesDeps): Promise<Router> {
  const { knex, registry, logger, scheduler, intervalMs } = deps;
  const { settings, targets } = deps;
  const store = DatabaseChangeStore.create({ knex, logger });
  const news = ChangeNotifier.create(deps);
  const findPerson = createFindPerson(deps);
  const { client, lifecycle } = deps;
  const charts = ChartStore.create({ client, folder: settings.chartCache });
  lifecycle.addShutdownHook(() => charts.close());
  const renderer = ManifestRenderer.create({
    kubeVersion: settings.kubernetesVersion,
  });
  const shared = { ...deps, store, charts, renderer };
  const preflight = createPreflight(shared);
  const publisher = ChangePublisher.create({
    store,
    targets,
    findPerson,
    logger,
  });
  const findCommons = createFindEditableCommons(deps);
  const helm = HelmRenderer.create();
  const edited = {
    findCommons,
    targets,
    registry,
    helm,
    findOpenChange: (hostname: string) => store.findOpen(hostname),
  };
  const edits = EditService.create({ ...edited, preflight });
  const editOptions = EditOptionsService.create({
    ...edited,
    hostnameOf: async (entityRef, access) =>
      (await getCommonsRow(knex, entityRef, access)).hostname,
  });
  const clones = CloneReader.create({
    findCommons,
    targets,
    helm,
    registry,
    planOf: answers => preflight.plan(answers),
  });
  const preview = createPreview({ ...shared, preflight, findCommons, helm });
  const proposals = ProposeService.create({
    describeRisks: createDescribeRisks(preview),
    store,
    targets,
    preflight,
    registry,
    edits,
    publisher,
  });
  const follower = ChangeFollower.create({
    store,
    targets,
    publisher,
    findPerson,
    readCommons: (entityRef, now) =>
      readCommonsSight({ knex, registry, entityRef, intervalMs, now }),
    news,
    reconciliationMs: settings.reconciliationMs,
    logger,
  });
  await scheduler.scheduleTask({
    id: 'gen3-follow-changes',
    scope: 'global',
    frequency: { milliseconds: settings.followMs },
    timeout: { minutes: 5 },
    fn: signal => follower.run(signal),
  });
  return createChangesRouter({
    authorize: createAuthorizeChange(deps),
    auditor: deps.auditor,
    ...takeClones(clones, {
      preflight: {
        check: (request, caller) =>
          'edit' in request
            ? edits.check(request.edit, caller)
            : preflight.check(request, caller),
      },
      preview,
      proposals,
    }),
    editOptions,
    listLaunches: async source => {
      const launches = listPendingLaunches({
        ongoing: await store.listOngoing(),
        source,
        planOf: ({ answers }) => preflight.plan(answers),
        registry,
      });
      const retired = listRetired({
        removals: await store.listRetired(source),
        launching: launches.map(({ hostname }) => hostname),
      });
      return [...launches, ...retired];
    },
    changes: ChangeService.create({
      store,
      targets,
      findPerson,
      settle: createSettleChange({
        look: (id, options) => follower.look(id, options),
        refreshSource: (source, { signal }) =>
          refreshSource(deps, { source, signal }),
        logger,
      }),
      news,
      logger,
    }),
  });
}

function createFindPerson({ catalog, auth }: ChangesDeps) {
  return async (userRef: string) => {
    const credentials = await auth.getOwnServiceCredentials();
    const entity = await catalog.getEntityByRef(userRef, { credentials });
    return personOf(userRef, isUser(entity) ? entity : undefined);
  };
}

function isUser(entity: object | undefined): entity is UserEntity {
  return entity !== undefined && 'kind' in entity && entity.kind === 'User';
}
