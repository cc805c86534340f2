import { ConflictError, InputError } from '@backstage/errors';
import type {
  EditOf,
  PreflightFinding,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { asCode } from '../changes/asCode';
import { listNames } from '../preflight/listNames';
import { findingOf } from './findingOf';
import { leftoversOf } from './leftoversOf';
import { isInMaintenance, planMaintenance } from './planMaintenance';
import type { CommonsInGit, EditPlan, PlanContext } from './types';

/**
 * Takes a commons away, in two changes: first its users see the maintenance page, so that whoever still needs it speaks up while
 * it is easily taken back; then its Application and its values are removed.
 *
 * @throws InputError when the hostname is not typed once more; ConflictError when the first step is not merged yet, or done already.
 */
export function planRetire(
  edit: EditOf<'retire'>,
  commons: CommonsInGit,
  context: PlanContext,
): EditPlan {
  const { hostname, step, confirm } = edit;
  if (confirm.trim() !== hostname) {
    throw new InputError(
      `The hostname typed once more (confirm) is to be "${hostname}", to retire it; what was typed is ${JSON.stringify(
        confirm.slice(0, 60),
      )}`,
    );
  }
  return step === 'stand-down'
    ? planStandDown(hostname, commons)
    : planRemoval(hostname, commons, context);
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
  { registry, ownFiles }: PlanContext,
): EditPlan {
  if (!isInMaintenance(commons)) {
    throw new ConflictError(
      `"${hostname}" is not stood down: git does not say global.maintenanceMode "on". Propose the first step ("stand-down"), and have it merged, before this one`,
    );
  }
  const { application, layers } = commons;
  const [other] = application.beside;
  if (other !== undefined) {
    throw new ConflictError(
      `"${application.path}" declares the Application "${other}" as well: remove "${application.name}" from it by hand`,
    );
  }
  const removes = [
    ...new Set([
      application.path,
      ...ownFiles,
      ...valueFiles(layers).filter(path => isNamedAfter(path, hostname)),
    ]),
  ].sort();
  const title = `Retire ${hostname}`;
  return {
    title,
    message: title,
    settings: [],
    removes,
    findings: ownFiles.length > 0 ? [] : findLeft(commons, removes),
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

function valueFiles(layers: CommonsInGit['layers']): string[] {
  return layers.flatMap(layer => (layer.kind === 'file' ? [layer.path] : []));
}

/** A folder, or the file itself, says that it is of this commons alone. */
function isNamedAfter(path: string, hostname: string): boolean {
  return path
    .split('/')
    .some(segment => segment.replace(/\.ya?ml$/i, '') === hostname);
}

/** Values files that other commons may read as well, where no folder says whose they are. */
function findLeft(
  { commons, application, layers }: CommonsInGit,
  removes: readonly string[],
): PreflightFinding[] {
  const left = valueFiles(layers).filter(path => !removes.includes(path));
  if (left.length === 0) return [];
  return [
    findingOf({
      id: 'files-left',
      severity: 'warning',
      what: `${listNames(left.map(path => JSON.stringify(path)))} would stay`,
      why: `"${application.path}" is in no folder of "${
        commons.hostname
      }" alone, so other commons may read ${
        left.length === 1 ? 'that file' : 'those files'
      }, too.`,
      fix: 'Look which other Applications name them, and remove by hand what none does',
    }),
  ];
}
