import { InputError } from '@backstage/errors';
import {
  type EditOf,
  type PreflightFinding,
  readGen3Values,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { asCode } from '../changes/asCode';
import { nearestName } from '../preflight/nearestName';
import { isSet, valueAt } from '../preflight/valueAt';
import { keysOf } from './editPath';
import { findingOf } from './findingOf';
import type { CommonsInGit, EditPlan } from './types';
import type { YamlSetting } from './yaml/types';

/**
 * Sets how many pods services have. Where a service scales by itself, the least number is set and, when it is less, the most, because
 * nothing reads `replicaCount` then (`gen3-helm:helm/common/templates/_hpa.tpl`).
 *
 * @throws InputError for services that the commons does not have, or that have no pods.
 */
export function planScale(
  { hostname, replicas }: EditOf<'scale'>,
  commons: CommonsInGit,
  registry: ServiceRegistry,
): EditPlan {
  const counts = Object.entries(replicas).sort(([a], [b]) => (a < b ? -1 : 1));
  if (counts.length === 0) {
    throw new InputError('replicas: name at least one service');
  }
  counts.forEach(([name]) => requireScalable(name, commons, registry));
  const title = `Scale ${counts
    .map(([name, count]) => `${name} to ${count}`)
    .join(', ')} of ${hostname}`;
  return {
    title,
    message: title,
    settings: counts.flatMap(([name, count]) =>
      settingsOf(name, count, commons),
    ),
    removes: [],
    findings: counts.flatMap(([name, count]) =>
      findingsOf(name, count, commons, registry),
    ),
    facts: counts.map(([name, count]) => describe(name, count, commons)),
    leftovers: [],
  };
}

function requireScalable(
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
  if (registry.get(name)?.deployments.length === 0) {
    throw new InputError(
      `replicas: "${name}" has jobs only, and no pods to scale`,
    );
  }
}

/** Sprig's `default` takes false for nothing, so what holds for all cannot be switched off for one. */
function scalesByItself(name: string, { values }: CommonsInGit): boolean {
  return (
    isSet(values, `${name}.autoscaling.enabled`) ||
    isSet(values, 'global.autoscaling.enabled')
  );
}

function settingsOf(
  name: string,
  count: number,
  commons: CommonsInGit,
): YamlSetting[] {
  if (!scalesByItself(name, commons)) {
    return [{ path: [name, 'replicaCount'], value: count }];
  }
  const most = mostOf(name, commons);
  return [
    { path: keysOf(`${name}.autoscaling.minReplicas`), value: count },
    ...(most === undefined || most >= count
      ? []
      : [{ path: keysOf(`${name}.autoscaling.maxReplicas`), value: count }]),
  ];
}

function mostOf(name: string, { values }: CommonsInGit): number | undefined {
  const most =
    valueAt(values, `${name}.autoscaling.maxReplicas`) ??
    valueAt(values, 'global.autoscaling.maxReplicas');
  return most === undefined ? undefined : Number(most);
}

function findingsOf(
  name: string,
  count: number,
  commons: CommonsInGit,
  registry: ServiceRegistry,
): PreflightFinding[] {
  return [
    ...(scalesByItself(name, commons)
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

function describe(name: string, count: number, commons: CommonsInGit): string {
  const now = valueAt(
    commons.values,
    scalesByItself(name, commons)
      ? `${name}.autoscaling.minReplicas`
      : `${name}.replicaCount`,
  );
  const what = scalesByItself(name, commons) ? 'at least ' : '';
  return `${asCode(name)}: ${what}${count} pod${count === 1 ? '' : 's'}, now ${
    typeof now === 'number' || typeof now === 'string'
      ? asCode(String(now))
      : "the chart's default"
  }`;
}
