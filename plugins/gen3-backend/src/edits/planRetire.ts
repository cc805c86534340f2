import { ConflictError, InputError } from '@backstage/errors';
import type {
  EditOf,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { asCode } from '../changes/asCode';
import { leftoversOf } from './leftoversOf';
import { isInMaintenance, planMaintenance } from './planMaintenance';
import type { CommonsInGit, EditPlan } from './types';

/**
 * Takes a commons away, in two changes: first its users see the maintenance page, so that whoever still needs it speaks up while
 * it is easily taken back; then its Application and its values are removed.
 *
 * @throws InputError when the hostname is not typed once more; ConflictError when the first step is not merged yet, or done already.
 */
export function planRetire(
  edit: EditOf<'retire'>,
  commons: CommonsInGit,
  registry: ServiceRegistry,
): EditPlan {
  const { hostname, step, confirm } = edit;
  if (confirm.trim() !== hostname) {
    throw new InputError(
      `confirm: type "${hostname}" to retire it; what was typed is ${JSON.stringify(
        confirm.slice(0, 60),
      )}`,
    );
  }
  return step === 'stand-down'
    ? planStandDown(hostname, commons)
    : planRemoval(hostname, commons, registry);
}

function planStandDown(hostname: string, commons: CommonsInGit): EditPlan {
  const plan = planMaintenance({ hostname, mode: 'on' }, commons);
  const title = `Stand down ${hostname}`;
  return {
    ...plan,
    title,
    message: title,
    facts: [
      'First of two steps of retiring it: nothing is deleted',
      ...plan.facts,
      'The second step removes it; until then a change that ends maintenance mode takes this back',
    ],
  };
}

function planRemoval(
  hostname: string,
  commons: CommonsInGit,
  registry: ServiceRegistry,
): EditPlan {
  if (!isInMaintenance(commons)) {
    throw new ConflictError(
      `"${hostname}" is not stood down: git does not say global.maintenanceMode "on". Propose step "stand-down" first, and merge it`,
    );
  }
  const { application, ownFiles, layers } = commons;
  const [other] = application.beside;
  if (other !== undefined) {
    throw new ConflictError(
      `"${application.path}" declares the Application "${other}" as well: remove "${application.name}" from it by hand`,
    );
  }
  const removes =
    ownFiles.length > 0
      ? ownFiles
      : [application.path, ...ownValueFiles(hostname, layers)];
  const title = `Retire ${hostname}`;
  return {
    title,
    message: title,
    settings: [],
    removes: [...new Set(removes)].sort(),
    findings: [],
    facts: [
      `Second of two steps: removes the Application ${asCode(
        application.name,
      )} and ${removes.length - 1} more files`,
      application.cascades
        ? 'Argo CD deletes what it has deployed, because the Application has its finalizer'
        : '**Argo CD deletes nothing**: the Application has no finalizer, so everything goes on running and nobody looks after it',
      'The catalog keeps the commons as retired, with its history',
    ],
    leftovers: leftoversOf(commons, registry),
  };
}

/** Values files whose folders say that they are of this commons alone. */
function ownValueFiles(
  hostname: string,
  layers: CommonsInGit['layers'],
): string[] {
  return layers.flatMap(layer =>
    layer.kind === 'file' && layer.path.split('/').includes(hostname)
      ? [layer.path]
      : [],
  );
}
