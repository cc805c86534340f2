import { ConflictError } from '@backstage/errors';
import type {
  ChangeFile,
  EditRequest,
  PreflightCheckResult,
  PreflightFinding,
  PreflightResponse,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { HelmRenderer } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { JsonObject } from '@backstage/types';
import type { ChangeTargets } from '../changes/ChangeTargets';
import { toCallerError } from '../changes/toCallerError';
import { toInstant } from '../database/columns';
import type {
  PreflightCaller,
  PreflightService,
} from '../preflight/PreflightService';
import { applySettings } from './applySettings';
import type { FindEditableCommons } from './EditableCommons';
import { findShared, planEdit } from './planEdit';
import { type GitContext, readCommonsInGit } from './readCommonsInGit';
import type { CommonsInGit, EditPlan } from './types';

/** What judging edits needs. */
export interface EditServiceOptions {
  findCommons: FindEditableCommons;
  targets: Pick<ChangeTargets, 'require'>;
  preflight: Pick<PreflightService, 'compare'>;
  registry: ServiceRegistry;
  helm: Pick<HelmRenderer, 'renderChart'>;
  now?: () => number;
}

/** An edit that could be proposed, with everything that is known of it. */
export interface JudgedEdit {
  inGit: CommonsInGit;
  plan: EditPlan;
  files: ChangeFile[];
  /** Values of the commons as they would be. */
  values: JsonObject;
  /** What the edit brings, the worst first; what is so already is no reason against it. */
  findings: PreflightFinding[];
  checks: PreflightCheckResult[];
}

const SEVERITIES = ['error', 'warning', 'info'];

/** Works out what an edit of a commons would do to its files, and judges it. */
export class EditService {
  readonly #options: EditServiceOptions;
  readonly #now: () => number;

  private constructor(options: EditServiceOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  static create(options: EditServiceOptions): EditService {
    return new EditService(options);
  }

  /**
   * Reads the commons anew and judges an edit of it; nothing is changed.
   *
   * @throws NotFoundError, InputError and ConflictError for commons and edits that it cannot be done with, and when nothing would change.
   */
  async judge(edit: EditRequest, caller: PreflightCaller): Promise<JudgedEdit> {
    const { findCommons, targets, registry, helm } = this.#options;
    const commons = await findCommons(edit.hostname, caller.access);
    const { target, host } = targets.require(commons.source);
    const { signal } = caller;
    const context = { target, host, helm, signal };
    const inGit = await readCommonsInGit(commons, context);
    const plan = planEdit(edit, inGit, registry);
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
    const found = await this.#compare({ inGit, plan, applied, caller });
    const findings = [
      ...found.findings,
      ...plan.findings,
      ...findShared(inGit, applied),
    ];
    return {
      inGit,
      plan,
      files,
      values: applied.values,
      findings: SEVERITIES.flatMap(severity =>
        findings.filter(finding => finding.severity === severity),
      ),
      checks: found.checks,
    };
  }

  /** What {@link judge} says, for whoever thinks of proposing it. @throws as it does. */
  async check(
    edit: EditRequest,
    caller: PreflightCaller,
  ): Promise<PreflightResponse> {
    const { inGit, plan, files, findings, checks } = await this.judge(
      edit,
      caller,
    );
    return {
      findings,
      checks,
      edit: {
        title: plan.title,
        entityRef: inGit.commons.entityRef,
        files: files.map(({ path }) => path),
        leftovers: plan.leftovers,
      },
      asOf: toInstant(this.#now()),
    };
  }

  /** Values of what is removed are nobody's concern. */
  async #compare(options: {
    inGit: CommonsInGit;
    plan: EditPlan;
    applied: { values: JsonObject };
    caller: PreflightCaller;
  }) {
    const { inGit, plan, applied, caller } = options;
    if (plan.removes.length > 0) return { findings: [], checks: [] };
    return this.#options.preflight.compare(
      {
        before: inGit.values,
        after: applied.values,
        tier: inGit.commons.tier,
      },
      caller,
    );
  }
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
