import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  clustersQuerySchema,
  fleetQuerySchema,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { parseQuery } from '@gen3-csoc/backstage-plugin-gen3-node';
import { toError } from '@backstage/errors';
import type { Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import type { Authorize } from './authorize';
import type { ClusterService } from './clusters/ClusterService';
import { describeApi } from './describeApi';
import { entityRefOf } from './entityRefOf';
import type { FleetService } from './fleet/FleetService';
import type { HealthService } from './health/HealthService';
import type { RefreshService } from './health/RefreshService';
import type { InsideService } from './inside/InsideService';
import { buildLaunchOptions } from './launch/buildLaunchOptions';
import type { LaunchTarget } from './launch/types';
import type { SourceFact } from './preflight/facts/types';
import { signalOf } from './signalOf';

/** What the routes answer with. */
export interface RouterOptions {
  authorize: Authorize;
  auditor: AuditorService;
  fleet: Pick<FleetService, 'page' | 'summary'>;
  health: Pick<HealthService, 'get'>;
  refresh: Pick<RefreshService, 'request'>;
  inside: Pick<InsideService, 'workloads' | 'jobs' | 'deployment'>;
  clusters: Pick<ClusterService, 'page'>;
  /** What config knows of releases, and the repositories that take launches. */
  launches: {
    releases: readonly string[];
    targets: readonly LaunchTarget[];
    listSources: () => Pick<SourceFact, 'id' | 'takesChanges'>[];
  };
  registry: Pick<ServiceRegistry, 'all'>;
}

/** The REST of the `gen3` plugin, described at `/openapi.json`. */
export function createRouter(options: RouterOptions): Router {
  const { authorize, auditor, fleet, health, refresh, inside, clusters } =
    options;
  const { launches, registry } = options;
  const router = createPromiseRouter();

  router.get('/fleet', async (req, res) => {
    const { access } = await authorize(req);
    const query = parseQuery(fleetQuerySchema, req.query);
    res.json(await fleet.page(query, access));
  });

  router.get('/fleet/summary', async (req, res) => {
    const { access } = await authorize(req);
    res.json(await fleet.summary(access));
  });

  router.get('/launch-options', async (req, res) => {
    const { access } = await authorize(req);
    const summary = await fleet.summary(access);
    const sources = launches.listSources();
    res.json(buildLaunchOptions({ summary, registry, sources, ...launches }));
  });

  router.get('/clusters', async (req, res) => {
    const caller = await authorize(req);
    const query = parseQuery(clustersQuerySchema, req.query);
    res.json(await clusters.page(query, caller, { signal: signalOf(res) }));
  });

  router.get('/commons/:namespace/:name/health', async (req, res) => {
    const caller = await authorize(req);
    res.json(await health.get(entityRefOf(req), caller));
  });

  for (const what of ['workloads', 'jobs', 'deployment'] as const) {
    router.get(`/commons/:namespace/:name/${what}`, async (req, res) => {
      const caller = await authorize(req);
      const signal = signalOf(res);
      res.json(await inside[what](entityRefOf(req), caller, { signal }));
    });
  }

  router.post('/commons/:namespace/:name/refresh', async (req, res) => {
    const entityRef = entityRefOf(req);
    const event = await auditor.createEvent({
      eventId: 'commons-refresh',
      request: req,
      severityLevel: 'low',
      meta: { entityRef },
    });
    try {
      const caller = await authorize(req);
      const answer = await refresh.request(entityRef, caller);
      await event.success({ meta: { ...answer } });
      res.status(202).json(answer);
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  });

  router.get('/openapi.json', async (req, res) => {
    await authorize(req);
    res.json(describeApi());
  });

  return router;
}
