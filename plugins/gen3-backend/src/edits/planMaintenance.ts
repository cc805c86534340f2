import { ConflictError } from '@backstage/errors';
import type { EditOf } from '@gen3-csoc/backstage-plugin-gen3-common';
import { valueAt } from '../preflight/valueAt';
import { keysOf } from './editPath';
import type { CommonsInGit, EditPlan } from './types';

/** Whether revproxy shows the maintenance page; it compares with the text `on` (`gen3-helm:helm/revproxy/gen3.nginx.conf`). */
export const MAINTENANCE_KEY = 'global.maintenanceMode';

/** Whether git says that users see the maintenance page. */
export function isInMaintenance({
  values,
}: Pick<CommonsInGit, 'values'>): boolean {
  return valueAt(values, MAINTENANCE_KEY) === 'on';
}

/** Switches Gen3's maintenance mode. @throws ConflictError when it is as wanted. */
export function planMaintenance(
  { hostname, mode }: Pick<EditOf<'maintenance'>, 'hostname' | 'mode'>,
  commons: CommonsInGit,
): EditPlan {
  const now = valueAt(commons.values, MAINTENANCE_KEY);
  // The chart's default is "off".
  if ((now ?? 'off') === mode) {
    throw new ConflictError(
      `Maintenance mode of "${hostname}" is ${mode} already`,
    );
  }
  const title =
    mode === 'on'
      ? `Put ${hostname} into maintenance mode`
      : `End maintenance mode of ${hostname}`;
  return {
    title,
    message: title,
    // Text in quotes, or YAML makes a boolean of it.
    settings: [{ path: keysOf(MAINTENANCE_KEY), value: mode }],
    removes: [],
    findings: [],
    facts: [
      mode === 'on'
        ? 'Users see the maintenance page instead of the front end; revproxy restarts to show it'
        : 'Users see the commons again; revproxy restarts',
      'APIs answer as before: the mode is about the front end only',
    ],
    leftovers: [],
  };
}
