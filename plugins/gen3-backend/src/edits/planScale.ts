import { ConflictError, InputError } from '@backstage/errors';
import {
  type EditOf,
  type PreflightFinding,
  readGen3Values,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { asCode } from '../changes/asCode';
import { listNames } from '../preflight/listNames';
import { nearestName } from '../preflight/nearestName';
import { findingOf } from './findingOf';
import { type Scaling, scalingOf } from './scalingOf';
import type { CommonsInGit, EditPlan } from './types';
import { whyNotScaled } from './whyNotScaled';
import type { YamlSetting } from './yaml/types';

/** One service and how many pods it is to have. */
interface Wanted {
  name: string;
  count: number;
  /** As it is. */
  scaling: Scaling;
}

/**
 * Sets how many pods services have. Where a service scales by itself, the least number is set and, when it is less, the most, because
 * nothing reads `replicaCount` then (`gen3-helm:helm/common/templates/_hpa.tpl`).
 *
 * @throws InputError for services that the commons does not have, or that have no pods that one number counts; ConflictError where the values
 * have to be changed by hand first.
 */
export function planScale(
  { hostname, replicas }: EditOf<'scale'>,
  commons: CommonsInGit,
  registry: ServiceRegistry,
): EditPlan {
  const all = Object.entries(replicas)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => ({
      name,
      count,
      scaling: scalingOf(name, commons.values, registry),
    }));
  if (all.length === 0) {
    throw new InputError('replicas: name at least one service');
  }
  all.forEach(wanted => {
    requireEnabled(wanted.name, commons, registry);
    requireScalable(wanted, registry);
  });
  const title = `Scale ${all
    .map(({ name, count }) => `${name} to ${count}`)
    .join(', ')} of ${hostname}`;
  return {
    title,
    message: title,
    settings: all.flatMap(settingsOf),
    removes: [],
    findings: all.flatMap(wanted => findingsOf(wanted, registry)),
    facts: all.map(describe),
    leftovers: [],
  };
}

function requireEnabled(
  name: string,
  { values, commons }: CommonsInGit,
  registry: ServiceRegistry,
): void {
  const enabled = readGen3Values(values, registry).services.map(
    service => service.name,
  );
  if (!enabled.includes(name)) {
    const near = nearestName(name, enabled);
    throw new InputError(
      `replicas: "${commons.hostname}" has no service "${name}"${
        near === undefined ? '' : `; did you mean "${near}"?`
      }`,
    );
  }
}

/** Refuses what the chart would not do, so that nobody waits for it. */
function requireScalable(
  { name, count, scaling }: Wanted,
  registry: ServiceRegistry,
): void {
  const refusal = whyNotScaled(name, scaling, registry);
  if (refusal) throw refusal;
  if (count === 0 && scaling.autoscaledBy.length > 0) {
    throw new ConflictError(
      `"${name}" would keep its pods: it scales by itself, and an autoscaler leaves at least one. Switch autoscaling off first (${listNames(
        scaling.autoscaledBy,
      )})`,
    );
  }
}

function settingsOf({ name, count, scaling }: Wanted): YamlSetting[] {
  if (scaling.autoscaledBy.length === 0) {
    return [{ path: [name, 'replicaCount'], value: count }];
  }
  const bound = (key: string) => [name, 'autoscaling', key];
  return [
    { path: bound('minReplicas'), value: count },
    // Kubernetes refuses an autoscaler whose most is less than its least.
    ...(scaling.most >= count
      ? []
      : [{ path: bound('maxReplicas'), value: count }]),
  ];
}

function findingsOf(
  { name, count, scaling }: Wanted,
  registry: ServiceRegistry,
): PreflightFinding[] {
  return [
    ...(scaling.autoscaledBy.length > 0
      ? [
          findingOf({
            id: 'autoscaling',
            severity: 'info',
            key: `${name}.autoscaling`,
            what: `"${name}" scales by itself, so the least number of its pods is set and not "replicaCount"`,
            why: 'A HorizontalPodAutoscaler decides between the least and the most.',
            fix: `Look at ${name}.autoscaling and global.autoscaling`,
          }),
        ]
      : []),
    ...(count === 0
      ? [
          findingOf({
            id: 'scaled-to-zero',
            severity: 'warning',
            key: `${name}.replicaCount`,
            what: `"${name}" would have no pod`,
            why: registry.get(name)?.critical
              ? 'The commons cannot be used without it.'
              : 'What needs it fails until it has one again.',
            fix: 'Leave one, or say why it shall be off',
          }),
        ]
      : []),
  ];
}

function describe({ name, count, scaling }: Wanted): string {
  const what = scaling.autoscaledBy.length > 0 ? 'at least ' : '';
  return `${asCode(name)}: ${what}${count} pod${count === 1 ? '' : 's'}, now ${
    scaling.least === undefined ? "the chart's default" : asCode(scaling.least)
  }`;
}
