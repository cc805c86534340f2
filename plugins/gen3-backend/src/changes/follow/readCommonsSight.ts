import {
  LAUNCHING_LIFECYCLE,
  layerOf,
  readCheck,
  RETIRED_LIFECYCLE,
  rollUpCommons,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { placementOf } from '../../database/placementOf';
import { findCommonsRow } from '../../health/CommonsRow';
import { listCheckStates } from '../../history/checkStates';
import type { SightedCommons } from './LaunchSight';

/** Lifecycles of entities that no source has found. */
const PLACEHOLDERS: readonly string[] = [
  LAUNCHING_LIFECYCLE,
  RETIRED_LIFECYCLE,
];

/** What the portal knows of a commons now; undefined when its source has not found it. */
export async function readCommonsSight(options: {
  knex: Knex;
  registry: ServiceRegistry;
  entityRef: string;
  intervalMs: number;
  now: number;
}): Promise<SightedCommons | undefined> {
  const { knex, registry, entityRef, intervalMs } = options;
  const row = await findCommonsRow(knex, entityRef, undefined);
  // The entity is there from the proposal on and after the end, and says nothing of what runs.
  if (!row || PLACEHOLDERS.includes(row.tier)) return undefined;
  const states = await listCheckStates(knex, entityRef);
  const now = new Date(options.now);
  return {
    probing: row.probing,
    ...(row.release === null ? {} : { release: row.release }),
    hasCluster: placementOf(row) !== undefined,
    checks: states.map(state => {
      const { status, cause, reason } = readCheck(state, { now, intervalMs });
      const { checkId, service } = state;
      const layer = layerOf(checkId);
      const checkedAt = Date.parse(state.last.checkedAt);
      return { checkId, service, layer, status, cause, reason, checkedAt };
    }),
    loginSince: from => {
      const { journeys } = rollUpCommons({
        hostname: row.hostname,
        probing: row.probing,
        services: row.services_json,
        frontendRoot: row.frontend_root,
        checks: states.filter(({ last }) => Date.parse(last.checkedAt) >= from),
        registry,
        now,
        intervalMs,
      });
      return journeys.find(({ id }) => id === 'login');
    },
  };
}
