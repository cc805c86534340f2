import {
  type ChangeFile,
  type EditRequest,
  type PreflightFinding,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { findingOf } from './findingOf';
import { folderOf } from './folderOf';
import { planMaintenance } from './planMaintenance';
import { planRetire } from './planRetire';
import { planScale } from './planScale';
import { planUpgrade } from './planUpgrade';
import type { CommonsInGit, EditPlan, PlanContext } from './types';

/** What an edit would do to a commons; pure. @throws InputError and ConflictError as the kinds of edits do. */
export function planEdit(
  edit: EditRequest,
  commons: CommonsInGit,
  context: PlanContext,
): EditPlan {
  const { registry } = context;
  switch (edit.kind) {
    case 'upgrade':
      return planUpgrade(edit, commons, registry);
    case 'maintenance':
      return planMaintenance(edit, commons);
    case 'scale':
      return planScale(edit, commons, registry);
    default:
      return planRetire(edit, commons, context);
  }
}

/** Files that other commons may read as well: an edit of one would change them, too. One that is removed is of this commons alone. */
export function findShared(
  { commons, application }: Pick<CommonsInGit, 'commons' | 'application'>,
  files: readonly ChangeFile[],
): PreflightFinding[] {
  const folder = folderOf(application.path);
  return files
    .filter(
      ({ path, after }) =>
        after !== undefined &&
        !path.split('/').includes(commons.hostname) &&
        !(folder !== '' && path.startsWith(`${folder}/`)),
    )
    .map(({ path }) =>
      findingOf({
        id: 'shared-values',
        severity: 'warning',
        what: `"${path}" lies outside of the folder of "${commons.hostname}"`,
        why: 'Other commons may read the file, too, and would change with it.',
        fix: 'Look which Applications name the file; set the value in a file of this commons instead',
      }),
    );
}
