import { ConflictError } from '@backstage/errors';
import type {
  ChangeFile,
  EditRequest,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { HelmRenderer } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { JsonObject } from '@backstage/types';
import type { ChangeTargets } from '../changes/ChangeTargets';
import { toCallerError } from '../changes/toCallerError';
import { applySettings } from './applySettings';
import type { EditableCommons } from './EditableCommons';
import { planEdit } from './planEdit';
import { type GitContext, readCommonsInGit } from './readCommonsInGit';
import { readOwnFiles } from './readOwnFiles';
import type { CommonsInGit, EditPlan } from './types';

/** An edit worked out on what git holds now; nobody has judged it yet. */
export interface EditDraft {
  inGit: CommonsInGit;
  plan: EditPlan;
  /** What differs, by path; one that is removed has no `after`. */
  files: ChangeFile[];
  /** Values of the commons as they would be. */
  values: JsonObject;
}

/** What working out an edit needs. */
export interface DraftContext {
  targets: Pick<ChangeTargets, 'require'>;
  registry: ServiceRegistry;
  helm: Pick<HelmRenderer, 'renderChart'>;
  signal: AbortSignal;
}

/** At a host, finding the files of a folder takes the whole tree: nobody else asks for it. */
const isRemoval = (edit: EditRequest) =>
  edit.kind === 'retire' && edit.step === 'remove';

/**
 * Reads a commons anew and works out what an edit would do to its files; nothing is changed.
 *
 * @throws InputError and ConflictError for commons and edits that it cannot be done with, and when nothing would change.
 */
export async function draftEdit(
  edit: EditRequest,
  commons: EditableCommons,
  { targets, registry, ...rest }: DraftContext,
): Promise<EditDraft> {
  const context = { ...targets.require(commons.source), ...rest };
  const inGit = await readCommonsInGit(commons, context);
  const { releaseName } = inGit.application;
  const ownFiles = isRemoval(edit)
    ? await readOwnFiles({ ...commons, releaseName }, context)
    : [];
  const plan = planEdit(edit, inGit, { registry, ownFiles });
  const applied = applySettings(inGit, plan.settings);
  const files = [
    ...applied.files,
    ...(await readRemoved(plan.removes, context)),
  ];
  if (files.length === 0) {
    throw new ConflictError(
      `"${plan.title}" would change nothing: the values of "${edit.hostname}" say so already`,
    );
  }
  return { inGit, plan, files, values: applied.values };
}

async function readRemoved(
  paths: readonly string[],
  { target, host, signal }: GitContext,
): Promise<ChangeFile[]> {
  if (paths.length === 0) return [];
  const texts = await toCallerError(() =>
    host.readFiles({ ref: target.branch, paths, signal }),
  );
  return paths.map(path => {
    const before = texts.get(path);
    return { path, ...(before === undefined ? {} : { before }) };
  });
}
